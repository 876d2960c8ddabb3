/** What was expected and what to do. */
export interface Words {
  /** What should stand there. */
  readonly expected: string;
  /** What to do next. */
  readonly repair: string;
}

export type Entry = { readonly severity: 'error' | 'warning'; readonly en: Words; readonly zh: Words };

export const error = (en: Words, zh: Words): Entry => ({ severity: 'error', en, zh });
export const warning = (en: Words, zh: Words): Entry => ({ severity: 'warning', en, zh });
export const w = (expected: string, repair: string): Words => ({ expected, repair });
