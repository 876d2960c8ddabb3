import type { drawPeriods } from './period-chart.ts';
import type { providerPage } from './view.ts';

declare module '../../page/views.ts' {
  interface Views {
    provider: ReturnType<typeof providerPage>;
  }
  interface Partials {
    'period-chart': { readonly chart: ReturnType<typeof drawPeriods>; readonly id: string };
  }
}
