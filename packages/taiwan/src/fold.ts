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

const ONLY_SIMPLIFIED = 1;
const MOSTLY_SIMPLIFIED = 2;
let simplifiedSigns: Uint8Array | undefined;

function signsOfSimplified(): Uint8Array {
  const signs = new Uint8Array(0x10000);
  for (const char of mostlySimplified) signs[char.charCodeAt(0)] = MOSTLY_SIMPLIFIED;
  for (const char of onlySimplified) signs[char.charCodeAt(0)] = ONLY_SIMPLIFIED;
  return signs;
}

/**
 * Is the text written in Simplified? One character that only Simplified writing uses says so; so does one that Taiwan
 * hardly uses (机, 奥) where nothing in the text is Traditional. 云 and 杰 say nothing: names in Taiwan have them.
 * @example isSimplified('软件') // true
 */
export function isSimplified(text: string): boolean {
  simplifiedSigns ??= signsOfSimplified();
  let hint = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sign = simplifiedSigns[code]!;
    if (sign === ONLY_SIMPLIFIED) return true;
    if (sign === MOSTLY_SIMPLIFIED) hint = true;
    else if (code >= 0xd800 && code <= 0xdbff && rareForms.has(text.slice(at, at + 2))) return true;
  }
  if (!hint) return false;
  const forms = scripts();
  for (let at = 0; at < text.length; at++) if (forms[text.charCodeAt(at)] !== text.charCodeAt(at)) return false;
  return true;
}
