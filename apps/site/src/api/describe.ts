import type { Bilingual } from '../page/language.ts';

/** Name of the JSON Schema keyword that carries the Chinese description beside `description`. */
export const ZH_KEYWORD = 'x-description-zh';

/** Describes a schema in both languages: `z.string().meta(describe({ zh: '…', en: '…' }))`. */
export function describe({ zh, en }: Bilingual): { description: string; [ZH_KEYWORD]: string } {
  return { description: en, [ZH_KEYWORD]: zh };
}
