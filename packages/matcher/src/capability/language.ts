import { isSimplified } from '@aipower/taiwan/han';

/** The language a text is mostly written in; `und` when it holds neither Han characters nor Latin letters. */
export type TextLanguage = 'zh-Hant' | 'zh-Hans' | 'en' | 'und';

/**
 * Which language is a text in, as far as highlighting and advice need it? A Han character says as much as four Latin letters. Latin
 * text counts as English, Han text without any character that only Simplified writing uses as Traditional.
 */
export function languageOf(text: string): TextLanguage {
  let han = 0;
  let latin = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let script = scripts[code]!;
    if (script === UNASKED) {
      script = scriptOf(text, at);
      if (!isHighSurrogate(code)) scripts[code] = script;
    }
    if (script === HAN) han += 1;
    else if (script === LATIN) latin += 1;
  }
  if (han === 0 && latin === 0) return 'und';
  if (han * 4 < latin) return 'en';
  return isSimplified(text) ? 'zh-Hans' : 'zh-Hant';
}

const UNASKED = 0;
const OTHER = 1;
const HAN = 2;
const LATIN = 3;
/** By UTF-16 code. */
const scripts = new Uint8Array(0x10000);

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

function scriptOf(text: string, at: number): number {
  const character = text.slice(at, at + (isHighSurrogate(text.charCodeAt(at)) ? 2 : 1));
  if (/^\p{Script=Han}/u.test(character)) return HAN;
  return /^\p{Script=Latin}/u.test(character) ? LATIN : OTHER;
}
