/** How a wrong argument is named in a message: short, and never its whole content. */
export function show(value: unknown): string {
  if (typeof value === 'number') return `number ${value}`;
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
