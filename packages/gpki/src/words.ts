/** A text in Traditional Chinese and in English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
