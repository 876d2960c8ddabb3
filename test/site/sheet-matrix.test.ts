import type { Verdict } from '@aipower/registry';
import { zh } from '@aipower/site/page/words.zh';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  asMergedWorkbook,
  asWorkbook,
  fieldNames,
  type ListedApplication,
  listedApplications,
  tallTable,
  wideTable,
} from './application-sheets.ts';
import { startSampleSite } from './sample-site.ts';
import { type RunningSite, textOf, today } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.stop());

const tabbed = (table: readonly (readonly string[])[]) => table.map((cells) => cells.join('\t')).join('\n');

type Sent = { readonly paste: string } | { readonly file: Uint8Array };

/** The same applications as different people list them. */
const shapes: Readonly<Record<string, (applications: ListedApplication[]) => Sent>> = {
  'pasted wide': (all) => ({ paste: tabbed(wideTable(all)) }),
  'pasted tall': (all) => ({ paste: tabbed(tallTable(all)) }),
  'wide workbook with title and total': (all) => ({ file: asWorkbook(wideTable(all), { titled: true }) }),
  'tall workbook': (all) => ({ file: asWorkbook(tallTable(all)) }),
  'tall workbook with merged cells': (all) => ({ file: asMergedWorkbook(all) }),
};

async function post(sent: Sent, more: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  if ('paste' in sent) form.append('paste', sent.paste);
  else form.append('file', new Blob([sent.file as never]), 'a.xlsx');
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  return site.get('/verify/sheet', { method: 'POST', body: form });
}

/** The cells of the matrix as a reader sees them: 案號 → one word for each column. */
function matrixOf(html: string): Map<string, string[]> {
  const rows = html.split('<tr').filter((row) => row.includes('scope="row"'));
  return new Map(
    rows.map((row) => {
      const id = /115-推-\d+/.exec(row)![0];
      const cells = [...row.matchAll(/<td class="cell-column">([\s\S]*?)<\/td>/g)].map(([, cell]) =>
        textOf(cell!.replace(/<span class="visually-hidden">[\s\S]*?<\/span>/g, '')).trim(),
      );
      return [id, cells];
    }),
  );
}

function expectedWord({ verdict, reason, today: now }: Verdict): string {
  const { short, todayIs } = zh.verify.sheetWords;
  // 申請中 was filled in: not the word of a field left blank.
  if (reason === 'not-yet-granted') return '未取得';
  return verdict === 'valid' && now.verdict !== 'valid' ? todayIs(short[now.verdict]) : short[verdict];
}

test.each(Object.keys(shapes))(
  'the matrix equals what single verifications say: %s',
  async (shape) => {
    const { register } = site.deps;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 25 }), async (seed, count) => {
        const applications = listedApplications(register, count, seed);
        const response = await post(shapes[shape]!(applications));
        expect(response.status).toBe(200);
        const matrix = matrixOf(await response.text());
        expect(matrix.size).toBe(count);
        for (const { id, name, ubn, on, fields } of applications) {
          const claims = fieldNames.map(([scheme]) => ({ scheme, number: fields[scheme]!, ubn, name }));
          const { results } = await register.verify(claims, { on, today });
          expect([id, matrix.get(id)]).toEqual([id, results.map(expectedWord)]);
        }
      }),
      { numRuns: 6 },
    );
  },
  120_000,
);

test('nothing is valid where no applicant is named, in whatever shape', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), fc.boolean(), async (seed, wide) => {
      const applications = listedApplications(site.deps.register, 8, seed).map((one) => ({
        ...one,
        name: '',
        ubn: '',
      }));
      const html = await (await post({ paste: tabbed((wide ? wideTable : tallTable)(applications)) })).text();
      expect([...matrixOf(html).values()].flat()).not.toContain('有效');
    }),
    { numRuns: 6 },
  );
});

test('problems stand first, then what a person has to look at; a kind can be looked at alone; a cell opens', async () => {
  const applications = listedApplications(site.deps.register, 40, 11);
  const sent = { paste: tabbed(wideTable(applications)) };
  const html = await (await post(sent)).text();
  const words = [...html.matchAll(/<th scope="rowgroup"[^>]*>([\s\S]*?)<\/th>/g)].map(([, one]) => textOf(one!).trim());
  expect(words.map((one) => one.split(' ')[0])).toEqual(['要處理', '待人工核對', '沒有要處理的事']);
  const filtered = await (await post(sent, { kind: 'holder-mismatch' })).text();
  const rows = [...matrixOf(filtered).values()];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((cells) => cells.includes('他業者'))).toBe(true);
  const button = /name="open" value="(\d+\.[a-z-]+)" aria-expanded="false"/.exec(filtered)![1]!;
  const opened = await (await post(sent, { kind: 'holder-mismatch', open: button })).text();
  expect(opened).toContain('aria-expanded="true"');
  expect(textOf(opened)).toMatch(/清單第 \d+ 列「5\.\d \S+」欄/);
});
