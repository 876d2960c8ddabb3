import type { Category, FactId, FormField, Programme } from '@aipower/programme';
import type { Register } from '@aipower/registry';
import type { FormState } from '../verify/views.ts';
import type { domainChoices } from './application.ts';
import type { conditionView } from './eligibility.ts';
import type { Declaration } from './questions.ts';
import type { manyFields, PrecheckValues } from './values.ts';
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
  readonly answers: readonly FormField[];
  readonly domains: ReturnType<typeof domainChoices>;
  readonly listed: readonly string[];
  /** What became of a draft file that was brought. */
  readonly draft: { readonly status: 'good' | 'bad'; readonly says: string } | null;
  /** What was ticked, by the name of the field. */
  readonly ticked: Readonly<Record<(typeof manyFields)[number], readonly string[]>>;
}

type PrecheckResult = ReturnType<typeof precheckView>;

/** A field of several lines. */
export interface PrecheckArea {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly low?: boolean;
  readonly max?: number | undefined;
}

declare module '../page/views.ts' {
  interface Views {
    precheck: PrecheckForm;
    'precheck-result': PrecheckForm & {
      readonly category: Category;
      readonly warnings: readonly string[];
      readonly result: PrecheckResult;
    };
  }

  interface Partials {
    condition: { readonly one: ReturnType<typeof conditionView> };
    'precheck-form': { readonly form: PrecheckForm };
    'precheck-company': { readonly form: PrecheckForm };
    'precheck-project': { readonly form: PrecheckForm };
    'precheck-models': { readonly form: PrecheckForm };
    'precheck-bonus': { readonly form: PrecheckForm };
    'precheck-area': { readonly area: PrecheckArea };
    'precheck-take': { readonly values: PrecheckValues };
    'result-summary': { readonly result: PrecheckResult };
    'result-eligibility': { readonly result: PrecheckResult };
    'result-round': { readonly result: PrecheckResult };
    'result-models': { readonly result: PrecheckResult; readonly year: string };
    'result-items': { readonly result: PrecheckResult };
    'result-partners': { readonly result: PrecheckResult };
    'result-bonus': { readonly result: PrecheckResult };
    'result-bonus-rows': { readonly items: PrecheckResult['bonus']['items'] };
  }
}
