/** Groups of characters that are mistaken for each other, as compact text for a generated module. */

const line = 118;

/** Groups as lines of a string literal. */
export function quoted(groups: readonly string[], between = ' '): string {
  const rows: string[] = [];
  let row = '';
  for (const group of groups) {
    if (row.length + group.length > line) {
      rows.push(row);
      row = '';
    }
    row += `${group}${between}`;
  }
  rows.push(row.trimEnd());
  return rows.map((text) => `  ${JSON.stringify(text)}`).join(' +\n');
}

export const foldToneless = (sound: string): string => sound.replace(/[0-5]$/, '').replace('ü', 'v');

/**
 * The readings of each character in the order of Unicode, in pinyin with tones: the first letter of a character is a capital, and a number in brackets says how
 * many code points without reading come between. A third smaller, gzipped, than listing the characters of each syllable.
 */
export function readingsText(readings: ReadonlyMap<string, ReadonlySet<string>>): string {
  let text = '';
  let next = FIRST_READ;
  const byPlace = [...readings].sort(([a], [b]) => a.codePointAt(0)! - b.codePointAt(0)!);
  for (const [char, sounds] of byPlace) {
    const at = char.codePointAt(0)!;
    if (at > next) text += `(${at - next})`;
    next = at + 1;
    const [first = '', ...others] = [...sounds].map((sound) => foldToneless(sound) + sound.slice(-1)).sort();
    text += first.charAt(0).toUpperCase() + first.slice(1) + others.join('');
  }
  return quoted(text.match(/.{1,114}/g)!, '');
}

/** The code point that the text of readings begins at. */
export const FIRST_READ = 0x3400;

/** data/company-names/look-alikes.yml. */
export interface LookAlikes {
  readonly groups: readonly string[];
  /** Characters, one after the other. */
  readonly smallParts: string;
  readonly radicals: string;
}

/**
 * A character made of two parts is mistaken for another one that shares the part which is not its radical (技 枝; not 網 綱, whose radical
 * alone is shared), or the larger part where neither is a radical.
 */
export function lookAlikeGroups(
  table: string,
  common: ReadonlySet<string>,
  coarse: (char: string) => string,
  alike: LookAlikes,
): string {
  const [smallParts, radicals] = [new Set(alike.smallParts), new Set(alike.radicals)];
  const parts = new Map<string, { shape: string; parts: string[] }>();
  for (const row of table.split('\n')) {
    const match = /^(.+?):([a-z0-9/]+)\((.*)\)$/u.exec(row.trim());
    if (match) parts.set(match[1]!, { shape: match[2]!, parts: match[3]!.split(',').filter(Boolean) });
  }
  const sizes = new Map<string, number>();
  const size = (part: string, depth = 0): number => {
    const known = sizes.get(part);
    if (known !== undefined) return known;
    const inner = parts.get(part)?.parts ?? [];
    const value = inner.length === 0 || depth > 12 ? 1 : inner.reduce((sum, p) => sum + size(p, depth + 1), 0);
    sizes.set(part, value);
    return value;
  };
  const groups = new Map<string, Set<string>>();
  for (const char of [...common].sort()) {
    const made = parts.get(char);
    if (made?.parts.length !== 2) continue;
    const [first, second] = made.parts as [string, string];
    const shared =
      radicals.has(first) || smallParts.has(first)
        ? second
        : radicals.has(second) || size(first) > size(second)
          ? first
          : second;
    if (smallParts.has(shared)) continue;
    groups.set(shared, (groups.get(shared) ?? new Set()).add(coarse(char)));
  }
  const useful = [...groups.values()]
    .map((set) => [...set].sort().join(''))
    .filter((chars) => chars.length > 1 && chars.length <= 30);
  const judged = alike.groups.map((group) => [...new Set([...group].map(coarse))].join(''));
  return quoted([...new Set([...useful, ...judged])].sort());
}
