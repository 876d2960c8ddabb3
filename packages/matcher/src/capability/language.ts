import { isSimplified } from '@aipower/taiwan/han';

/** The language a text is mostly written in; `und` when it holds neither Han characters nor Latin letters. */
export type TextLanguage = 'zh-Hant' | 'zh-Hans' | 'en' | 'und';

/**
 * Which language is a text in, as far as highlighting and advice need it? A Han character says as much as four Latin letters. Latin
 * text counts as English, Han text without any character that only Simplified writing uses as Traditional.
 */
export function languageOf(text: string): TextLanguage {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (han === 0 && latin === 0) return 'und';
  if (han * 4 < latin) return 'en';
  return isSimplified(text) ? 'zh-Hans' : 'zh-Hant';
}
