import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { Table } from 'tableschema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../start-site.ts';

interface Described {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly licenses: readonly { readonly path: string }[];
  readonly schema?: object;
}

let site: RunningSite;
const folder = mkdtempSync(join(tmpdir(), 'aipower-package-'));
let described: readonly Described[];
let loaded: Package;
beforeAll(async () => {
  site = await startSite('sample');
  const get = async (name: string) => Buffer.from(await (await site.get(`/api/v1/dumps/${name}`)).arrayBuffer());
  const descriptor = JSON.parse(String(await get('datapackage.json'))) as { resources: readonly Described[] };
  described = descriptor.resources;
  for (const { path } of described) writeFileSync(join(folder, path), await get(path));
  loaded = await Package.load(descriptor, { basePath: folder, strict: true });
});
afterAll(async () => {
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every file has the size, the digest and the licence that the description states', async () => {
  expect(loaded.valid).toBe(true);
  expect(described.map(({ path }) => path)).toEqual([
    'certificates.csv',
    'certificates-spreadsheet.csv',
    'certificates.jsonl',
    'providers.jsonl',
    'catalogue.csv',
  ]);
  for (const { path, bytes, hash, licenses } of described) {
    const file = Buffer.from(await (await site.get(`/api/v1/dumps/${path}`)).arrayBuffer());
    expect([path, file.length]).toEqual([path, bytes]);
    expect(hash).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
    expect(licenses[0]!.path).toBe(`${site.url}/about#licence`);
  }
});

test.each([0, 4])('the reader of the standard reads every row of table %i', async (index) => {
  const resource = loaded.resources[index]!;
  expect(resource.errors).toEqual([]);
  const rows = await resource.read({ keyed: true });
  expect(rows.length).toBeGreaterThan(80);
  const [first] = Object.keys(rows[0]!);
  expect(first).toBe(index === 4 ? 'code' : 'scheme');
});

// Bytes as they are sent. The reader of packages has no option for the byte order mark, the reader of tables it rests on has.
test('the edition for spreadsheets begins with a BOM and holds what the exact one holds, and more', async () => {
  const exact = await loaded.resources[0]!.read({ keyed: true });
  const { path, schema } = described[1]!;
  const table = await Table.load(join(folder, path), { schema: schema!, strict: true, bom: true });
  const safe = (await table.read({ keyed: true })) as Record<string, unknown>[];
  expect(safe.length).toBeGreaterThan(80);
  const raw = Buffer.from(await (await site.get('/api/v1/dumps/certificates-spreadsheet.csv')).arrayBuffer());
  expect([...raw.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const listed = safe.filter((row) => row['listed'] === true);
  expect(listed.map(({ scheme, number }) => [scheme, number])).toEqual(
    exact.map(({ scheme, number }) => [scheme, number]),
  );
});
