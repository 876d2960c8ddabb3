import type { Language } from './language.ts';
import type { Paths } from './paths.ts';
import type { Show } from './show.ts';
import type { Messages } from './words.zh.ts';

/**
 * What each page's template shows, by the name of the template. Every feature adds its own, in its `views.ts`:
 * `declare module '../page/views.ts' { interface Views { about: AboutModel } }`. A route that hands over anything else,
 * or a template that asks for anything else, fails `npm run check`.
 */
export interface Views extends Readonly<Record<never, never>> {}

/** What each partial is given, beside what every template knows. */
export interface Partials {
  contact: { readonly words: string; readonly contact: string | null | undefined };
  'error-summary': { readonly errors: readonly { readonly field: string; readonly message: string }[] };
  field: { readonly field: LineField };
  marks: Readonly<Record<never, never>>;
  /** Where an official text stands in its source, while sources are shown. */
  'source-line': { readonly lines: string | undefined };
  official: { readonly text: Readonly<Record<Language, string>> & { readonly lines?: string | undefined } };
  'search-box': { readonly query?: string | undefined };
  'near-firms': {
    readonly near: readonly {
      readonly ubn: string;
      readonly name: string;
      readonly city: string | null;
      readonly because: string;
    }[];
  };
  suggestions: { readonly suggestions: readonly { readonly ubn: string; readonly name: string }[] };
}

/** One labelled line of a form, with its hint and its error. */
export interface LineField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null | undefined;
  readonly value: string | undefined;
  readonly error?: string | undefined;
  readonly short?: boolean;
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
}

/** A partial whose locals may all be left out may be called by its name alone. */
type Given<Locals> = Readonly<Record<never, never>> extends Locals ? [locals?: Locals] : [locals: Locals];

/** What every template knows. */
export interface Known {
  readonly t: Messages;
  readonly paths: Paths;
  readonly language: Language;
  readonly show: Show;
  readonly partial: <Name extends keyof Partials>(name: Name, ...given: Given<Partials[Name]>) => string;
}

/** What the masthead of a desk shows. */
export interface DeskFrame {
  readonly place: string;
  readonly home: string;
  readonly nav: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly sitter: { readonly name: string; readonly id: string } | null;
  readonly logout: string;
}

/** What the layout says around a page; a template may say it too. */
export interface PageFrame {
  readonly title: string;
  readonly description: string;
  /** schema.org description as JSON that may stand inside a script element. */
  readonly jsonLd: string | undefined;
  readonly languageTag: string;
  readonly canonical: string;
  /** The same page in every language, itself among them, by its full address; empty where it has none. */
  readonly alternates: readonly { readonly tag: string; readonly href: string }[];
  readonly other: { readonly language: Language; readonly tag: string; readonly href: string };
  readonly nav: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly sample: boolean;
  /** When what is shown was last confirmed, where that is too long ago to go without saying. */
  readonly late: string | null;
  /** The day shown by the demonstration clock; `null` where the real clock runs. */
  readonly demonstration: string | null;
  /** The desk a page belongs to; without one it is a public page. */
  readonly desk: DeskFrame | undefined;
  readonly printedAt: string;
  readonly assets: Readonly<Record<'css' | 'deskCss' | 'js' | 'sheet' | 'card' | 'draft', string>>;
  readonly posted: Readonly<Record<string, string>> | undefined;
  readonly carriedBy: string | undefined;
  /** Whether the places of official texts in their source are shown. */
  readonly sources: boolean;
}

/** The locals of a template, by its name. */
export type Locals<Name extends keyof Views | keyof Partials | 'layout'> = Name extends keyof Views
  ? Known & { readonly view: Views[Name]; readonly page: PageFrame }
  : Name extends keyof Partials
    ? Known & { readonly page: PageFrame & Partials[Name] }
    : Known & { readonly page: PageFrame & { readonly body: string } };
