import { type Day, exportRegister, type Snapshot } from '@aipower/registry';
import { catalogueCsv, dataPackage as catalogueDescription } from '@aipower/taxonomy/csv';
import { providerShape } from './shapes.ts';

interface Context {
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

const listed = (description: string) => ({ type: 'string', description: `${description} Joined with ;` });
const text = (description: string) => ({ type: 'string', description });
const date = (description: string) => ({ type: 'date', format: '%Y-%m-%d', description });

const certificateFields = {
  scheme: { ...text('Which of the registrations.'), constraints: { required: true } },
  number: text('As printed; empty where the scheme has none.'),
  ubn: {
    ...text('統一編號 of the holder. Text: leading zeros count.'),
    constraints: { required: true, pattern: '[0-9]{8}' },
  },
  name: { ...text('Present name.'), constraints: { required: true } },
  name_en: text('English name, where printed.'),
  former_names: listed('Earlier names.'),
  city: text('City or county, where printed.'),
  registered_on: { ...date('First day.'), constraints: { required: true } },
  valid_until: { ...text('Last day, on which it is still valid, or open.'), constraints: { required: true } },
  status: text('As the newest list states it.'),
  items: listed('Item codes of the catalogue.'),
  evidence_url: text('Where it can be looked up.'),
  status_on: date('Day the status took effect, where printed.'),
  edition: text('Edition of the item codes.'),
  head_office_ubn: text('Set when the holder is a branch.'),
  predecessor_ubn: text('Firm it took over from.'),
  successor_ubn: text('Firm that took over.'),
} as const;

const standingFields = {
  listed: {
    type: 'boolean',
    trueValues: ['yes'],
    falseValues: ['no'],
    description: 'Whether the newest list holds it.',
  },
  on: date('The day judged.'),
  standing: text('How it stands on that day.'),
  reason: text('Reason code.'),
} as const;

/** The dumps described as a Frictionless data package (v1). */
export function dumpDescription({ snapshot }: Pick<Context, 'snapshot'>, sample: boolean) {
  const fields = (columns: object) => Object.entries(columns).map(([name, field]) => ({ name, ...field }));
  const csv = (name: DumpName, schema: object) => ({
    name: name.replace('.csv', ''),
    title: dumps[name].title,
    path: name,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema,
  });
  const lines = (name: DumpName) => ({
    name: name.replace('.', '-'),
    title: dumps[name].title,
    path: name,
    format: 'jsonl',
    mediatype: 'application/x-ndjson',
    encoding: 'utf-8',
  });
  const [catalogue] = catalogueDescription().resources;
  const empty = { missingValues: [''] };
  return {
    profile: 'data-package',
    name: 'ai-service-capability-register',
    title: sample ? 'Register of AI service capability: FICTIONAL SAMPLE' : 'Register of AI service capability',
    version: String(snapshot.revision),
    sources: [...new Set([...snapshot.lists.values()].map(({ source }) => source))].map((title) => ({ title })),
    resources: [
      csv('certificates.csv', { fields: fields(certificateFields), ...empty }),
      csv('certificates-spreadsheet.csv', { fields: fields({ ...certificateFields, ...standingFields }), ...empty }),
      lines('certificates.jsonl'),
      lines('providers.jsonl'),
      { ...catalogue, name: 'catalogue', title: dumps['catalogue.csv'].title },
    ],
  };
}
