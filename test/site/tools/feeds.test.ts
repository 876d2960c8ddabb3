import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleSite } from '../sample-site.ts';
import type { RunningSite } from '../start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.stop());

interface Read {
  readonly id: string;
  readonly entries: readonly { readonly id: string; readonly updated: string; readonly title: string }[];
  readonly next: string | null;
  readonly first: string;
}

async function read(address: string): Promise<Read> {
  const response = await site.get(address);
  const text = await response.text();
  expect(response.status, text.slice(0, 300)).toBe(200);
  const [head = '', ...bodies] = text.split('<entry>');
  const one = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  const link = (rel: string) =>
    new RegExp(`<link rel="${rel}" [^>]*href="([^"]*)"`).exec(head)?.[1]?.replaceAll('&amp;', '&') ?? null;
  return {
    id: one(head, 'id'),
    entries: bodies.map((xml) => ({ id: one(xml, 'id'), updated: one(xml, 'updated'), title: one(xml, 'title') })),
    next: link('next')?.replace(site.url, '') ?? null,
    first: link('first')!.replace(site.url, ''),
  };
}

async function walk(address: string): Promise<Read['entries']> {
  const found: Read['entries'][number][] = [];
  const { id } = await read(address);
  for (let next: string | null = address; next !== null; ) {
    const page: Read = await read(next);
    expect(page.id).toBe(id);
    expect(page.first).toBe(address);
    found.push(...page.entries);
    next = page.next;
  }
  return found;
}

describe('the feed of everything', () => {
  it('loses nothing over its pages: every change once, each with a moment and an id of its own', async () => {
    const entries = await walk('/feed.atom');
    const { newest } = await site.deps.register.changes({ after: 0, limit: 1 });
    expect(entries).toHaveLength(newest);
    expect(newest).toBeGreaterThan(100);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(newest);
    const moments = entries.map(({ updated }) => updated);
    expect(new Set(moments).size).toBe(newest);
    expect([...moments].sort().reverse()).toEqual(moments);
    for (const { id, updated } of entries) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
    }
  });

  it('has the ids of the feeds in English and of one provider, so that a reader of both takes none twice', async () => {
    const all = new Set((await walk('/feed.atom')).map(({ id }) => id));
    const english = await walk('/en/feed.atom');
    expect(english.every(({ id }) => all.has(id))).toBe(true);
    const one = await walk('/providers/00000254/feed.atom');
    expect(one.length).toBeGreaterThan(1);
    expect(one.every(({ id }) => all.has(id))).toBe(true);
  });
});

describe('feeds of a part', () => {
  it('tell the changes that the API tells for the same filter', async () => {
    for (const [feed, filter] of [
      ['/feed.atom?scheme=ai', 'scheme=ai'],
      ['/feed.atom?item=1.1.1', 'item=1.1.1'],
      ['/providers/00000254/feed.atom', 'provider=00000254'],
    ]) {
      const { changes } = (await (await site.get(`/api/v1/changes?limit=500&${filter}`)).json()) as {
        changes: unknown[];
      };
      expect(changes.length, filter).toBeGreaterThan(0);
      expect(await walk(feed!), filter).toHaveLength(changes.length);
    }
    const found = await walk(`/feed.atom?q=${encodeURIComponent('示範標註工坊')}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ title }) => title.startsWith('示範標註工坊'))).toBe(true);
    expect(await walk(`/feed.atom?q=${encodeURIComponent('並無此名')}`)).toEqual([]);
  });

  it('refuse what names nothing', async () => {
    for (const query of ['scheme=nope', 'item=9.9.9', 'before=x', 'before=0'])
      expect((await site.get(`/feed.atom?${query}`)).status, query).toBe(400);
  });
});

describe('changes by cursor and what ends soon', () => {
  it('come once each, however they are paged, and the last cursor has nothing behind it', async () => {
    const sequences: number[] = [];
    let since = 0;
    for (let more = true; more; ) {
      const response = await site.get(`/api/v1/changes?since=${since}&limit=37`);
      const answer = (await response.json()) as { changes: { sequence: number }[]; next: number; more: boolean };
      sequences.push(...answer.changes.map(({ sequence }) => sequence));
      expect(response.headers.get('link')?.includes(`since=${answer.next}`) ?? false).toBe(answer.more);
      ({ next: since, more } = answer);
    }
    expect(sequences).toEqual(sequences.map((_, i) => i + 1));
    expect(since).toBe(sequences.length);
  });

  it('certificates that end soon are valid, in order, and as many as the register counts', async () => {
    type Listed = { page: { total: number }; certificates: { until: string; daysLeft: number }[] };
    const listed = (await (await site.get('/api/v1/certificates?per_page=200')).json()) as Listed;
    const days = listed.certificates.map(({ daysLeft }) => daysLeft);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
    const { schemes } = site.deps.register.status('2026-11-22');
    expect(listed.page.total).toBe(schemes.reduce((sum, { states }) => sum + states.expiring, 0));
    expect(listed.page.total).toBeGreaterThan(0);
  });
});

describe('the feed of what expires soon', () => {
  it('says what the API says, each certificate once, and narrows by scheme', async () => {
    const entries = await walk('/expiring.atom');
    const listed = (await (await site.get('/api/v1/certificates?expires_within=90&per_page=100')).json()) as {
      certificates: { scheme: string }[];
    };
    expect(entries.length).toBeGreaterThan(0);
    expect(entries).toHaveLength(listed.certificates.length);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.map(({ updated }) => updated)).toEqual(
      entries
        .map(({ updated }) => updated)
        .sort()
        .reverse(),
    );
    const ai = await walk('/expiring.atom?scheme=ai');
    expect(ai).toHaveLength(listed.certificates.filter(({ scheme }) => scheme === 'ai').length);
    expect((await site.get('/expiring.atom?scheme=none')).status).toBe(400);
    expect(await (await site.get('/providers?state=expiring')).text()).toContain('href="/expiring.atom"');
  });
});
