/** What a wrong argument is, for a message: `null`, or what `typeof` calls it. */
export const typeName = (value: unknown): string => (value === null ? 'null' : typeof value);
