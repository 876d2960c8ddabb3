import type { Category, FactId, Programme } from '@aipower/programme';
import type { Register } from '@aipower/registry';
import type { FormState } from '../verify/views.ts';
import type { conditionView } from './eligibility.ts';
import type { PrecheckValues } from './form.ts';
import type { Declaration } from './questions.ts';
import type { precheckView } from './view.ts';

export interface PrecheckForm extends FormState<PrecheckValues> {
  readonly programme: Programme;
  readonly otherYears: readonly string[];
  readonly questions: readonly Declaration[];
  readonly needHint: string;
  /** The facts that this programme's conditions rest on: the form asks for no other. */
  readonly asked: readonly FactId[];
  readonly organisations: readonly string[];
  readonly bonusLabels: Readonly<Record<string, string>>;
  readonly maxText: string;
  readonly tax: ReturnType<Register['tax']['status']>;
}

declare module '../page/views.ts' {
  interface Views {
    precheck: PrecheckForm;
    'precheck-result': PrecheckForm & {
      readonly category: Category;
      readonly warnings: readonly string[];
      readonly result: ReturnType<typeof precheckView>;
    };
  }

  interface Partials {
    condition: { readonly one: ReturnType<typeof conditionView> };
    'precheck-form': { readonly form: PrecheckForm };
  }
}
