import type { Scheme } from '@aipower/registry';
import type { verdictView } from '../presenters/verdict.ts';
import type { FieldError, SingleFields } from './form.ts';

/** What every form shows that came back. */
export interface FormState<Values> {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly errorOf: Readonly<Record<string, string>>;
}

declare module '../page/views.ts' {
  interface Views {
    verify: FormState<SingleFields> & {
      readonly schemes: readonly Scheme[];
      readonly lead: string;
      /** What was asked about: the registration with its number. */
      readonly subject: string;
      readonly warnings: readonly string[];
      readonly minutes: string;
      /** The registration that was asked for, also where only the number told it. */
      readonly found: string;
      readonly result: ReturnType<typeof verdictView> | null;
    };
  }

  interface Partials {
    'verify-modes': { readonly mode: 'single' | 'application' | 'sheet' };
  }
}
