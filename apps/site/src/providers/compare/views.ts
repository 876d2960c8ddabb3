import type { comparisonChoice } from './choice.ts';
import type { comparison } from './view.ts';

declare module '../../page/views.ts' {
  interface Views {
    'providers-compare': ReturnType<typeof comparison>;
    'providers-compare-choose': {
      readonly problems: readonly string[];
      readonly choice: ReturnType<typeof comparisonChoice> | null;
    };
  }

  interface Partials {
    'compare-add': { readonly ubns: readonly string[]; readonly typed: string };
  }
}
