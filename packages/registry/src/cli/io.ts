import type { Language } from './words.ts';

/** What a command needs from the terminal it runs in. */
export interface Io {
  readonly language: Language;
  readonly json: boolean;
  readonly databaseUrl: string;
  /** The instant of the call, ISO with offset. */
  readonly now: string;
  /** The day in Taiwan. */
  readonly today: string;
  print(text: string): void;
  /** A line that replaces itself; nothing in a pipe. */
  progress(text: string): void;
  note(text: string): void;
}

/** How a command ended. Documented in `--help` and in the README; scripts rely on it. */
export const exitCodes = { done: 0, no: 1, usage: 2, data: 3, world: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Lays rows out in columns; letters of Chinese take two places. */
export function columns(rows: readonly (readonly string[])[]): string {
  const width = (text: string) =>
    [...text].reduce(
      (sum, letter) =>
        sum +
        (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter)
          ? 2
          : 1),
      0,
    );
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat(widths[i]! - width(cell) + 2))).join(''),
    )
    .join('\n');
}
