/** Words of the form pages. */
export const formZh = { title: '-' };
