import type { steps } from './routes.ts';

declare module '../page/views.ts' {
  interface Views {
    demonstration: {
      readonly now: string;
      readonly steps: readonly { readonly step: (typeof steps)[number]; readonly day: string | null }[];
      readonly pin: string;
      readonly hasReader: boolean;
    };
  }
}
