/** What a name is found by in a table: its core (without the organisation form), its special name, and either half of a mixed one. */
import { fullWords, type NameParts } from './name-parts.ts';

const compact = (text: string): string => text.replaceAll(' ', '');

/** The special name (特取名稱): a name without what stands before and behind it, such as county and line of business. */
export const specialOf = (parts: NameParts): string => parts.coarse.slice(parts.specialStart, parts.businessStart);

/** Equal for names that differ in organisation form, branch, country, script and glyphs only. */
export function coreKey(parts: NameParts): string {
  const core = parts.coarse.slice(0, parts.coreEnd);
  return parts.script === 'latin' ? `=${fullWords(core.trim())}` : core;
}

/** 深鳶 and deepkite of `deepkite深鳶`, beside the whole. A Latin half needs three characters and a Chinese one two. */
export function specialKeys(parts: NameParts): string[] {
  const special = compact(specialOf(parts));
  if (special === '') return [];
  const halves = /^([a-z0-9&+]{3,})(\p{Script=Han}{2,})$|^(\p{Script=Han}{2,})([a-z0-9&+]{3,})$/u.exec(special);
  return halves ? [special, ...halves.slice(1).filter((half) => half !== undefined)] : [special];
}
