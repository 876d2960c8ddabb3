import type { PublicState } from '@aipower/applications';
import type { UnsavedLines } from '../case/show-case.ts';
import type { contactView } from '../home/call.ts';
import type { AwardFacts } from './award-facts.ts';
import type { awardHistory } from './award-history.ts';
import type { changesView } from './change-view.ts';
import type { DutiesView } from './duties-view.ts';

type Changes = Awaited<ReturnType<typeof changesView>>;

declare module '../../page/views.ts' {
  interface Views {
    'application-award': DutiesView & {
      readonly id: string;
      readonly number: string;
      readonly problem: string | undefined;
      readonly facts: AwardFacts;
      readonly mayDo: PublicState['mayDo'];
      readonly changes: Changes;
      readonly people: readonly { readonly id: string; readonly label: string; readonly now: string }[];
      readonly history: Awaited<ReturnType<typeof awardHistory>>;
      readonly typed: (name: string) => string;
      /** What was typed as the link of a duty, where it was not taken. */
      readonly typedLinks: (obligation: string, i: number) => string;
      /** What was typed into a form that the page does not offer any more. */
      readonly unsaved: UnsavedLines;
      readonly contact: ReturnType<typeof contactView>;
    };
  }

  interface Partials {
    'award-glance': { readonly facts: AwardFacts };
    'usage-weeks': { readonly picture: NonNullable<AwardFacts['picture']> };
    'change-requests': { readonly changes: Changes };
  }
}
