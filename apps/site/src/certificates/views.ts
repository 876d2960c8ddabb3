import type { certificatePage } from './view.ts';

declare module '../page/views.ts' {
  interface Views {
    certificate: ReturnType<typeof certificatePage> & {
      /** The day as it was typed. */
      readonly typed: string;
      readonly badDay: string | null;
      readonly chosen: boolean;
      readonly permanent: string;
    };
  }
}
