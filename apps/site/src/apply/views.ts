import type { Programme } from '@aipower/programme';
import type { Receipt } from '@aipower/receipts';
import type { MarkKind } from '../page/marks.ts';
import type { caseView } from './case/case-view.ts';
import type { ResultView } from './case/result.ts';
import type { UnsavedLines } from './case/show-case.ts';
import type { answersView } from './check/answers-view.ts';
import type { Company } from './company/company.ts';
import type { companyView } from './company/facts.ts';
import type { FieldView } from './form/field-view.ts';
import type { pageView } from './form/page-view.ts';
import type { stepsView } from './form/steps.ts';
import type { callView, contactView } from './home/call.ts';
import type { LoginModel } from './login/login-model.ts';

type Notice = Programme['notices'][number];
type Lines = readonly { readonly href: string; readonly text: string }[];
/** Why a form was not taken, with the way to each question. */
export interface Problem {
  readonly text?: string;
  readonly lines: Lines;
}
type Answers = ReturnType<typeof answersView>;
type Steps = ReturnType<typeof stepsView>;

declare module '../page/views.ts' {
  interface Views {
    'apply-home': {
      readonly company: Company | null;
      readonly call: ReturnType<typeof callView>;
      readonly provisional: string;
      readonly contact: ReturnType<typeof contactView>;
      readonly cases: readonly {
        readonly href: string;
        readonly title: string;
        readonly category: string;
        readonly state: string;
        readonly status: MarkKind;
        readonly since: string;
      }[];
    };
    environment: {
      readonly rows: readonly ('system' | 'browser' | 'cookie' | 'component' | 'card' | 'time')[];
      readonly now: string;
      readonly download: string;
    };
    login: LoginModel;
    company: Awaited<ReturnType<typeof companyView>>;
    start: {
      readonly problem?: { readonly title: string; readonly text: string; readonly href?: string | null };
      readonly action: string;
      readonly isSwap: boolean;
      readonly chosen: string | undefined;
      readonly notice: string | undefined;
      readonly categories: readonly {
        readonly id: string;
        readonly name: string;
        readonly audience: string;
        readonly round: string;
      }[];
    };
    'form-notices': { readonly notice: Notice; readonly action: string; readonly isDraft: boolean };
    'form-page': Awaited<ReturnType<typeof pageView>>;
    'form-stale': {
      readonly action: string;
      readonly version: number;
      readonly fields: readonly {
        readonly id: string;
        readonly label: string;
        readonly saved: string;
        readonly yours: string;
        readonly differs: boolean;
        readonly values: readonly string[];
      }[];
    };
    check: Steps & {
      readonly id: string;
      readonly key: string;
      readonly problem: (Problem & { readonly title: string }) | undefined;
      /** What a draft file brought; empty where none was brought just now. */
      readonly brought: string;
      readonly missing: readonly { readonly title: string; readonly href: string; readonly lines: Lines }[];
      readonly missingCount: number;
      readonly notes: readonly {
        readonly status: MarkKind;
        readonly title: string;
        readonly text: string;
        readonly href: string;
      }[];
      readonly round: string;
      readonly answers: Answers;
      readonly categoryName: string;
      readonly pledge: Notice | null;
      readonly pledgeNotice: string | undefined;
      readonly pledgeFields: readonly FieldView[];
    };
    application: {
      readonly one: Awaited<ReturnType<typeof caseView>>;
      readonly problem: string | undefined;
      readonly unsaved: UnsavedLines;
    };
    sent: {
      readonly id: string;
      readonly number: string | null;
      readonly category: string;
      readonly version: string;
      readonly versions: readonly { readonly n: number; readonly href: string; readonly current: boolean }[];
      readonly answers: Answers;
    };
    'submission-receipt': {
      readonly application: string;
      readonly receipt: Extract<Receipt, { kind: 'submission' }>;
      readonly token: string;
      readonly id: string;
      readonly time: string;
      readonly category: string;
      readonly round: string | null;
      readonly parts: readonly { readonly name: string; readonly hash: string }[];
      readonly submitted: Programme['submitted'];
      readonly process: Programme['process'];
      readonly contact: ReturnType<typeof contactView>;
    };
    revise: {
      readonly problem?: Problem;
      /** Of the new version, so that a second click is not a second one. */
      readonly key: string;
      readonly action: string;
      readonly pages: readonly {
        readonly id: string;
        readonly heading: string;
        readonly fields: readonly FieldView[];
      }[];
    };
    supplement: {
      readonly problem?: Problem;
      readonly saved?: boolean;
      readonly action: string;
      readonly lead: string;
      readonly fields: readonly { readonly field: FieldView; readonly reason: string }[];
    };
  }

  interface Partials {
    'form-field': { readonly f: FieldView };
    'form-steps': { readonly list: Steps };
    'case-result': { readonly result: ResultView | null };
    'contact-operator': { readonly contact: ReturnType<typeof contactView> };
  }
}
