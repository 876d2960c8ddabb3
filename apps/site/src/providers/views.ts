import type { faultyList, providerList } from './view.ts';

interface Common {
  readonly typed: Readonly<Record<string, string>>;
  readonly suggestions: readonly { readonly ubn: string; readonly name: string }[];
}

/** The list, or the form that comes back with its faults marked. */
export type ProvidersModel =
  | (ReturnType<typeof providerList> & Common & { readonly faults: readonly never[] })
  | ReturnType<typeof faultyList>;

declare module '../page/views.ts' {
  interface Views {
    providers: ProvidersModel;
  }
}
