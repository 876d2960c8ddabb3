import { type Day, exportRegister, type Snapshot } from '@aipower/registry';
import { catalogueCsv } from '@aipower/taxonomy/csv';
import { providerShape } from './shapes.ts';

export interface Context {
  readonly snapshot: Snapshot;
  readonly origin: string;
  readonly today: Day;
}

interface Dump {
  readonly mediaType: string;
  readonly title: string;
  /** Changes with the day, not only with the register. */
  readonly daily: boolean;
  lines(context: Context): Iterable<string>;
}

/** Every file of the dump. Each holds the whole register of one moment, and the ids first. */
export const dumps = {
  'certificates.csv': {
    mediaType: 'text/csv; charset=utf-8',
    title: 'Certificates as the lists print them; imports back in without a change',
    daily: false,
    lines: ({ snapshot, today }) => exportRegister(snapshot, 'csv', today),
  },
  'certificates-spreadsheet.csv': {
    mediaType: 'text/csv; charset=utf-8',
    title: 'Certificates for spreadsheets: with BOM, formulas made harmless, gone ones and the standing today',
    daily: true,
    lines: ({ snapshot, today }) => exportRegister(snapshot, 'csv-safe', today),
  },
  'certificates.jsonl': {
    mediaType: 'application/x-ndjson',
    title: 'Certificates with every state each list gave them, one JSON object a line',
    daily: true,
    lines: ({ snapshot, today }) => exportRegister(snapshot, 'jsonl', today),
  },
  'providers.jsonl': {
    mediaType: 'application/x-ndjson',
    title: 'Providers as GET /providers/{ubn} gives them, one JSON object a line',
    daily: true,
    *lines({ snapshot, origin, today }) {
      for (const one of snapshot.providers)
        yield `${JSON.stringify(providerShape(one, { origin, on: today, today }))}\n`;
    },
  },
  'catalogue.csv': {
    mediaType: 'text/csv; charset=utf-8',
    title: 'Items of the catalogue',
    daily: false,
    lines: () => [catalogueCsv()],
  },
} as const satisfies Readonly<Record<string, Dump>>;

export type DumpName = keyof typeof dumps;
export const dumpNames = Object.keys(dumps) as [DumpName, ...DumpName[]];
