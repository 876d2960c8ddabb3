import type { awardsView } from './awards-view.ts';
import type { staffAwardView } from './view.ts';

type AwardPage = Awaited<ReturnType<typeof staffAwardView>>;

declare module '../../page/views.ts' {
  interface Views {
    'staff-award': AwardPage;
    'staff-awards': Awaited<ReturnType<typeof awardsView>>;
  }

  interface Partials {
    /** An act that needs a reason and nothing else; `carries`: what it is about. */
    'reason-form': {
      readonly id: string;
      readonly action: string;
      readonly title: string;
      readonly hint?: string;
      /** What the page showed, as `seenOn` gives it. */
      readonly seen: string;
      readonly typed: (name: string) => string;
      readonly carries?: { readonly name: string; readonly value: string };
    };
    'staff-duties-of': { readonly one: AwardPage; readonly act: (name: string) => string };
  }
}
