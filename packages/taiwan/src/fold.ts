/**
 * `@aipower/taiwan/fold`: one reading of what is written with other widths, glyphs or in Simplified characters. For
 * comparing and finding: what is folded is never shown. An entry of its own, because it carries a table of characters.
 */
import {
  glyphPairs,
  mostlySimplified,
  onlySimplified,
  rareSimplified,
  simplifiedPairs,
} from './generated/han-forms.ts';

type Table = Uint16Array;

let glyphTable: Table | undefined;
let scriptTable: Table | undefined;
const glyphs = (): Table => (glyphTable ??= table(glyphPairs));
const scripts = (): Table => (scriptTable ??= table(glyphPairs, simplifiedPairs));

/** One place for each UTF-16 code; made when first asked for, so that importing costs nothing. */
function table(...lists: string[]): Table {
  const codes = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (const list of lists) {
    const step = Uint16Array.from(codes);
    for (let i = 0; i < list.length; i += 2) step[list.charCodeAt(i)] = list.charCodeAt(i + 1);
    for (let code = 0; code < codes.length; code++) codes[code] = step[codes[code]!]!;
  }
  return codes;
}

function through(codes: Table, text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(codes[text.charCodeAt(i)]!);
  return folded;
}

// 𬀩 takes two UTF-16 codes and its Traditional form 暐 one: written out first, so that the tables keep every place.
const rareForms = /* @__PURE__ */ new Map(rareSimplified.split(' ').map((pair) => [...pair] as [string, string]));
const rare = /* @__PURE__ */ new RegExp(`[${[...rareForms.keys()].join('')}]`, 'gu');
const surrogate = /[\ud800-\udbff]/;
const withoutRare = (text: string) =>
  surrogate.test(text) ? text.replace(rare, (char) => rareForms.get(char)!) : text;
const unseen = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}]/gu;

/**
 * Width and compatibility forms folded (NFKC), lower case, format characters and accents typed apart taken out. Control
 * characters that part words become blanks; blanks and punctuation stay.
 * @example foldWidth('ＡＩ　（股）') // 'ai (股)'
 */
export function foldWidth(text: string): string {
  const plain = text
    .replace(/[\t\n\r\f\v]/g, ' ')
    .normalize('NFKC')
    .replace(unseen, '');
  return withoutRare(plain).toLowerCase();
}

/**
 * Variant glyphs of one character folded to one of them: 臺台 峯峰 滙匯 衞衛 舘館 羣群 啓啟. Pairs by which names really
 * differ (升昇, 杰傑, 云雲) stay apart. The length stays.
 * @example foldGlyphs('峯滙') // '峰匯'
 */
export function foldGlyphs(text: string): string {
  return through(glyphs(), text);
}

/**
 * Variant glyphs, and Traditional or Simplified, folded to one form (the Simplified one: several Traditional characters
 * share it, so 云 and 雲 meet here). The length stays, but for characters outside the BMP.
 * @example foldScript('軟體') === foldScript('软体') // true
 */
export function foldScript(text: string): string {
  return through(scripts(), withoutRare(text));
}

/** {@link foldScript} of one UTF-16 code, for loops that must be fast. */
export function foldScriptCode(code: number): number {
  return scripts()[code]!;
}

/**
 * The key by which two writings of one text are compared: {@link foldWidth}, then {@link foldScript}.
 * @example foldText('臺灣ＡＩ') === foldText('台湾AI') // true
 */
export function foldText(text: string): string {
  return foldScript(foldWidth(text));
}

/** By UTF-16 code: 2, only Simplified writing uses it; 1, Taiwan hardly does. */
let signs: Uint8Array | undefined;

/**
 * Is the text written in Simplified? One character that only Simplified writing uses says so; so does one that Taiwan
 * hardly uses (机, 奥) where nothing in the text is Traditional. 云 and 杰 say nothing: names in Taiwan have them.
 * @example isSimplified('软件') // true
 */
export function isSimplified(text: string): boolean {
  if (!signs) {
    signs = new Uint8Array(0x10000);
    for (const char of mostlySimplified) signs[char.charCodeAt(0)] = 1;
    for (const char of onlySimplified) signs[char.charCodeAt(0)] = 2;
  }
  let found = 0;
  for (let i = 0; i < text.length; i++) found |= signs[text.charCodeAt(i)]!;
  return found > 1 || withoutRare(text) !== text || (found > 0 && foldScript(text) === text);
}
