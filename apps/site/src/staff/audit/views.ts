import type { lineViews } from './lines.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
}

declare module '../../page/views.ts' {
  interface Views {
    'staff-audit': {
      readonly isWhole: boolean;
      readonly mayVerify: boolean;
      readonly problem: string | undefined;
      readonly asked: Readonly<Record<'kind' | 'type' | 'actor' | 'number' | 'from' | 'until', string>>;
      readonly kinds: readonly Choice[];
      readonly actors: readonly Choice[];
      readonly types: readonly Choice[];
      readonly lines: Awaited<ReturnType<typeof lineViews>>;
      readonly more: string | null;
      readonly heads: readonly {
        readonly day: string;
        readonly seq: string;
        readonly hash: string;
        readonly href: string;
      }[];
      readonly proof: {
        readonly isProven: boolean;
        readonly word: string;
        readonly head: string;
        readonly problems: readonly string[];
      } | null;
    };
  }
}
