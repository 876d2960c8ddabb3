import type { JsonObject } from '@aipower/site/api/json';
import { operations } from '@aipower/site/api/operations';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, startSite } from '../running-site.ts';
import { ask, type Contract, contractOf, type Method, type OperationObject } from './contract.ts';

/**
 * Every operation is asked with values made from its own description, right ones and wrong ones, and with values that
 * no description foresees. Whatever is asked: the status and the type are documented, the body keeps the promise of its
 * schema, nothing answers 5xx, and the process lives on.
 */
const RUNS = 120;

let site: RunningSite;
let contract: Contract;
beforeAll(async () => {
  site = await startSite();
  contract = contractOf(site.url);
});
afterAll(() => site.stop());

const nasty = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e3',
  'null',
  '無',
  '\u202e',
  '\ufeff',
  '%',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>',
  '４．６．１',
  '00000000',
  '12345675',
  '示範-AI-0001',
  '2026-02-30',
  '9999-12-31',
  'a'.repeat(5000),
  '=cmd|x',
  'x\r\nSet-Cookie: a=b',
  '\u0000',
  '__proto__',
  'constructor',
);
const anyText = fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const anyJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;

/** Values a schema allows, as far as its keywords tell. */
function valid(schema: JsonObject, depth = 0): fc.Arbitrary<unknown> {
  const one = schema as Record<string, never>;
  if (one['$ref']) return valid(contract.document.components.schemas[String(one['$ref']).split('/').at(-1)!]!, depth);
  const choices = (one['anyOf'] ?? one['oneOf']) as JsonObject[] | undefined;
  if (choices) {
    // Beside other keywords, each choice adds to them.
    const { anyOf, oneOf, ...whole } = schema;
    return fc.oneof(...choices.map((choice) => valid({ ...whole, ...choice }, depth)));
  }
  if (one['const'] !== undefined) return fc.constant(one['const']);
  if (one['enum']) return fc.constantFrom(...(one['enum'] as unknown[]));
  const minimum = (one['minimum'] ?? 0) as number;
  switch (String(schema['type'])) {
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: minimum, max: Math.min((one['maximum'] ?? 1000) as number, minimum + 50) });
    case 'number':
      return fc.double({ min: minimum, max: 1, noNaN: true });
    case 'array':
      return fc.array(valid((one['items'] ?? {}) as JsonObject, depth + 1), {
        minLength: (one['minItems'] ?? 0) as number,
        maxLength: 4,
      });
    case 'object':
      return objects(schema, depth);
    default:
      return texts(one);
  }
}

function objects(schema: JsonObject, depth: number): fc.Arbitrary<unknown> {
  const required = new Set((schema['required'] ?? []) as string[]);
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonObject>);
  const further = schema['additionalProperties'];
  if (properties.length === 0 && typeof further === 'object' && further !== null) {
    const keys = fc.constantFrom('1', '2', '3.1', '5.1', '5.4', '5.6', '9');
    return fc.dictionary(keys, valid(further as JsonObject, depth + 1), { maxKeys: 4 });
  }
  const record = Object.fromEntries(properties.map(([name, part]) => [name, valid(part, depth + 1)]));
  return fc.record(record, { requiredKeys: [...required] });
}

function texts(schema: Record<string, unknown>): fc.Arbitrary<string> {
  if (schema['format'] === 'date') return fc.constantFrom('2026-07-15', '2020-01-01', '2099-12-31');
  if (schema['format'] === 'date-time') return fc.constantFrom('2026-07-15T10:00:00+08:00', '2026-10-30T15:59:59Z');
  if (schema['pattern']) return fc.constantFrom('00000254', '115', '4.6.1', '4.6', '4', '12345675');
  const known = fc.constantFrom(
    '示範-AI-0001',
    '示範標註工坊股份有限公司',
    '用相機找出面板上的刮傷',
    '00000254',
    'J62',
    '620111',
    '4.6.1',
    'Llama 3.1 8B',
    'https://example.org/a',
  );
  return fc.oneof(known, fc.string({ unit: 'grapheme', minLength: 2, maxLength: 30 }));
}

