import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { tools } from '@aipower/site/mcp/tools';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleSite } from '../sample-site.ts';
import { type RunningSite, today } from '../start-site.ts';

// biome-ignore lint/suspicious/noExplicitAny: its shape is what the output schemas check.
type Loose = any;

let site: RunningSite;
let client: Client;
beforeAll(async () => {
  site = await startSampleSite();
  client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', site.url)));
});
afterAll(async () => {
  await client.close();
  await site.stop();
});

const call = async (name: string, args: object): Promise<Loose> => client.callTool({ name, arguments: args as Loose });
const api = async (path: string, body?: object): Promise<Loose> =>
  (
    await site.get(
      `/api/v1${path}`,
      body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    )
  ).json();

describe('the server', () => {
  it('has at most eight read-only tools, each with schemas for what goes in and comes out', async () => {
    const { tools: listed } = await client.listTools();
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    expect(listed.length).toBeLessThanOrEqual(8);
    for (const one of listed) {
      expect(one.annotations, one.name).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(one.inputSchema.additionalProperties, one.name).toBe(false);
      expect(one.outputSchema?.required, one.name).toEqual(expect.arrayContaining(['asOf', 'answer']));
    }
  });

  it('says where its software comes from', () => {
    expect(JSON.stringify(client.getServerVersion())).toContain('Origin of the software');
    expect(client.getInstructions()).toContain('never report them as no');
  });

  it('answers nobody under another host or for a page of another origin', async () => {
    const ask = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const { port } = new URL(site.url);
        const asked = request({ port, host: '127.0.0.1', path: '/mcp', method: 'POST', headers }, (res) => {
          res.resume();
          resolve(res.statusCode ?? 0);
        });
        asked.on('error', reject).end('{"jsonrpc":"2.0","id":1,"method":"tools/list"}');
      });
    const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    expect(await ask({ ...json, host: 'evil.example' })).toBe(403);
    expect(await ask({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await ask({ ...json, origin: site.url })).not.toBe(403);
  });
});

describe('the tools', () => {
  const questions: readonly [string, object, () => Promise<Loose>][] = [
    [
      'search_catalogue',
      { q: '瑕疵檢測', limit: 3 },
      () => api('/catalogue/search?q=%E7%91%95%E7%96%B5%E6%AA%A2%E6%B8%AC&limit=3'),
    ],
    ['get_item', { code: '4.6.1' }, () => api('/catalogue/4.6.1')],
    [
      'search_providers',
      { item: ['4.6.1'], state: ['valid'], per_page: 3 },
      () => api('/providers?item=4.6.1&state=valid&per_page=3'),
    ],
    ['get_provider', { ubn: '00000254', on: '2026-07-01' }, () => api('/providers/00000254?on=2026-07-01')],
    [
      'check_eligibility',
      { on: '2026-07-15', facts: { ubn: '00000254' } },
      () => api('/eligibility', { on: '2026-07-15', facts: { ubn: '00000254' } }),
    ],
  ];

  it.each(questions)('%s answers what the API answers', async (name, args, same) => {
    const { structuredContent, isError, content } = await call(name, args);
    expect(isError, JSON.stringify(content)).toBeFalsy();
    expect(structuredContent).toMatchObject({ asOf: today, sample: false });
    expect(structuredContent.answer).toEqual(await same());
  });

  it('keep the promise of their output schemas', async () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const { tools: listed } = await client.listTools();
    const asked: Record<string, object> = {
      ...Object.fromEntries(questions),
      verify_certificate: { scheme: 'ai', number: '示範-AI-0001', ubn: '00000254', on: '2026-07-01' },
      programme_rounds: { on: '2026-07-01' },
      model_origin: { name: 'Qwen2.5-7B-Instruct' },
    };
    for (const { name, outputSchema } of listed) {
      const { structuredContent } = await call(name, asked[name]!);
      const check = ajv.compile(outputSchema as object);
      expect(check(structuredContent) ? [] : check.errors, name).toEqual([]);
    }
    expect((await call('model_origin', asked['model_origin']!)).structuredContent.answer.answer).toBe('forbidden');
    const { rounds } = (await call('programme_rounds', asked['programme_rounds']!)).structuredContent.answer;
    expect(rounds.map(({ state }: Loose) => state)).toEqual(['open', 'open']);
  });

  it('refuse with the sentence that helps: unknown codes with the nearest, unknown members by name', async () => {
    for (const [name, args, says] of [
      ['get_item', { code: '4.6.99' }, '4.6.'],
      ['get_provider', { ubn: '99999999' }, 'unknown-provider'],
      ['search_providers', { itme: ['4.6.1'] }, 'itme'],
      ['verify_certificate', { scheme: 'nope', number: 'x' }, 'scheme'],
    ] as const) {
      const { isError, content } = await call(name, args);
      expect(isError, name).toBe(true);
      expect(JSON.stringify(content), name).toContain(says);
    }
  });
});

// The suite of the protocol's authors. Its other scenarios call tools, prompts and resources of a server made for it.
describe('the official conformance suite', () => {
  const suite = resolve(import.meta.dirname, '../../../node_modules/@modelcontextprotocol/conformance/dist/index.js');

  it.each(['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection'])('%s', async (scenario) => {
    const asked = ['server', '--url', `${site.url}/mcp`, '--scenario', scenario];
    // It writes its results where it is started.
    const { stdout } = await promisify(execFile)(process.execPath, [suite, ...asked], { cwd: tmpdir() });
    const [, passed, all] = /Passed: (\d+)\/(\d+), 0 failed, 0 warnings/.exec(stdout) ?? [];
    expect(Number(passed), stdout).toBeGreaterThan(0);
    expect(passed).toBe(all);
  });
});
