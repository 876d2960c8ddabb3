import type { verifiedReceiptView } from './view.ts';

declare module '../page/views.ts' {
  interface Views {
    receipt: { readonly receipt: ReturnType<typeof verifiedReceiptView> };
    receipts: {
      readonly errors: readonly { readonly field: string; readonly message: string }[];
      /** Said above the form: why it is shown. */
      readonly note: string | null;
      readonly token: string;
    };
  }
}
