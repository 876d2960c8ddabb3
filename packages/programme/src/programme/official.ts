import * as z from 'zod';

/** Places in the source document: line numbers, ranges with `-`, several with `, `. */
export const linesSchema = z
  .string()
  .regex(/^\d+(-\d+)?(, \d+(-\d+)?)*$/, 'lines such as "12", "12-14" or "12, 30-31"');

/** Official text: `zh` to the letter of the source at `lines`; `en` is this project's translation. */
export const officialSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1), lines: linesSchema });

/** Text that may or may not be official: without `lines` it is this project's wording. */
export const wordsSchema = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  lines: linesSchema.optional(),
});

export const daySchema = z.iso.date();
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id of small letters, digits, dots and hyphens');

/** Text of the source to the letter, its translation, and the lines it stands in. */
export interface OfficialText {
  /** To the letter, as the source prints it. */
  readonly zh: string;
  /** Our translation; not official. */
  readonly en: string;
  /** Lines of the source, such as `430-436`. */
  readonly lines: string;
}

/** Words of this project, in both languages. */
export interface Words {
  /** Traditional Chinese as used in Taiwan. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
  /** Lines of the source, such as `430-436`; left out where the words are ours. */
  readonly lines?: string | undefined;
}

/** One paragraph of a legal notice, with the paragraphs under it. */
export interface NoticeItem {
  /** To the letter, with its translation and its lines in the source. */
  text: z.infer<typeof officialSchema>;
  /** Paragraphs under it; left out where there are none. */
  items?: NoticeItem[] | undefined;
}

/** A legal notice is a tree of numbered items; every text is official. */
export const noticeItemSchema: z.ZodType<NoticeItem> = z.strictObject({
  text: officialSchema,
  get items() {
    return z.array(noticeItemSchema).min(1).optional();
  },
});
