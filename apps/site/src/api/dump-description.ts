import { createHash } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Snapshot } from '@aipower/registry';
import { dataPackage as catalogueDescription } from '@aipower/taxonomy/csv';
import { memoOf } from '../memo.ts';
import { type Context, type DumpName, dumps } from './dumps.ts';

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

/** Lines that are digested before other requests have their turn. */
const LINES_AT_ONCE = 500;

/** Size and digest of a dump as it is sent, uncompressed. */
async function fingerprint(name: DumpName, context: Context): Promise<{ bytes: number; hash: string }> {
  const digest = createHash('sha256');
  let [bytes, lines] = [0, 0];
  for (const line of dumps[name].lines(context)) {
    digest.update(line);
    bytes += Buffer.byteLength(line);
    if (++lines % LINES_AT_ONCE === 0) await othersFirst();
  }
  return { bytes, hash: `sha256:${digest.digest('hex')}` };
}

/** Of one state of the register, by name and day: digesting a hundred thousand certificates takes a second or two. */
const known = memoOf((_snapshot: Snapshot) => new Map<string, ReturnType<typeof fingerprint>>());

function fingerprintOf(name: DumpName, context: Context): ReturnType<typeof fingerprint> {
  const ofState = known(context.snapshot);
  const key = dumps[name].daily ? `${name} ${context.today}` : name;
  let found = ofState.get(key);
  if (!found) {
    if (ofState.size > 20) ofState.clear();
    found = fingerprint(name, context);
    ofState.set(key, found);
  }
  return found;
}

/**
 * The dumps described as a Frictionless data package (v1). The edition for spreadsheets begins with a byte order mark, which UTF-8
 * readers take off; its resource says so.
 */
export async function dumpDescription(context: Context, sample: boolean) {
  const { snapshot, origin } = context;
  const fields = (columns: object) => Object.entries(columns).map(([name, field]) => ({ name, ...field }));
  const licence = { title: 'Licence of the data', path: `${origin}/about#licence` };
  const file = async (name: DumpName, format: string, mediatype: string, more: object = {}) => ({
    name: format === 'csv' ? name.replace('.csv', '') : name.replace('.', '-'),
    title: dumps[name].title,
    path: name,
    format,
    mediatype,
    encoding: 'utf-8',
    ...(await fingerprintOf(name, context)),
    licenses: [licence],
    ...more,
  });
  const csv = (name: DumpName, schema: object, more: object = {}) =>
    file(name, 'csv', 'text/csv', { profile: 'tabular-data-resource', schema, ...more });
  const lines = (name: DumpName) => file(name, 'jsonl', 'application/x-ndjson');
  const [catalogue] = catalogueDescription().resources;
  const empty = { missingValues: [''] };
  const spreadsheet = { fields: fields({ ...certificateFields, ...standingFields }), ...empty };
  return {
    profile: 'data-package',
    name: 'ai-service-capability-register',
    title: sample ? 'Register of AI service capability: FICTIONAL SAMPLE' : 'Register of AI service capability',
    version: String(snapshot.revision),
    homepage: origin,
    licenses: [licence],
    sources: [...new Set([...snapshot.lists.values()].map(({ source }) => source))].map((title) => ({ title })),
    resources: [
      await csv('certificates.csv', { fields: fields(certificateFields), ...empty }),
      await csv('certificates-spreadsheet.csv', spreadsheet, {
        description: 'Begins with a byte order mark (BOM), so that spreadsheets read it as UTF-8.',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      }),
      await lines('certificates.jsonl'),
      await lines('providers.jsonl'),
      await csv('catalogue.csv', catalogue!.schema),
    ],
  };
}
