export type Language = 'zh' | 'en';

/** The same thing in both languages; both are needed, so none can be forgotten. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>;

/** The `lang` attribute and `Content-Language` of a page. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-Hant-TW', en: 'en' };

/** English pages live under `/en`; everything else is Traditional Chinese. */
export function splitLanguage(path: string): { language: Language; rest: string } {
  if (path === '/en') return { language: 'en', rest: '/' };
  if (path.startsWith('/en/')) return { language: 'en', rest: path.slice(3) };
  return { language: 'zh', rest: path };
}
