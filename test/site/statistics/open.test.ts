import { programme115, programmesFrom } from '@aipower/programme';
import { certificateStates, openRegister, type Register } from '@aipower/registry';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import type { OpenStatistics } from '@aipower/site/statistics/open-statistics';
import { MAX_LISTS, type OverTime, registerOverTime } from '@aipower/site/statistics/over-time';
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

/** Every certificate judged on every day, one by one. */
function recounted(register: Register, { schemes }: OverTime): string[] {
  const all = register.snapshot().providers.flatMap(({ certificates }) => certificates);
  return schemes.flatMap(({ scheme, stretches }) =>
    stretches.map(({ day }) => {
      const states = all.filter((one) => one.scheme === scheme).map((one) => certificateStates(one, day)[0]);
      const count = (state: string) => states.filter((one) => one === state).length;
      return `${scheme} ${day} ${count('valid')} ${count('unverifiable')}`;
    }),
  );
}

const counted = ({ schemes }: OverTime) =>
  schemes.flatMap(({ scheme, stretches }) =>
    stretches.map(({ day, valid, unverifiable }) => `${scheme} ${day} ${valid} ${unverifiable}`),
  );

test('the register over time is what judging every certificate on every day finds, and is shown in both languages', async () => {
  const { register, clock } = site.deps;
  const today = new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const overTime = await registerOverTime(register, today);
  expect(counted(overTime).length).toBeGreaterThan(20);
  expect(counted(overTime)).toEqual(recounted(register, overTime));
  expect(await registerOverTime(register, today)).toBe(overTime);
  for (const [path, atLeast] of [
    ['/statistics?year=115', '至少 '],
    ['/en/statistics?year=115', 'at least '],
  ] as const) {
    const section = (await (await site.get(path)).text()).split('id="over-time"')[1]!.split('</section>')[0]!;
    const told = [...section.matchAll(/<td data-label="[^"]*">([^<]*)<\/td>/g)].map(([, cell]) => cell!);
    const ai = overTime.schemes.find(({ scheme }) => scheme === 'ai')!.stretches;
    expect(told).toContain(String(ai.at(-1)!.valid));
    expect(told).toContain(`${atLeast}${ai[0]!.valid}`);
    expect(section.split('<rect').length - 1).toBe(counted(overTime).length);
    // The sample has its mark where the numbers are, too: a section is copied without its page.
    expect(textOf(section.slice(section.indexOf('>') + 1, section.indexOf('</h2>')))).toMatch(/示範資料|Sample data/);
  }
});

test('the register over time is given as JSON and CSV, the same numbers, and says that it is fictional', async () => {
  const { register, clock } = site.deps;
  const today = new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const overTime = await registerOverTime(register, today);
  const answer = (await (await site.get('/api/v1/register/over-time')).json()) as {
    readonly sample: boolean;
    readonly schemes: readonly {
      readonly scheme: string;
      readonly counts: readonly { readonly day: string; readonly until: string; valid: number; unverifiable: number }[];
    }[];
  };
  expect(answer.sample).toBe(true);
  const told = answer.schemes.flatMap(({ scheme, counts }) =>
    counts.map(({ day, valid, unverifiable }) => `${scheme} ${day} ${valid} ${unverifiable}`),
  );
  expect(told).toEqual(recounted(register, overTime));
  const newest = answer.schemes.find(({ scheme }) => scheme === 'ai')!.counts.at(-1)!;
  expect(newest.day <= newest.until && newest.until <= today).toBe(true);
  const [head, ...lines] = (await (await site.get('/statistics/register.csv')).text())
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n');
  expect(head).toBe('scheme,day,until,basis,complete,valid,unverifiable,fictional');
  const rows = lines.map((line) => line.split(','));
  expect(rows.map((row) => [row[0], row[1], row[5], row[6]].join(' '))).toEqual(told);
  expect(new Set(rows.map((row) => row[7]))).toEqual(new Set(['true']));
  expect((await site.get('/statistics/register.csv?on=today')).status).toBe(400);
});

test('a time without a list is empty and no zero; what was withdrawn counts nowhere; of many lists the last of a month stand', async () => {
  const register = await openRegister(':memory:', { refreshEvery: 0, freshDays: 30 });
  try {
    const head = 'scheme,number,ubn,name,registered_on,valid_until,status,status_on';
    const row = (n: number, rest: string) => `ai,示範AI-${n},0000000${n},示範第${n}有限公司,${rest}`;
    const imported = (seenOn: string, rows: readonly string[]) =>
      register.importList(
        { name: 'list.csv', bytes: new TextEncoder().encode([head, ...rows].join('\n')) },
        { seenOn, recordedAt: `${seenOn}T01:00:00Z`, by: 'test', why: 'test', source: 'list', fictional: true },
      );
    const five = row(5, '2025-05-01,2026-02-10,生效,');
    const six = row(6, '2025-11-01,2027-10-31,生效,');
    await imported('2026-01-05', [five]);
    await imported('2026-01-20', [five, six]);
    await imported('2026-06-01', [five, row(6, '2025-11-01,2027-10-31,廢止,2026-03-01')]);
    await imported('2026-06-02', [six]);
    await register.withdraw(4, { recordedAt: '2026-06-03T01:00:00Z', by: 'test', why: 'wrong file' });
    const overTime = await registerOverTime(register, '2026-06-20');
    expect(counted(overTime)).toEqual(recounted(register, overTime));
    const ai = overTime.schemes.find(({ scheme }) => scheme === 'ai')!.stretches;
    expect(ai.map(({ kind, day, end, valid }) => `${kind} ${day} ${end} ${valid}`)).toEqual([
      'before 2025-07-01 2025-10-01 1',
      'before 2025-10-01 2026-01-01 1',
      'before 2026-01-01 2026-01-05 2',
      'list 2026-01-05 2026-01-20 2',
      // Stale after thirty days: from then on nobody knows, until the next list.
      'list 2026-01-20 2026-02-20 2',
      'list 2026-06-01 2026-06-21 0',
    ]);
    expect(overTime.withdrawn).toBe(1);
    expect(overTime.schemes.filter(({ stretches }) => stretches.length === 0).length).toBeGreaterThan(3);
    for (let i = 0; i < MAX_LISTS; i++) await imported(`2026-07-${String(i + 3).padStart(2, '0')}`, [five, six]);
    const { schemes } = await registerOverTime(register, '2026-07-31');
    const listed = schemes.flatMap(({ stretches }) => stretches).filter(({ kind }) => kind === 'list');
    expect(listed.map(({ day }) => day)).toEqual(['2026-01-20', '2026-06-01', '2026-07-26']);
  } finally {
    await register.close();
  }
});
