declare module '../page/views.ts' {
  interface Views {
    kept: {
      readonly lead: string;
      readonly action: string;
      readonly entries: readonly { readonly name: string; readonly value: string }[];
    };
  }
}
