import { pathsFor } from '@aipower/site/page/paths';
import { isProblemType } from '@aipower/site/problems/problem-types';
import { problemsEn } from '@aipower/site/problems/words.en';
import { problemsZh } from '@aipower/site/problems/words.zh';
import { describe, expect, test } from 'vitest';
import { linksOf, type RunningSite, startSite, textOf } from '../start-site.ts';

/** What a page says between its masthead and its foot, and in its masthead. */
async function read(answer: Response) {
  const html = await answer.text();
  const part = (tag: string) => html.slice(html.indexOf(`<${tag}`), html.indexOf(`</${tag}>`));
  return {
    status: answer.status,
    said: textOf(part('main')),
    links: linksOf(part('main')),
    masthead: textOf(part('header')),
  };
}

async function during(options: Parameters<typeof startSite>[0], act: (site: RunningSite) => Promise<void>) {
  const site = await startSite(options);
  try {
    await act(site);
  } finally {
    await site.stop();
  }
}

const form = (body: string) => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
/** Words for programs, which the same problem has in the API. */
const forPrograms = /encodeURIComponent|Retry-After|Content-Type|JSON|\berrors\b|too many parameters|百分比編碼/;

test('what pages say of a problem is said of kinds of problems', () => {
  for (const words of [problemsZh, problemsEn])
    expect(Object.keys(words.pages).filter((type) => !isProblemType(type))).toEqual([]);
});

describe('an error page', () => {
  test('speaks to a visitor and says what to do next, whatever the request was', () =>
    during('sample', async (site) => {
      const fields = Array.from({ length: 2000 }, (_, index) => `f${index}=1`).join('&');
      const cases: [string, RequestInit | undefined, number][] = [
        ['/catalogue/%E0%A4%A', undefined, 400],
        ['/search?q=%E0%A4%A', undefined, 400],
        // 高, as an old page in Big5 would send it.
        ['/search?q=%B0%AA', undefined, 400],
        ['/providers?q=%', undefined, 400],
        ['/providers?city=%E5%8F%B0%E5%8C%97&%71=%ff', undefined, 400],
        ['/providers/compare?ubn=%zz', undefined, 400],
        ['/certificates/ai/A?on=%E0', undefined, 400],
        ['/verify?number=%E0%A4%A', undefined, 400],
        ['/programme?amount=%E0%A4%A', undefined, 400],
        ['/precheck?category=%E0%A4%A', undefined, 400],
        ['/statistics?year=%E0%A4%A', undefined, 400],
        ['/providers.csv?q=%E0%A4%A', undefined, 400],
        ['/search/suggest?q=%E0%A4%A', undefined, 400],
        ['/verify', form('name=%E0%A4%A'), 400],
        ['/verify/application', form('company=%B0%AA'), 400],
        ['/precheck/result', form('name=%E0%A4%A'), 400],
        ['/r', form('receipt=%E0%A4%A'), 400],
        ['/providers.csv?zz=1', undefined, 400],
        ['/feed.atom?before=x', undefined, 400],
        ['/nowhere', undefined, 404],
        ['/verify/application', form(`ubn=${'x'.repeat(2 ** 20)}`), 413],
        ['/verify/application', form(fields), 413],
        [
          '/verify/application',
          { ...form('ubn=1'), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=big5' } },
          415,
        ],
      ];
      for (const [address, init, status] of cases)
        for (const prefix of ['', '/en']) {
          const page = await read(await site.get(prefix + address, init));
          expect(page.status, address).toBe(status);
          expect(page.said, address).not.toMatch(forPrograms);
          expect(page.links, address).toContain(pathsFor(prefix ? 'en' : 'zh').home());
          if (init) expect(page.said, address).toMatch(/「上一頁」|Back button/);
        }
    }));

  test('of a desk refuses what it cannot read, too', () =>
    during('sample', async (site) => {
      for (const address of ['/apply/login', '/en/apply/login', '/staff/login/demonstration'])
        expect((await site.get(address, form('next=%E0%A4%A'))).status, address).toBe(400);
    }));

  test('of a fault asks the same address again, and offers no search that would fail as well', () =>
    during(
      { change: (deps) => ({ ...deps, companies: () => Promise.reject(new Error('broken on purpose')) }) },
      async (site) => {
        const page = await read(await site.get('/en/search?q=AOI'));
        expect(page.status).toBe(500);
        expect(page.links).toContain('/en/search?q=AOI');
        expect(page.said).toMatch(/does not mean there is no record/);
        expect(page.said).not.toMatch(/defect inspection/);
      },
    ));

  test('of one who asked too often tells the seconds, and that what was typed is not lost', () =>
    during({ env: { RATE_LIMIT_PER_MINUTE: '1' } }, async (site) => {
      await site.get('/');
      const asked = await read(await site.get('/verify?scheme=ai'));
      expect([asked.status, asked.links.includes('/verify?scheme=ai')]).toEqual([429, true]);
      expect(asked.said).toMatch(/請於 \d+ 秒後再試/);
      const sent = await read(await site.get('/verify/application', form('ubn=1')));
      expect(sent.said).toMatch(/所填內容沒有儲存.*「上一頁」.*請於 \d+ 秒後再試/);
      expect(sent.links).not.toContain('/verify/application');
      expect((await read(await site.get('/staff'))).masthead).toContain('承辦台');
    }));

  test('at a desk keeps the masthead of the desk and says whether anything was changed', () =>
    during({ register: 'sample', demonstration: true }, async (site) => {
      await site.deps.desk.database.close();
      for (const [name, place] of Object.entries({ apply: '申請台', staff: '承辦台' })) {
        // Whoever has a cookie is looked up, and the database is away.
        const page = await read(
          await site.get(`/${name}`, { headers: { cookie: `aipower-${name}=${'a'.repeat(43)}` } }),
        );
        expect([page.status, page.links.includes(`/${name}`)]).toEqual([503, true]);
        expect(page.masthead).toContain(place);
        expect(page.said).toContain('案件資料沒有更動');
      }
    }));
});
