/** What the page of the login shows. */
export interface LoginModel {
  readonly problem?: string;
  readonly inserted?: string;
  /** The form that was sent before the login, as JSON; empty when there was none. */
  readonly kept: string;
  readonly next: string;
  readonly canLogIn: boolean;
  readonly demonstration: {
    readonly pin: string;
    readonly hasReader: boolean;
    readonly companies: readonly { readonly ubn: string; readonly name: string }[];
  } | null;
}
