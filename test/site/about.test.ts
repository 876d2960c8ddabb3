import { programme115 } from '@aipower/programme';
import { schemes } from '@aipower/registry';
import { describe, expect, test } from 'vitest';
import { startSite as startAt } from './running-site.ts';
import { startSampleSite } from './sample-site.ts';
import { startSite, textOf } from './start-site.ts';

test('says of every list how old it is, and of none that it is loaded when it is not', async () => {
  const [full, empty] = [await startSampleSite(), await startSite('empty')];
  const [loaded, none] = [
    textOf(await (await full.get('/about')).text()),
    textOf(await (await empty.get('/about')).text()),
  ];
  const { rows } = full.deps.register.tax.status();
  await full.stop();
  await empty.stop();
  for (const { name } of schemes) expect(loaded).toContain(name.zh);
  expect(loaded.match(/115年11月20日（2026-11-20）/g)).toHaveLength(schemes.length);
  expect(loaded).toContain(`${rows} 筆，資料日期 115年6月1日`);
  expect(none).not.toContain('2026-11-20');
  expect(none).toContain('尚未載入全國營業（稅籍）登記資料集');
});

test('keeps the misprints of the source as printed', async () => {
  const site = await startSite('empty');
  const text = textOf(await (await site.get('/en/about')).text());
  await site.stop();
  for (const { printed, lines } of programme115.misprints) expect(text).toContain(`${lines} ${printed}`);
});

test('names the contact of contact the site team it', async () => {
  const site = await startAt({ SAMPLE_DATA: 'no', SECURITY_CONTACT: 'mailto:report@example.org' });
  const page = await (await fetch(`${site.url}/about`)).text();
  await site.stop();
  expect(page).toMatch(/id="report"[\s\S]*href="mailto:report@example\.org"/);
});

describe('a fault of our own asks to be told only where it says whom', () => {
  const contact = 'mailto:report@example.org';
  /** A search that finds nothing asks for the firms, which this world cannot give. */
  const broken = async (env: Readonly<Record<string, string>>, prefix: string) => {
    const site = await startAt(env, (deps) => ({ ...deps, companies: () => Promise.reject(new Error('broken')) }));
    const answer = await fetch(`${site.url}${prefix}/providers?q=xyzxyzxyz`);
    const reference = await (await fetch(`${site.url}${prefix}/problems/internal-error`)).text();
    const other = await (await fetch(`${site.url}${prefix}/problems/not-found`)).text();
    const html = await answer.text();
    await site.stop();
    expect(answer.status).toBe(500);
    expect(html).toContain(answer.headers.get('x-request-id'));
    return { html, reference, other };
  };
  const asks = { '': /聯絡|告知/, '/en': /\btell us\b|contact the site team/ };

  test.each(Object.entries(asks))('under "%s"', async (prefix, ask) => {
    const told = await broken({ SECURITY_CONTACT: contact }, prefix);
    for (const html of [told.html, told.reference]) {
      expect(textOf(html)).toMatch(ask);
      expect(html).toContain(`href="${contact}"`);
    }
    expect(told.other).not.toContain(contact);
    const silent = await broken({}, prefix);
    for (const html of [silent.html, silent.reference]) expect(textOf(html)).not.toMatch(ask);
  });
});