const describedValues = (schema: JsonObject) =>
  fc.oneof({ weight: 4, arbitrary: valid(schema) }, { weight: 1, arbitrary: anyText });

function address(at: string, { parameters = [] }: OperationObject): fc.Arbitrary<string> {
  const parts = parameters.map(({ name, in: place, schema }) =>
    fc.tuple(
      fc.constant({ name, place }),
      place === 'path' ? describedValues(schema) : fc.option(describedValues(schema), { nil: undefined }),
    ),
  );
  const none = fc.constant(undefined);
  const extra = fc.oneof({ weight: 9, arbitrary: none }, { weight: 1, arbitrary: fc.tuple(anyText, anyText) });
  return fc.tuple(fc.tuple(...parts), extra).map(([values, more]) => {
    const query = new URLSearchParams();
    let path = at;
    for (const [{ name, place }, value] of values as [{ name: string; place: string }, unknown][]) {
      if (value === undefined) continue;
      const list = Array.isArray(value) ? value : [value];
      if (place === 'path') path = path.replace(`{${name}}`, segment(String(list[0])));
      else for (const each of list) query.append(name, String(each));
    }
    if (more) query.append(more[0], more[1]);
    const text = query.toString();
    return text ? `${path}?${text}` : path;
  });
}

/** One segment of a path: a client would take `.` and `..` out before it asks, and ask for another operation. */
function segment(text: string): string {
  const part = encodeURIComponent(text.toWellFormed());
  return /^\.{0,2}$/.test(part) ? '-' : part;
}

/** One in five is the address that the reference shows, which leads past the doors that chance hardly opens. */
function known(example: string | undefined, any: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (example === undefined) return any;
  return fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: fc.constant(example) });
}

/** One in nine is the body that the reference shows: some operations are hardly answered by chance. */
function bodies(schema: JsonObject, example: unknown): fc.Arbitrary<string> {
  const right = valid(schema).map((value) => JSON.stringify(value));
  const bent = fc.tuple(valid(schema), fc.nat(8), anyJson, anyText).map(([value, at, other, name]) => {
    const keys = Object.keys(value as object);
    const key = at < keys.length ? keys[at]! : name;
    return JSON.stringify({ ...(value as object), [key]: other });
  });
  const wild = anyJson.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 3, arbitrary: right },
    { weight: 3, arbitrary: bent },
    { weight: 1, arbitrary: wild },
    { weight: 1, arbitrary: anyText },
    { weight: 1, arbitrary: fc.constant(JSON.stringify(example)) },
  );
}

describe('whatever is asked, the document keeps its promise', () => {
  it.each(operations.map((one) => [one.id, one] as const))('%s', async (_id, operation) => {
    const { path: at, method, example } = operation;
    const described = contract.document.paths[at]![method as Method];
    const schema = described.requestBody?.content['application/json'].schema;
    const seen = new Map<number, number>();
    const body = schema ? bodies(schema, operation.body?.example) : fc.constant(undefined);
    await fc.assert(
      fc.asyncProperty(known(example, address(at, described)), body, async (where, content) => {
        const init =
          content === undefined
            ? {}
            : { method: 'POST', headers: { 'content-type': 'application/json' }, body: content };
        const answer = await ask(`${site.url}/api/v1${where}`, init);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        expect(contract.breaches(at, method, answer), answer.text.slice(0, 500)).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.get('set-cookie')).toBeNull();
      }),
      { numRuns: RUNS },
    );
    // A fuzz that is only ever refused has tested the refusal.
    expect(seen.get(200) ?? 0, `${at}: ${JSON.stringify([...seen])}`).toBeGreaterThan(0);
  });
});
