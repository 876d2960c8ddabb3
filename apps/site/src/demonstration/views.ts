import type { clockSteps } from './clock-steps.ts';

declare module '../page/views.ts' {
  interface Views {
    demonstration: {
      readonly now: string;
      readonly steps: readonly { readonly step: (typeof clockSteps)[number]; readonly day: string | null }[];
      readonly pin: string;
      readonly hasReader: boolean;
    };
  }
}
