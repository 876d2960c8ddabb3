/** Groups of characters that are mistaken for each other, as compact text for a generated module. */

const line = 118;

/** Parts of one to three strokes: sharing one of them makes no two characters alike. */
const smallParts = new Set(
  '一丨丶丿乙亅二亠人亻儿入八丷冂冖冫几凵刀刂力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山川巛工己已巳巾干幺广廴廾弋弓彐彑彡彳才万三上下丈丁七九了于千乃也扌氵忄艹辶阝犭⺮礻纟饣门马乡习卫飞叉丸凡久亡兀及刃义',
);

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

/** Parts that mostly carry meaning: two characters are alike by the other part, the one that also carries the sound. */
const radicals = new Set(
  '木日月水火玉王⺩石禾竹⺮米糸糹纟耳肉舟衣⻂見角言讠足𧾷車車酉金釒钅雨雨食飠馬魚鳥革頁隹欠攵殳戈斤瓦鬼疒目田皿示礻穴立罒羊虫貝走辰采里門阜非面韋風骨髟鹿鼠心灬犬牛牜歹毛爪片',
);

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

/**
 * A character made of two parts is mistaken for another one that shares the part which is not its radical (技 枝; not 網 綱, whose radical
 * alone is shared), or the larger part where neither is a radical.
 */
export function lookAlikeGroups(
  table: string,
  common: ReadonlySet<string>,
  coarse: (char: string) => string,
  byHand: readonly string[],
): string {
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
  const judged = byHand.map((group) => [...new Set([...group].map(coarse))].join(''));
  return quoted([...new Set([...useful, ...judged])].sort());
}
