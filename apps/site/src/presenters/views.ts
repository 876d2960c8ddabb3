import type { Period } from '@aipower/registry';
import type { itemsByTier } from './items-by-tier.ts';
import type { drawPeriods } from './period-chart.ts';
import type { eventView, verdictView } from './verdict.ts';

declare module '../page/views.ts' {
  interface Partials {
    'items-by-tier': { readonly tree: ReturnType<typeof itemsByTier>; readonly heading?: 'h3' | 'h4' };
    'period-chart': { readonly chart: ReturnType<typeof drawPeriods>; readonly id: string };
    period: { readonly period: Period };
    timeline: { readonly events: readonly ReturnType<typeof eventView>[] };
    /** The answer to one claim. */
    verdict: {
      readonly result: ReturnType<typeof verdictView>;
      readonly warnings?: readonly string[];
      /** Of its heading; `verdict` when left out. */
      readonly id?: string;
      readonly label?: string;
      readonly level?: 'h1' | 'h2' | 'h3';
      /** The heading names the verdict of either day where they differ. */
      readonly bothDays?: boolean;
    };
  }
}
