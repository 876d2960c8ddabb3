import type { Language } from '../page/language.ts';

/** A sentence of the reference in both languages; both are needed, so none can be forgotten. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}

/** Name of the JSON Schema keyword that carries the Chinese description beside `description`. */
export const ZH_KEYWORD = 'x-description-zh';

/** Describes a schema in both languages: `z.string().meta(said('…', '…'))`. */
export function said(en: string, zh: string): { description: string; [ZH_KEYWORD]: string } {
  return { description: en, [ZH_KEYWORD]: zh };
}

export function saidIn(words: Said, language: Language): string {
  return words[language];
}
