/** One text in both languages: `zh` is the official Traditional Chinese, `en` this project's unofficial translation. */
export interface Bilingual {
  /** To the letter. */
  readonly zh: string;
  /** Our translation; not official. */
  readonly en: string;
}
