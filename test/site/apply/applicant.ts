import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Programme, programme115 } from '@aipower/programme';
import { formPages } from '@aipower/site/apply/form/form-pages';
import { parse } from 'yaml';
import { type RunningSite, startSite } from '../running-site.ts';

export type Form = Readonly<Record<string, unknown>>;

const samples = resolve(import.meta.dirname, '../../../data/sample/applications');

/** A fictional application of the sample data: its answers by field. */
export function sampleForm(category: 'training' | 'inference'): Form {
  return parse(readFileSync(resolve(samples, `${category}.yml`), 'utf8')).application as Form;
}

/** The site with its demonstration: fictional register, test cards, a clock that stands on 20 October 2026. */
export function startDesk(env: Readonly<Record<string, string>> = {}): Promise<RunningSite> {
  return startSite({ DEMONSTRATION: 'auto', DEMONSTRATION_CARD_PORT: '0', SAMPLE_DATA: 'yes', ...env });
}

/** A browser without scripts: keeps cookies by their path, sends forms as pages of the site do, follows no redirect. */
export class Applicant {
  readonly #site: RunningSite;
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();
  readonly ubn: string;

  /** @param cookies that it has from the start, sent everywhere */
  constructor(site: RunningSite, ubn: string, cookies: Readonly<Record<string, string>> = {}) {
    this.#site = site;
    this.ubn = ubn;
    for (const [name, value] of Object.entries(cookies)) this.#cookies.set(name, { value, path: '' });
  }

  async get(path: string): Promise<Response> {
    return this.#keep(await fetch(this.#site.url + path, { redirect: 'manual', headers: this.#headers(path) }));
  }

  async post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>> = {},
    headers = {},
  ): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const own = { Origin: this.#site.url, 'Sec-Fetch-Site': 'same-origin', ...this.#headers(path), ...headers };
    return this.#keep(await fetch(this.#site.url + path, { method: 'POST', redirect: 'manual', body, headers: own }));
  }

  async upload(path: string, text: string): Promise<Response> {
    const body = new FormData();
    body.set('file', new Blob([text], { type: 'application/json' }), 'draft.json');
    return this.sendForm(path, body);
  }

  /** A form with a file, as its page sends it. */
  async sendForm(path: string, body: FormData): Promise<Response> {
    const own = { Origin: this.#site.url, 'Sec-Fetch-Site': 'same-origin', ...this.#headers(path) };
    return this.#keep(await fetch(this.#site.url + path, { method: 'POST', redirect: 'manual', body, headers: own }));
  }

  /** Where the answer leads. */
  async posted(path: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<string> {
    const answer = await this.post(path, fields);
    if (answer.status !== 303)
      throw new Error(`${path}: ${answer.status} ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 3000)}`);
    return answer.headers.get('location')!;
  }

  forgetCookies(): void {
    this.#cookies.clear();
  }

  async logIn(kept: Readonly<Record<string, string>> = {}): Promise<Response> {
    await this.get('/apply/login');
    return this.post('/apply/login/demonstration', { ubn: this.ubn, ...kept });
  }

  /** Opens an application of a category and reads the notices. @returns its address */
  async start(category: string): Promise<string> {
    const notices = await this.posted('/apply/start', { category });
    await this.posted(notices);
    return notices.replace('/notices', '');
  }

  /** Fills in every page of the form. */
  async fill(application: string, category: string, form: Form, programme: Programme = programme115): Promise<void> {
    for (const { id, fields } of formPages(programme, category)) {
      const version = await this.versionOf(`${application}/form/${id}`);
      await this.posted(`${application}/form/${id}`, { ...entriesOf(form, fields), version, to: 'next' });
    }
  }

  async versionOf(path: string): Promise<string> {
    const html = await (await this.get(path)).text();
    return /name="version" value="(\d+)"/.exec(html)![1]!;
  }

  async submit(application: string, key?: string): Promise<Response> {
    const html = await (await this.get(`${application}/check`)).text();
    const shown = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    return this.post(`${application}/check`, { key: key ?? shown, pledgeAccepted: 'yes', categoryConfirmed: 'yes' });
  }

  #headers(address: string): Record<string, string> {
    const path = address.split('?')[0]!;
    const sent = [...this.#cookies].filter(([, { path: under }]) => path === under || path.startsWith(`${under}/`));
    return sent.length > 0
      ? { Cookie: sent.map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ') }
      : {};
  }

  #keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ');
      const path = rest.find((part) => part.startsWith('Path='))?.slice(5) ?? '/';
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.#cookies.delete(`${name} ${path}`);
      else this.#cookies.set(`${name} ${path}`, { value, path });
    }
    return answer;
  }
}

/** Answers as the fields of a page send them. */
export function entriesOf(form: Form, fields: readonly { readonly id: string }[]): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = {};
  for (const { id } of fields) {
    const value = form[id];
    if (value === undefined || value === false) continue;
    entries[id] = value === true ? 'yes' : Array.isArray(value) ? value.map(String) : String(value);
  }
  return entries;
}
