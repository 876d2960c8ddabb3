import type { resultsView } from './view.ts';

declare module '../page/views.ts' {
  interface Views {
    results: Awaited<ReturnType<typeof resultsView>>;
  }
}
