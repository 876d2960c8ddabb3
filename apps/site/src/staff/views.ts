import type { MarkKind } from '../page/marks.ts';
import type { Member } from './member.ts';
import type { QueueRow } from './queue/row.ts';
import type { screeningView } from './screening/screening-view.ts';

interface Paging {
  readonly number: number;
  readonly last: number;
  readonly previous: string | null;
  readonly next: string | null;
}
interface ReadAnswer {
  readonly id: string;
  readonly no: string;
  readonly label: string;
  readonly text: string;
}

declare module '../page/views.ts' {
  interface Views {
    'staff-login': {
      readonly problem: string | undefined;
      readonly next: string;
      /** Where the login at the provider begins; null where none is configured. */
      readonly start: string | null;
      readonly hasLeft: boolean;
      readonly leftBy: string | null;
      readonly accounts: readonly { readonly id: string; readonly name: string }[] | null;
    };
    'staff-refused': Member & { readonly hasRole: boolean };
    'staff-queue': {
      readonly group: string;
      readonly groups: readonly {
        readonly label: string;
        readonly count: number;
        readonly href: string;
        readonly current: boolean;
      }[];
      /** The one that is shown; blank for all. */
      readonly year: string;
      /** Two or more; none where all applications are of one year. */
      readonly years: readonly { readonly id: string; readonly name: string }[];
      readonly category: string;
      readonly categories: readonly { readonly id: string; readonly name: string }[];
      readonly round: string;
      readonly rounds: readonly number[];
      readonly total: number;
      readonly rows: readonly QueueRow[];
      readonly paging: Paging;
      readonly missing: readonly { readonly href: string; readonly text: string }[];
      readonly proposals: readonly { readonly href: string; readonly what: string; readonly name: string }[];
    };
    'staff-reviews': {
      readonly assigned: readonly { readonly name: string; readonly ubn: string; readonly topic: string }[];
    };
    screening: Awaited<ReturnType<typeof screeningView>>;
    'staff-sent': {
      readonly caseHref: string;
      readonly number: string;
      readonly isCompared: boolean;
      readonly comparison: string;
      readonly sections: readonly {
        readonly heading: string;
        readonly answers: readonly (ReadAnswer & { readonly before: string | null })[];
      }[];
      readonly versions: readonly {
        readonly label: string;
        readonly href: string;
        readonly against: string | null;
        readonly current: boolean;
      }[];
    };
    'staff-supplement': {
      readonly problem: string | undefined;
      readonly caseHref: string;
      readonly action: string;
      readonly name: string;
      readonly due: string;
      readonly sections: readonly {
        readonly id: string;
        readonly heading: string;
        readonly fields: readonly (ReadAnswer & { readonly reason: string; readonly isAsked: boolean })[];
      }[];
    };
    'staff-outbox': {
      readonly isDone: boolean;
      readonly sendsByItself: boolean;
      readonly rows: readonly {
        readonly id: string;
        readonly kind: string;
        readonly name: string;
        readonly number: string;
        readonly href: string | null;
        readonly made: string;
        readonly state: string;
        readonly status: MarkKind;
        readonly sent: string;
        readonly problem: string;
        readonly mail: { readonly to: readonly string[]; readonly subject: string; readonly text: string } | null;
        readonly isDone: boolean;
      }[];
      readonly paging: Paging;
    };
  }
}
