/**
 * The examples of the API, src/api/generated/api-examples.ts: what the operations of `src/api` answer, asked over HTTP on the
 * sample register of `data/sample`. `--check` writes nothing and fails when they would answer otherwise today.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Json } from '../src/api/json.ts';
import type { Operation } from '../src/api/operation.ts';
import { operations } from '../src/api/operations.ts';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createDeps } from '../src/deps.ts';
import { createLog } from '../src/http/log.ts';
import { bundle, bundleFile, isBundleStale } from './bundle.ts';

// First: the site that answers the examples serves the script.
if (process.argv.includes('--check')) {
  if (isBundleStale()) {
    console.error('apps/site/src/page/assets/generated/card.js is stale: run npm run generate');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(bundleFile), { recursive: true });
  writeFileSync(bundleFile, bundle());
}

/** Inside the window of the sample's certificates and of programme 115, so that the examples show what an answer can hold. */
const MADE_AT = '2026-07-15T10:00:00+08:00';
/** Stands for the register's own address, and is replaced by it where an example is shown. */
const ORIGIN = 'https://register.example.tw';
/** A reader looks for the shape of an answer: longer ones are shown with shorter lists. */
const MAX_CHARACTERS = 3500;
const TEXT_LINES = 3;

const file = join(import.meta.dirname, '../src/api/generated/api-examples.ts');
const text = moduleOf(await examples());
const stale = !existsSync(file) || readFileSync(file, 'utf8') !== text;
if (process.argv.includes('--check')) {
  if (stale) console.error('apps/site/src/api/generated/api-examples.ts is stale: run npm run generate');
  if (stale) process.exitCode = 1;
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`site: ${operations.length} examples written`);
}

interface Example {
  readonly answer: Json;
  readonly most: number | null;
}

async function examples(): Promise<Record<string, Example>> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-examples-'));
  const config = readConfig({
    DATABASE_URL: join(folder, 'register.db'),
    SAMPLE_DATA: 'yes',
    DEMONSTRATION: 'no',
    PUBLIC_ORIGIN: ORIGIN,
  });
  const clock = { now: () => new Date(MADE_AT) };
  const deps = await createDeps(config, { clock, log: createLog('silent'), origin: ORIGIN });
  const server = createServer(createApp(deps));
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
    const made: Record<string, Example> = {};
    for (const operation of operations) made[operation.id] = await ask(base, operation);
    return made;
  } finally {
    server.close();
    server.closeAllConnections();
    await deps.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(base: string, { id, path, body, example }: Operation): Promise<Example> {
  const init = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body.example),
  };
  const response = await fetch(base + (example ?? path), init);
  if (response.status !== 200) throw new Error(`${id}: the example is answered ${response.status}`);
  if (!/json/.test(response.headers.get('content-type') ?? '')) {
    const lines = (await response.text()).split(/(?<=\n)/);
    return { answer: lines.slice(0, TEXT_LINES).join(''), most: lines.length > TEXT_LINES ? TEXT_LINES : null };
  }
  return fitting((await response.json()) as Json);
}

/** The answer as it is, or with as much of every list as leaves it readable. */
function fitting(answer: Json): Example {
  const fits = (value: Json) => JSON.stringify(value).length <= MAX_CHARACTERS;
  if (fits(answer)) return { answer, most: null };
  const most = [3, 2].find((length) => fits(cut(answer, length))) ?? 1;
  return { answer: cut(answer, most), most };
}

function cut(value: Json, most: number): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, most).map((one) => cut(one as Json, most));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cut(part, most)]));
}

function moduleOf(made: Record<string, Example>): string {
  return `// Made by scripts/generate.ts: run \`npm run generate\`. Never edit.
import type { ApiExample } from '../example.ts';

export const examplesMadeOn = '${MADE_AT.slice(0, 10)}';
export const examplesOrigin = '${ORIGIN}';

export const apiExamples: Readonly<Record<string, ApiExample>> = ${JSON.stringify(made, null, 1)};
`;
}
