declare module '../page/views.ts' {
  interface Views {
    kept: {
      readonly lead: string;
      readonly action: string;
      /** Where to log in first, in another tab: this page keeps what was typed. */
      readonly logIn?: string;
      readonly entries: readonly { readonly name: string; readonly value: string }[];
    };
  }
}
