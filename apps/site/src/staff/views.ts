import type { MarkKind } from '../page/marks.ts';
import type { assignView } from './assign/assign-view.ts';
import type { meetingView } from './meeting/meeting-view.ts';
import type { Member } from './member.ts';
import type { Paging } from './paging.ts';
import type { publicationView } from './publication/publication-view.ts';
import type { QueueRow } from './queue/row.ts';
import type { evidenceView } from './review/evidence.ts';
import type { declarationView, reviewView } from './review/review-view.ts';
import type { papersView } from './round/papers.ts';
import type { roundView } from './round/round-view.ts';
import type { roundsView } from './round/rounds-view.ts';
import type { historyView } from './screening/history.ts';
import type { screeningView } from './screening/screening-view.ts';

type HistoryLine = Awaited<ReturnType<typeof historyView>>[number];

interface ReadAnswer {
  readonly id: string;
  readonly no: string;
  readonly label: string;
  readonly text: string;
}

interface ReviewerRow {
  readonly name: string;
  readonly href: string;
  readonly items: readonly string[];
  readonly open: number;
  readonly done: number;
}

declare module '../page/views.ts' {
  interface Partials {
    'round-tabs': {
      readonly address: readonly [string, string, string];
      readonly here: 'assign' | 'table' | 'meeting' | 'publication' | 'papers';
    };
    paging: { readonly paging: Paging };
    /** What somebody typed into a form that is not on the page any more. */
    unsaved: { readonly lines: readonly { readonly label: string; readonly text: string }[] };
    /** What others did since the page was opened. */
    since: { readonly lines: readonly HistoryLine[] };
    'rank-table': { readonly table: Awaited<ReturnType<typeof roundView>> };
    'reviewer-table': { readonly rows: readonly ReviewerRow[] };
    'review-evidence': { readonly evidence: Awaited<ReturnType<typeof evidenceView>> };
  }

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
      /** The 統一編號 or number of an application that was asked for, as typed; blank for none. */
      readonly number: string;
      readonly total: number;
      readonly rows: readonly QueueRow[];
      readonly paging: Paging;
      /** Of them the first are named. */
      readonly missingCount: number;
      readonly missing: readonly { readonly href: string; readonly text: string }[];
      readonly proposals: readonly { readonly href: string; readonly what: string; readonly name: string }[];
    };
    'staff-reviews': {
      /** How many of them, the first ones, still wait for this person. */
      readonly todo: number;
      readonly assigned: readonly {
        readonly href: string;
        readonly name: string;
        readonly ubn: string;
        readonly topic: string;
        readonly state: string;
        readonly status: MarkKind;
      }[];
      readonly profile: string;
    };
    'staff-rounds': Awaited<ReturnType<typeof roundsView>>;
    'staff-round': Awaited<ReturnType<typeof roundView>>;
    'staff-papers': Awaited<ReturnType<typeof papersView>>;
    'staff-assign': Awaited<ReturnType<typeof assignView>>;
    'staff-reviewers': {
      readonly rows: readonly ReviewerRow[];
      readonly typed: { readonly name: string; readonly account: string };
      readonly problem: string | null;
      readonly mayAdd: boolean;
    };
    'staff-reviewer': {
      readonly items: string;
      readonly employers: string;
      readonly problem: string | null;
      readonly seen: string;
      /** Where somebody else has saved another profile meanwhile: that one. */
      readonly stands: { readonly items: string; readonly employers: string } | null;
      readonly isOwn: boolean;
      readonly known: readonly string[];
      readonly action: string;
      readonly back: string;
    };
    'review-declaration': Awaited<ReturnType<typeof declarationView>>;
    review: Awaited<ReturnType<typeof reviewView>>;
    'staff-meeting': Awaited<ReturnType<typeof meetingView>>;
    'staff-publication': Awaited<ReturnType<typeof publicationView>>;
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
      readonly since: readonly HistoryLine[];
      readonly seen: string;
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
      readonly problem: string | undefined;
      readonly isDone: boolean;
      readonly sendsByItself: boolean;
      /** Where mail that comes back goes to; null where none is sent. */
      readonly bounces: string | null;
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
        readonly mail: {
          readonly to: readonly {
            readonly address: string;
            readonly answered: string | null;
            readonly answer: string | null;
          }[];
          readonly subject: string;
          readonly text: string;
        } | null;
        readonly isDone: boolean;
      }[];
      readonly paging: Paging;
    };
  }
}
