/** Words of the case pages. */
export const caseZh = { title: '-' };
