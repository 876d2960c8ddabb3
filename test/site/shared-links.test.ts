import { ownAddress, type PageEntry, pageNames, pages } from '@aipower/site/page/pages';
import { pathsFor } from '@aipower/site/page/paths';
import { filterParameters, pageParameters } from '@aipower/site/providers/form';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSite, startSite } from './start-site.ts';

/** What messengers, mail programs and advertisements hang on a link. */
const marks = 'fbclid=IwAR0x&utm_source=line&utm_medium=social&openExternalBrowser=1&x=%E4%BB%BB&=&y';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const marked = (path: string) => `${path}${path.includes('?') ? '&' : '?'}${marks}`;
const requestsOwn = /<span class="code">[0-9a-f-]{36}<\/span>/g;

describe('a link that was passed on', () => {
  const addresses = (['zh', 'en'] as const).flatMap((language) => {
    const p = pathsFor(language);
    return [
      ...[p.home(), p.search(), p.search('瑕疵檢測'), p.search('zzqqxx'), p.catalogue(), p.catalogueEntry('4.6.1')],
      ...[p.catalogueEntry('4.6.9'), p.providers(), p.providers({ item: '4.6.1', state: 'valid' }), p.about()],
      ...[
        p.compare(['00000005', '00000011']),
        p.provider('00000005'),
        p.certificate('ai', '示範-AI-0001', '2026-07-01'),
      ],
      ...[p.verify(), p.verify({ scheme: 'ai', number: '示範-AI-0001' }), p.verifyApplication(), p.verifySheet()],
      ...[p.precheck(), p.programme(), `${p.programme()}?amount=10&unit=gpu-hours`, p.programmeForm('training')],
      ...[p.notices(), p.apiReference(), p.apiTopic('register'), p.problems(), p.problem('not-found')],
    ];
  });
  test.each(addresses)('%s answers as the link without the marks does, address and all', async (path) => {
    const plain = await site.get(path);
    const shared = await site.get(marked(path));
    expect(shared.status).toBe(plain.status);
    const html = (await shared.text()).replaceAll(requestsOwn, '');
    expect(html).toBe((await plain.text()).replaceAll(requestsOwn, ''));
    expect(html).not.toMatch(/fbclid|utm_source/);
  });

  // Half a character at the end of an advertisement's mark is no fault of the page.
  test.each(addresses)('%s answers whatever is broken in a mark', async (path) => {
    const plain = await site.get(path);
    const mark = 'utm_campaign=%E0%A4%A&%E0%A4=1';
    expect((await site.get(`${path}${path.includes('?') ? '&' : '?'}${mark}`)).status).toBe(plain.status);
  });

  test.each([
    ['/providers', '%73tate=expired'],
    ['/en/providers/compare', '%75bn=00000005&%75bn=00000011'],
  ])('%s: a choice whose name is written in another way is not kept as the page without it', async (path, choice) => {
    const plain = (await (await site.get(path)).text()).replaceAll(requestsOwn, '');
    for (let times = 0; times < 3; times++) {
      const chosen = (await (await site.get(`${path}?${choice}`)).text()).replaceAll(requestsOwn, '');
      expect(chosen).not.toBe(plain);
    }
    expect((await (await site.get(path)).text()).replaceAll(requestsOwn, '')).toBe(plain);
  });

  test('what was typed is kept nowhere, however the name of its parameter is written', async () => {
    for (const name of ['q', '%71']) {
      const answer = await site.get(`/providers?${name}=secret`);
      expect(answer.headers.get('cache-control'), name).not.toContain('s-maxage');
    }
    expect((await site.get('/providers?state=valid')).headers.get('cache-control')).toContain('s-maxage');
  });

  test('feeds answer, too', async () => {
    expect((await site.get(marked('/feed.atom'))).status).toBe(200);
  });

  test('the API and the downloads refuse what they do not know', async () => {
    expect((await site.get(marked('/api/v1/providers'))).status).toBe(400);
    expect((await site.get(marked('/providers.csv'))).status).toBe(400);
  });
});

describe('the own address of a page', () => {
  test.each([
    ['/?fbclid=1', '/'],
    ['/en?utm_source=x', '/en'],
    ['/providers?state=valid&fbclid=1&item=4.6.1', '/providers?state=valid&item=4.6.1'],
    ['/providers/compare?ubn=1&ubn=2&gclid=3', '/providers/compare?ubn=1&ubn=2'],
    ['/search?q', '/search?q'],
    ['/search?%71=x&%66bclid=1', '/search?%71=x'],
    ['/search?qq=1', '/search'],
    ['/no-such-page?x=1', '/no-such-page?x=1'],
  ])('%s is %s', (address, own) => {
    expect(ownAddress(address)).toBe(own);
  });

  test('keeps every parameter the list of providers reads', () => {
    expect([...pages.providers.parameters].sort()).toEqual([...filterParameters, ...pageParameters].sort());
  });

  test('keeps every parameter by which a page is not kept', () => {
    for (const name of pageNames) {
      const { cacheable, parameters = [] }: PageEntry = pages[name];
      for (const one of cacheable ? cacheable.unless : []) expect(parameters, name).toContain(one);
    }
  });
});
