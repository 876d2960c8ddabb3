/** One text in both languages: `zh` is the official Traditional Chinese, `en` this project's unofficial translation. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
