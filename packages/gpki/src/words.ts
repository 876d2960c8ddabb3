/** A text in Traditional Chinese and in English. */
export interface Words {
  /** Traditional Chinese as used in Taiwan. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
}
