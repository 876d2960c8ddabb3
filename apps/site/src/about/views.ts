import type { Programme } from '@aipower/programme';
import type { Register } from '@aipower/registry';
import type { Edition } from '@aipower/taxonomy';
import type { registerState } from '../presenters/register-state.ts';
import type { verdictStatus } from '../presenters/verdict.ts';

declare module '../page/views.ts' {
  interface Views {
    about: {
      readonly state: ReturnType<typeof registerState>;
      readonly revision: number;
      readonly tax: ReturnType<Register['tax']['status']>;
      readonly edition: Edition;
      /** Every year, the newest first. */
      readonly programmes: readonly Programme[];
      readonly verdictStatus: typeof verdictStatus;
      readonly contact: string | null;
    };
  }
}
