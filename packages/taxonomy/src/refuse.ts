import { codesEdition } from './generated/codes.ts';
import { nearestCodes } from './nearest.ts';
import { show } from './show.ts';

/** Misuse is caught at the door: the error names the function, what came, and what was probably meant. */
export function refuse(where: string, value: unknown, expected = `a code of edition ${codesEdition}`): never {
  const nearest = typeof value === 'string' ? nearestCodes(value) : [];
  const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
  throw new TypeError(`${where}: expected ${expected}, got ${show(value)}${hint}`);
}
