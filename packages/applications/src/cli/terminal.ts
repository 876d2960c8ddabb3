export type Terminal = { readonly out: (text: string) => void; readonly err: (text: string) => void };

export type ExitCode = 0 | 1 | 2;
