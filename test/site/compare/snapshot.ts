import * as xlsx from '@e965/xlsx';
import { startSite as startRunning } from '../running-site.ts';
import { startSite } from '../start-site.ts';
import { type Ask, others, pageStates } from './requests.ts';

const PUBLIC_ORIGIN = 'https://register.example.tw';
const HEADERS = [
  'content-type',
  'content-language',
  'cache-control',
  'content-disposition',
  'content-security-policy',
  'link',
  'location',
  'retry-after',
  'vary',
  'allow',
];

/** What the site answered to one request. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of everything that is not a page, as text; of a workbook its cells. */
  readonly body?: string;
  /** A page's HTML, with the versions of its assets taken out. */
  readonly html?: string;
  /** What a visitor reads of a page, with what its attributes say. */
  readonly text?: string;
}

export type Snapshot = Readonly<Record<string, Answered>>;

/** The registers that are asked, each on the day its tests live in. */
const registers = {
  sample: () => startRunning({ SAMPLE_DATA: 'yes', PUBLIC_ORIGIN }),
  lists: () => startSite({ register: 'lists', env: { PUBLIC_ORIGIN } }),
  stale: () => startSite({ register: 'stale', env: { PUBLIC_ORIGIN } }),
  empty: () => startSite({ register: 'empty', env: { PUBLIC_ORIGIN } }),
};

/** Every page and every operation of the site, on each of the registers. */
export async function takeSnapshot(): Promise<Snapshot> {
  const answered: Record<string, Answered> = {};
  for (const [name, start] of Object.entries(registers)) {
    const site = await start();
    try {
      const asks = [...others, ...(await addresses(site.url)), ...pageStates, ...(await operationExamples(site.url))];
      for (const ask of asks) answered[`${name} ${keyOf(ask)}`] ??= await answerOf(site.url, ask);
    } finally {
      await site.stop();
    }
  }
  return answered;
}

const keyOf = ({ path, form, json }: Ask): string =>
  [path, ...(form ? [JSON.stringify(form)] : []), ...(json === undefined ? [] : [JSON.stringify(json)])].join(' ');

async function addresses(base: string): Promise<Ask[]> {
  const found: Ask[] = [];
  for (const map of ['pages', 'providers-1']) {
    const text = await (await fetch(`${base}/sitemaps/${map}.xml`)).text();
    for (const [, path] of text.matchAll(/<loc>https:\/\/register\.example\.tw([^<]*)<\/loc>/g))
      found.push({ path: path! || '/' });
  }
  // An empty register has no map of providers.
  if (found.length < 200) throw new Error(`the sitemap names ${found.length} pages only`);
  return found;
}

interface Described {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly example: unknown } } };
}

/** The requests that the API's own documents show. */
async function operationExamples(base: string): Promise<Ask[]> {
  const reference = await (await fetch(`${base}/api`)).text();
  const shown = [...reference.matchAll(/(?:href="|register\.example\.tw)(\/api\/v1[^"'&<\s]*(?:&amp;[^"'<\s]*)?)/g)];
  const asks: Ask[] = shown.map(([, path]) => ({ path: path!.replaceAll('&amp;', '&') }));
  const document = (await (await fetch(`${base}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    if (methods['get'] && !path.includes('{')) asks.push({ path: `/api/v1${path}` });
    const body = methods['post']?.requestBody;
    if (body) asks.push({ path: `/api/v1${path}`, json: body.content['application/json'].example });
  }
  if (asks.length < 15) throw new Error(`only ${asks.length} operations are shown`);
  return asks;
}

async function answerOf(base: string, ask: Ask): Promise<Answered> {
  const response = await fetch(encodeURI(decodeURI(base + ask.path)), { redirect: 'manual', ...bodyOf(ask) });
  const headers = Object.fromEntries(
    HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, settled(value)] as const];
    }),
  );
  if (/spreadsheetml/.test(response.headers.get('content-type') ?? '')) {
    // A workbook tells when it was packed.
    const { Sheets: body } = xlsx.read(new Uint8Array(await response.arrayBuffer()));
    return { status: response.status, headers, body: JSON.stringify(body) };
  }
  const body = settled(await response.text());
  if (!/html/.test(response.headers.get('content-type') ?? '')) return { status: response.status, headers, body };
  return { status: response.status, headers, html: body, text: readable(body) };
}

function bodyOf({ form, multipart, json }: Ask): RequestInit {
  if (json !== undefined) {
    return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
  }
  if (!form) return {};
  if (!multipart) return { method: 'POST', body: new URLSearchParams(form) };
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) data.append(name, value);
  return { method: 'POST', body: data };
}

/** What differs from one request to the next, or with an asset, is not what is compared. */
function settled(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<request>')
    .replace(/(\/public\/[\w.-]+)\?v=[\w-]+/g, '$1')
    .replace(/boundary=\S+/g, 'boundary');
}

/** The text of a page and the words in its attributes, one piece a line. */
function readable(html: string): string {
  const spoken = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<span class="date">([^<]*)<\/span>/g, '$1')
    .replace(/<[^>]*?>/g, (tag) => {
      const words = [
        ...tag.matchAll(/\s(?:alt|title|aria-label|placeholder|value|content|href|action|name)="([^"]*)"/g),
      ];
      return `\n${words.map(([, word]) => `[${word}]`).join('\n')}\n`;
    });
  return spoken
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
