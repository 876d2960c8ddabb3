import { programme115, programmesFrom } from '@aipower/programme';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import type { OpenStatistics } from '@aipower/site/statistics/open-statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Applicant } from '../apply/applicant.ts';
import { caseAt, logInAs, officer1 } from '../staff/officer.ts';
import { type RunningSite, startSite, textOf } from '../start-site.ts';
import { recount } from './recount.ts';

let site: RunningSite;
let api: OpenStatistics;
beforeAll(async () => {
  site = await startSite({
    register: 'sample',
    demonstration: true,
    change: (deps) => ({ ...deps, programmes: programmesFrom([programme115]) }),
  });
  await seedDemonstration(site.deps);
  api = (await (await site.get('/api/v1/programmes/115/statistics')).json()) as OpenStatistics;
});
afterAll(() => site?.stop());

type Line = { readonly table: string; readonly row: string; readonly measure: string; readonly value: string };
async function csv(path = '/statistics.csv?year=115'): Promise<readonly Line[]> {
  const text = await (await site.get(path)).text();
  const [, ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n');
  return lines.map((line) => {
    const [, , table, row, , measure, value] = line
      .match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!
      .map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''));
    return { table: table!, row: row!, measure: measure!, value: value! };
  });
}

test('what is told is what an independent count of the event log finds, and hides nothing but what is small', async () => {
  const raw = await recount(site.deps.desk.database.db, '115');
  expect(api.applications).toBe(raw.received);
  const check = (told: OpenStatistics['rounds'], counts: ReadonlyMap<string, number>) => {
    let rest = 0;
    for (const { id, n } of told!.cells) {
      if (n === null) rest += counts.get(id) ?? 0;
      else expect(`${id} ${n}`).toBe(`${id} ${counts.get(id) ?? 0}`);
    }
    expect(told!.rest ?? 0).toBe(rest);
    expect(told!.cells.filter(({ n }) => n === null).length).toBeGreaterThan(0);
  };
  check(api.rounds, raw.rounds);
  check(api.others, raw.others);
  const approved = raw.approved;
  expect(api.approved).toBe(approved >= 5 ? approved : null);
  for (const { id, applications } of api.domains) {
    const n = raw.domains.get(id) ?? 0;
    if (applications !== null) expect(`${id} ${applications}`).toBe(`${id} ${n}`);
    else expect(n < 5 || raw.received - (raw.others.get('withdrawn') ?? 0) - n < 5).toBe(true);
  }
  expect(api.domains.some(({ applications }) => applications !== null)).toBe(true);
  const days = Object.fromEntries(api.days.map(({ id, median }) => [id, median]));
  for (const [id, values] of raw.stays) {
    if (!(id in days)) continue;
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted[Math.ceil(sorted.length / 2) - 1];
    expect(`${id} ${days[id]}`).toBe(`${id} ${values.length < 5 ? null : Math.round(middle!)}`);
  }
});

test('page, download and API say the same numbers', async () => {
  const lines = await csv();
  const html = await (await site.get('/statistics?year=115')).text();
  const values = (table: string) => {
    const section = html.split(`id="table-${table}"`)[1]!.split('</section>')[0]!;
    return [...section.matchAll(/<td data-label="[^"]*">([^<]*)<\/td>/g)].map(([, value]) =>
      value === '不公布' ? '' : value!.replaceAll(',', ''),
    );
  };
  for (const table of ['rounds', 'others', 'domains', 'items', 'days', 'points']) {
    const downloaded = lines.filter((line) => line.table === table).map(({ value }) => value);
    expect(`${table} ${values(table)}`).toBe(`${table} ${downloaded}`);
  }
  const [first] = lines.filter((line) => line.table === 'rounds' && line.row === 'all');
  expect(first!.value).toBe(String(api.applications));
  const shown = api.rounds!.cells.map(({ id, n }) => `${id} ${n ?? ''}`);
  const rows = lines.filter(({ table, row }) => table === 'rounds' && row.includes('/'));
  expect(rows.map(({ row, value }) => `${row} ${value}`)).toEqual(shown);
  expect((await csv('/en/statistics.csv?year=115')).map(({ value }) => value)).toEqual(lines.map(({ value }) => value));
  expect((await site.get('/statistics.csv?years=115')).status).toBe(400);
  expect((await site.get('/statistics?year=999')).status).toBe(404);
});

test('nothing of a decision shows before its publication, and no company is named', async () => {
  const raw = await recount(site.deps.desk.database.db, '115');
  // The demonstration holds decisions of later rounds; they count as in progress.
  expect(raw.held).toBeGreaterThan(0);
  const everything = `${await (await site.get('/statistics')).text()}${JSON.stringify(api)}`;
  for (const name of raw.names) expect(everything).not.toContain(name);
  expect(JSON.stringify(api)).not.toContain('decided');
});

test('the organiser reads all of it, exported as it stands; a company and the public do not', async () => {
  const officer = await logInAs(site, officer1);
  const page = await (await officer.get('/staff/dashboard?year=115')).text();
  const raw = await recount(site.deps.desk.database.db, '115');
  for (const [round, n] of raw.rounds) {
    if (n === 0) continue;
    const [category, number] = round.split('/');
    const row = new RegExp(`data-row="funnel-${category}-${number}"[\\s\\S]*?<td[^>]*>(\\d+)<`).exec(page);
    expect(`${round} ${row?.[1]}`).toBe(`${round} ${n}`);
  }
  const lines = (await (await officer.get('/staff/dashboard.csv?year=115')).text()).split('\r\n');
  expect(lines.some((line) => line.startsWith('funnel,'))).toBe(true);
  const workbook = await officer.get('/staff/dashboard.xlsx?year=115');
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(textOf(page)).toContain('示範委員 1');
  const nobody = new Applicant(site, '');
  for (const path of ['/staff/dashboard', '/staff/dashboard.csv', '/staff/dashboard.xlsx']) {
    expect((await nobody.get(path)).status).toBe(303);
  }
});

test('what happens after a count is in the next one, each line once', async () => {
  const { id } = await caseAt(site, 'submitted');
  const officer = await logInAs(site, officer1);
  await officer.posted(`/staff/${id}/start`);
  const page = await (await officer.get('/staff/dashboard?year=115')).text();
  const raw = await recount(site.deps.desk.database.db, '115');
  const row = /data-row="stays-submitted"[\s\S]*?<td[^>]*>(\d+)</.exec(page);
  expect(Number(row?.[1])).toBe(raw.stays.get('submitted')!.length);
});
