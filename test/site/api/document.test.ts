import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openApiDocument } from '@aipower/site/api/openapi';
import { operations } from '@aipower/site/api/operations';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, startSite } from '../running-site.ts';
import { contractOf } from './contract.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const document = async () => (await fetch(`${site.url}/api/v1/openapi.json`)).json() as Promise<OpenAPI3>;

describe('the OpenAPI document', () => {
  it('is what the operations make, and says what it is', async () => {
    const answer = await fetch(`${site.url}/api/v1/openapi.json`);
    expect(answer.headers.get('content-type')).toBe('application/vnd.oai.openapi+json;version=3.1');
    expect(await answer.json()).toEqual(
      JSON.parse(JSON.stringify(openApiDocument(operations, { origin: site.url, language: 'en' }))),
    );
  });

  it.each(['en', 'zh'] as const)('a linter finds nothing in it (%s)', async (language) => {
    const source = JSON.stringify(openApiDocument(operations, { origin: 'https://register.example.tw', language }));
    const config = await createConfig({ extends: ['recommended-strict'] });
    const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer}`)).toEqual(
      [],
    );
  });

  it('describes everything in both languages, and in different words', () => {
    const texts = (language: 'en' | 'zh') => {
      const found: string[] = [];
      const visit = (value: unknown) => {
        if (typeof value !== 'object' || value === null) return;
        for (const [key, part] of Object.entries(value)) {
          if (key === 'description' && typeof part === 'string') found.push(part);
          else if (key !== 'responses') visit(part);
        }
      };
      visit(openApiDocument(operations, { origin: 'https://register.example.tw', language }));
      return found;
    };
    const [en, zh] = [texts('en'), texts('zh')];
    expect(zh).toHaveLength(en.length);
    expect(zh.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect(en.filter((text, index) => text === zh[index])).toEqual([]);
  });

  it('bounds every list that may be sent, and every answer that a limit bounds', () => {
    const made = openApiDocument(operations, { origin: 'https://register.example.tw', language: 'en' });
    const { paths, components } = JSON.parse(JSON.stringify(made)) as {
      paths: object;
      components: { schemas: Readonly<Record<string, unknown>> };
    };
    const { schemas } = components;
    const unbounded: string[] = [];
    const seen = new Set<string>();
    const visit = (value: unknown, at: string) => {
      if (typeof value !== 'object' || value === null) return;
      const { type, maxItems, $ref } = value as Record<string, unknown>;
      if (type === 'array' && maxItems === undefined) unbounded.push(at);
      const name = typeof $ref === 'string' ? $ref.split('/').at(-1)! : null;
      if (name !== null && !seen.has(name)) {
        seen.add(name);
        visit(schemas[name], name);
      }
      for (const [key, part] of Object.entries(value)) if (!/^examples?$/.test(key)) visit(part, `${at}/${key}`);
    };
    for (const [path, methods] of Object.entries(paths))
      for (const operation of Object.values(methods as Record<string, { requestBody?: unknown; parameters?: unknown }>))
        visit([operation.requestBody, operation.parameters], path);
    expect(seen.size).toBeGreaterThan(5);
    expect(unbounded).toEqual([]);
    const lists = ['ChangeList', 'ExpiringList', 'ProviderList', 'CatalogueHits', 'CapabilityAnswer', 'CompanyAnswer'];
    for (const name of lists) expect(JSON.stringify(schemas[name]), name).toContain('"maxItems"');
  });

  it('shows of every operation an answer that keeps its promise, made by running it', async () => {
    const contract = contractOf(site.url);
    const examples = operations.map(({ id, path: at, method }) => {
      const [type, media] = Object.entries(contract.document.paths[at]![method]!.responses['200']!.content!)[0]!;
      const { example } = media as { example?: unknown };
      expect(example, id).toBeDefined();
      const headers = new Headers({ 'content-type': type });
      const answer = { status: 200, headers, text: JSON.stringify(example), json: example };
      return { id, breaches: contract.breaches(at, method, answer), text: answer.text };
    });
    expect(examples.flatMap(({ breaches }) => breaches)).toEqual([]);
    // Every address in an example is one of ours, and none is left of the place they were made at.
    expect(
      examples.filter(({ text }) => /register\.example\.tw|127\.0\.0\.1/.test(text.replaceAll(site.url, ''))),
    ).toEqual([]);
    const script = join(root, 'apps/site/scripts/generate.ts');
    await run(process.execPath, ['--conditions=aipower:source', script, '--check']);
  });

  it('names no schema that nothing uses', async () => {
    const text = JSON.stringify(await document());
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const unused = Object.keys(components.schemas).filter((id) => !text.includes(`"#/components/schemas/${id}"`));
    expect(unused).toEqual([]);
  });
});

describe('a client made from the document', () => {
  it('compiles under strict rules and gets what its types say', async () => {
    // Inside the repository, ignored by git, so that its modules are found as a user's would be.
    mkdirSync(join(root, 'var'), { recursive: true });
    const folder = mkdtempSync(join(root, 'var/client-'));
    try {
      writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(await document())));
      writeFileSync(join(folder, 'use.ts'), use);
      const options = {
        strict: true,
        noEmit: true,
        module: 'nodenext',
        moduleResolution: 'nodenext',
        target: 'es2023',
        types: ['node'],
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        erasableSyntaxOnly: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        verbatimModuleSyntax: true,
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder]);
      const said = await run(process.execPath, [join(folder, 'use.ts'), `${site.url}/api/v1`]);
      expect(JSON.parse(said)).toEqual({ title: '瑕疵檢測 AOI/良率最佳化', verdict: 'valid', unknown: 404, total: 80 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const root = resolve(import.meta.dirname, '../../..');

/** Not the synchronous kind: the server that the client asks lives in this process. */
async function run(command: string, args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, args, { encoding: 'utf8' })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`);
  }
}

/** What somebody else would write. Every member it reads is checked against the types made from the document. */
const use = `import createClient from 'openapi-fetch';
import type { components, paths } from './api.ts';

const { GET, POST } = createClient<paths>({ baseUrl: process.argv[2] ?? '' });

const entry = await GET('/catalogue/{code}', { params: { path: { code: '4.6.1' } } });
if (!entry.data || typeof entry.data === 'string' || entry.data.level !== 'item') throw new Error('no item');
const title: string = entry.data.title.zh;

const claim: components['schemas']['Claim'] = { scheme: 'ai', number: '示範-AI-0001', ubn: '00000254' };
const verified = await POST('/verifications', { body: { on: '2026-07-01', claims: [claim] } });
const verdict: components['schemas']['Verdict']['verdict'] | undefined = verified.data?.results[0]?.verdict;

const unknown = await GET('/providers/{ubn}', { params: { path: { ubn: '12345675' } } });
const problem: components['schemas']['Problem'] | undefined = unknown.error;

const list = await GET('/providers', { params: { query: { per_page: 1, scheme: ['ai', 'e-signature', 'data-economy', 'information-service', 'information-security', 'third-party-payment-aml'] } } });

console.log(JSON.stringify({ title, verdict, unknown: problem?.status, total: list.data?.page.total }));
`;
