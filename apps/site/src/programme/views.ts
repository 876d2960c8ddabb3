import type { Category, Programme } from '@aipower/programme';
import type { Calculation, Conversion } from './calculator.ts';
import type { Deadlines } from './deadlines.ts';
import type { SourcePage, sourceLines } from './source-lines.ts';
import type { Step } from './steps.ts';
import type { timeline } from './timeline.ts';
import type { bonusByKind, criteria, formPages, levels, reviews, whoAtAGlance, windowState } from './view.ts';

type Notices = Programme['notices'];

declare module '../page/views.ts' {
  interface Views {
    programme: {
      readonly programme: Programme;
      readonly otherYears: readonly string[];
      /** The pre-check without a year is about this one. */
      readonly isMeantToday: boolean;
      readonly state: ReturnType<typeof windowState>;
      readonly who: ReturnType<typeof whoAtAGlance>;
      readonly reviews: ReturnType<typeof reviews>;
      readonly levels: ReturnType<typeof levels>;
      readonly criteria: ReturnType<typeof criteria>;
      readonly bonus: ReturnType<typeof bonusByKind>;
      readonly conversions: readonly Conversion[];
      readonly calculation: Calculation | null;
      readonly timeline: ReturnType<typeof timeline>;
      readonly steps: readonly Step[];
      /** Closed: the next review, or when the last one was; empty while applications are taken or before. */
      readonly reviewed: string;
      /** The largest weight in per cent: its bar is as long as there is room. */
      readonly heaviest: number;
      readonly deadlines: Deadlines | null;
    };
    'programme-notices': { readonly programme: Programme; readonly otherYears: readonly string[] };
    'programme-source': {
      readonly programme: Programme;
      readonly otherYears: readonly string[];
      readonly pages: readonly SourcePage[];
      readonly shown: SourcePage;
      readonly lines: ReturnType<typeof sourceLines>;
    };
    'programme-form': {
      readonly programme: Programme;
      readonly otherYears: readonly string[];
      readonly category: Category;
      readonly sections: ReturnType<typeof formPages>;
    };
  }

  interface Partials {
    'programme-timeline': { readonly own: Views['programme'] };
    'programme-glance': { readonly own: Views['programme'] };
    'programme-dates': { readonly own: Views['programme'] };
    'programme-levels': { readonly own: Views['programme'] };
    'programme-calculator': { readonly own: Views['programme'] };
    'programme-weights': { readonly own: Views['programme'] };
    'programme-eligibility': { readonly own: Views['programme'] };
    'programme-bonus': { readonly own: Views['programme'] };
    'programme-models': { readonly own: Views['programme'] };
    'programme-forbidden': { readonly own: Views['programme'] };
    'programme-process': { readonly own: Views['programme'] };
    'programme-contact': { readonly own: Views['programme'] };
    'programme-deadlines': { readonly own: Views['programme'] };
    'source-pages': { readonly label: string; readonly pages: readonly SourcePage[]; readonly shown: SourcePage };
    'notice-items': { readonly items: Notices[number]['items'] };
    'notice-text': { readonly text: Notices[number]['items'][number]['text'] };
    /** The tabs of the programme's pages; `part`: overview, notices, or a category. */
    'programme-parts': {
      readonly part: string;
      readonly programme: Programme;
      readonly otherYears: readonly string[];
    };
  }
}
