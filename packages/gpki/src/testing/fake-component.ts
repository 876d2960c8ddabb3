import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toBase64 } from './build.ts';
import type { FakeCard } from './fake-card.ts';
import { addDomainPage, popupPage, silentPage } from './popup-page.ts';

/** A reader of the stand-in component, with or without a card. */
export interface FakeReader {
  /** As the system calls it. */
  readonly name: string;
  /** null: none is in it. */
  readonly card: FakeCard | null;
}

/** How the fake component behaves. Change it at any time with `set`; what is left out stays as it is. */
export interface FakeScenario {
  /** As the component states its own. */
  readonly version: string;
  /** In the order they are listed. */
  readonly readers: readonly FakeReader[];
  /** Host names that may use it; `all`: every site. */
  readonly trusted: readonly string[] | 'all';
  /** Every answer is this, as when the person cancels (0x76000999). */
  readonly failWith: { readonly ret_code: number; readonly last_error?: number | string } | null;
  /** `popup`: its page never asks for the request; `answer`: it takes the request and never answers. */
  readonly silent: 'popup' | 'answer' | null;
}

/** A stand-in for the card component, listening on this machine. */
export interface FakeComponent {
  /** Map `localhost:61161` to this port: `--host-resolver-rules=MAP localhost:61161 127.0.0.1:<port>`. */
  readonly port: number;
  /** What was asked so far, in order: method, path and decoded body. Holds PINs: for assertions only. */
  readonly requests: readonly FakeRequest[];
  /** Changes how it behaves from the next request on. */
  set(change: Partial<FakeScenario>): void;
  /** Stops listening. */
  close(): Promise<void>;
}

/** A request as the stand-in received it. */
export interface FakeRequest {
  /** In capitals. */
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Decoded; null when there was none. */
  readonly body: Readonly<Record<string, string>> | null;
}

/**
 * Starts a stand-in for the local card component: same paths, same pop-up page, same answers. For tests and demonstrations only.
 *
 * @param port on 127.0.0.1; 0: any free one
 * @throws what `listen` says, with its `code`: `EADDRINUSE` where a real component runs
 */
export async function startFakeComponent(first: Partial<FakeScenario> = {}, port = 0): Promise<FakeComponent> {
  let scenario: FakeScenario = {
    version: '1.3.4.103350',
    readers: [],
    trusted: 'all',
    failWith: null,
    silent: null,
    ...first,
  };
  const requests: FakeRequest[] = [];
  const waiting = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost:61161');
    const body = readForm(await readBody(request));
    requests.push({ method: request.method ?? '', path: url.pathname + url.search, body });
    const page = pageAt(url, scenario);
    if (request.method === 'POST' && url.pathname === '/addDomain') {
      const domain = url.searchParams.get('domain') ?? '';
      if (scenario.trusted !== 'all') scenario = { ...scenario, trusted: [...scenario.trusted, domain] };
      send(response, 'text/html', 'TEST ONLY 已加入');
    } else if (page !== null) send(response, 'text/html', page);
    else if (url.pathname !== '/sign' && url.pathname !== '/pkcs11info') response.writeHead(404).end();
    else if (scenario.silent === 'answer') waiting.add(response);
    else {
      const host = hostOf(request.headers['x-opener-origin']);
      send(response, 'application/json', JSON.stringify(await answerTo(url, body, host, scenario)));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    set: (change) => {
      scenario = { ...scenario, ...change };
    },
    close: () => {
      for (const response of waiting) response.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pageAt(url: URL, scenario: FakeScenario): string | null {
  if (url.pathname === '/popupForm' || url.pathname === '/ChtPopupForm')
    return scenario.silent === 'popup' ? silentPage : popupPage;
  if (url.pathname === '/addDomain') return addDomainPage(url.searchParams.get('domain') ?? '');
  if (url.pathname === '/selfTest.htm') return `TEST ONLY ${scenario.version}`;
  return null;
}

async function answerTo(
  url: URL,
  body: FakeRequest['body'],
  host: string | null,
  { failWith, trusted, readers, version }: FakeScenario,
): Promise<unknown> {
  const signing = url.pathname === '/sign';
  const func = signing ? 'sign' : 'pkcs11info';
  const fail = (ret_code: number) => ({ func, ret_code, serverVersion: version });
  if (trusted !== 'all' && (host === null || !trusted.includes(host))) return fail(0x76000031);
  if (failWith) return { ...fail(0), ...failWith };
  if (!signing) {
    const slots = readers.map((reader) => slotOf(reader, url.searchParams.get('withcert') === 'true'));
    return { ...fail(0), message: 'SUCCESS', slots };
  }
  if (readers.length === 0) return fail(0x76100003);
  const wanted = body?.['slotDescription'] ?? '';
  const reader = wanted === '' ? readers[0] : readers.find(({ name }) => name === wanted);
  if (!reader?.card) return fail(0x76000006);
  return { ...fail(0), ...(await reader.card.sign(body?.['tbs'] ?? '', body?.['pin'] ?? '')) };
}

function slotOf({ name, card }: FakeReader, withCertificates: boolean): unknown {
  if (!card) return { slotDescription: name, token: 'unknown token' };
  const certb64 = toBase64(card.certificate.der);
  const certs = withCertificates ? [{ label: 'TEST ONLY', usage: 'digitalSignature', certb64 }] : [];
  return { slotDescription: name, token: { serialNumber: card.number, certs } };
}

/** The service decodes the form body before it reads the JSON: a plus that was not written as %2B is a blank. */
function readForm(text: string): Readonly<Record<string, string>> | null {
  const value = new URLSearchParams(text).get('tbsPackage');
  if (value === null) return null;
  try {
    return JSON.parse(value) as Record<string, string>;
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function hostOf(origin: string | string[] | undefined): string | null {
  return typeof origin === 'string' && URL.canParse(origin) ? new URL(origin).hostname : null;
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
}
