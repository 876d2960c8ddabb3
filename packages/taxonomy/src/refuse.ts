import { nearestCodes } from './nearest.ts';

/** Misuse is caught at the door: the error names the function, what came, and what was probably meant. */
export function refuse(where: string, value: unknown, expected = 'a code of edition 112'): never {
  const nearest = typeof value === 'string' ? nearestCodes(value) : [];
  const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
  throw new TypeError(`${where}: expected ${expected}, got ${show(value)}${hint}`);
}

/** How a wrong argument is named in a message: short, and never its whole content. */
export function show(value: unknown): string {
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
