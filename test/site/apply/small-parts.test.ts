import { readCase } from '@aipower/applications/storage';
import { formFields, getCategory, programme115 } from '@aipower/programme';
import { plans } from '@aipower/site/demonstration/plan';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningSite } from '../running-site.ts';
import { caseAt } from '../staff/officer.ts';
import { textOf } from '../start-site.ts';
import { Applicant, sampleForm, startDesk } from './applicant.ts';

// The small things of the company's pages: how long a box is and how it counts, what the use of an award adds up to, how days and
// amounts are written, where a draft is gone on with.

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
  await seedDemonstration(site.deps);
});
afterAll(() => site?.stop());

const form = sampleForm('inference');
const caseOf = async (id: string) => (await readCase(site.deps.desk.database, id))!;

let free: string[] | null = null;
async function newDraft(): Promise<{ company: Applicant; application: string }> {
  if (!free) {
    const rows = await site.deps.desk.database.db
      .selectFrom('desk_application')
      .select('ubn')
      .where('category', '=', 'inference')
      .execute();
    const taken = new Set(rows.map(({ ubn }) => ubn));
    const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
    free = offices.map(({ ubn }) => ubn).filter((ubn) => !taken.has(ubn));
  }
  const company = new Applicant(site, free.pop()!);
  await company.logIn();
  return { company, application: await company.start('inference') };
}

test('each box of the form is as long as its answer and says how much it takes; what is too long is said and kept', async () => {
  const { company, application } = await newDraft();
  const pageOf = async (id: string) => (await company.get(`${application}/form/${id}`)).text();
  const html = (await Promise.all(['company', 'project', 'scenario', 'benefits', 'bonus'].map(pageOf))).join('');
  const boxes = { date: '', integer: 'numeric', number: 'decimal', phone: 'tel', mobile: 'tel' } as const;
  let [short, long, areas] = [0, 0, 0];
  for (const { id, kind, max } of formFields(programme115, 'inference')) {
    const input = new RegExp(`<input type="text"([^>]*) id="${id}"[^>]*inputmode="(\\w+)"`).exec(html);
    const area = new RegExp(
      `<textarea id="${id}"[^>]* data-max="(\\d+)">[\\s\\S]*?id="${id}-count"[^>]*>([^<]*)<`,
    ).exec(html);
    if (input && kind in boxes) {
      short++;
      expect([id, input[1], input[2]]).toEqual([id, ' class="short"', boxes[kind as 'date'] || 'text']);
    } else if (input) {
      long++;
      expect([id, input[1]]).toEqual([id, '']);
    }
    if (area) {
      areas++;
      expect([id, area[1], area[2]]).toEqual([id, String(max), `0／${max!.toLocaleString('en')} 字`]);
    }
  }
  expect([short > 5, long > 5, areas > 1]).toEqual([true, true, true]);

  const name = '長'.repeat(1001);
  await company.posted(`${application}/form/company`, { version: '0', representative: name, to: 'here' });
  const again = await pageOf('company');
  expect(again).toContain(`value="${name}"`);
  const rare = '𠮷\r\n'.repeat(10_000);
  await company.posted(`${application}/form/scenario`, { version: '0', scenario: rare, to: 'here' });
  expect(textOf(await pageOf('scenario'))).toContain('20,000／20,000 字');
  expect(textOf(await pageOf('scenario'))).not.toContain('這一頁有');
  await company.posted(`${application}/form/scenario`, { version: '1', scenario: `${rare}字`, to: 'here' });
  expect(textOf(await pageOf('scenario'))).toMatch(/20,001／20,000 字/);
  expect(textOf(await pageOf('scenario'))).toContain('這一頁有 1 題');
});

test('a sentence that stands as a label is not ended twice, in either language', async () => {
  const { company, application } = await newDraft();
  await company.posted(`${application}/form/company`, { version: '0', to: 'here' });
  const login = await company.get('/en/apply');
  expect(login.status).toBe(200);
  for (const prefix of ['', '/en']) {
    const pages = [`${prefix}${application}/form/company`, `${prefix}${application}/check`];
    const text = (await Promise.all(pages.map(async (one) => textOf(await (await company.get(one)).text())))).join(' ');
    expect(text).toMatch(prefix ? /assistance: Must be accepted/ : /目的之提供：須勾選同意/);
    expect(text).not.toMatch(/[.。：:][：:] /);
  }
});

test('what stands beside an answer is one text, also where a day is in it', async () => {
  const { company, application } = await newDraft();
  const html = await (await company.get(`${application}/form/project`)).text();
  const title = /<div class="help \w+"><b>([\s\S]*?)<\/b>/.exec(html)![1]!;
  expect(title).toContain('class="date"');
  // The mark and one box: more of them would be columns of it.
  expect(title.replace(/<svg[\s\S]*?<\/svg>/, '')).toMatch(/^<span>[\s\S]*<\/span>$/);
});

test('a draft is gone on with at the first page that was never saved, and at the overview when all were', async () => {
  const { company, application } = await newDraft();
  const goesOn = async () =>
    /class="button" href="([^"]+)">繼續填寫/.exec(await (await company.get(application)).text())?.[1];
  expect(await goesOn()).toBe(`${application}/form/company`);
  await company.posted(`${application}/form/company`, { version: '0', to: 'next' });
  expect(await goesOn()).toBe(`${application}/form/declaration`);
  await company.fill(application, 'inference', form);
  expect(await goesOn()).toBe(`${application}/check`);
  const check = textOf(await (await company.get(`${application}/check`)).text());
  const [year, month, day] = String(form['establishedOn'] ?? '')
    .split('-')
    .map(Number);
  const capital = Number(form['paidInCapital']).toLocaleString('en');
  expect(check).toContain(`${capital} 新臺幣元`);
  if (year) expect(check).toContain(`${year - 1911}年${month}月${day}日`);
  expect(check).not.toMatch(/實收資本額 \d{5,}/);
});

test('the use of an award adds up: what was used, what is left at most, and what is not known', async () => {
  const running = await caseAt(
    site,
    'active',
    (n) => plans[n]!.award === undefined && plans[n]!.category === 'training',
  );
  const company = new Applicant(site, running.ubn);
  await company.logIn();
  const page = async () => textOf(await (await company.get(`/apply/${running.id}/award`)).text());
  const award = (await caseOf(running.id)).award!;
  const today = '2026-10-20';
  const over = Object.entries(award.usage).filter(([day]) => day < today);
  const used = Object.values(award.usage).reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const unknown = days(award.start!, today).filter((day) => award.usage[day] == null && day <= award.lastDay!).length;
  const { perPoint } = getCategory(programme115, 'training').point;
  const inWords = (points: number) =>
    `${points.toLocaleString('en')} 點（${(points * perPoint).toLocaleString('en')} GPU 小時）`;
  const shown = await page();
  expect(over.length).toBeGreaterThan(30);
  expect(shown).toContain(`核發點數 ${inWords(award.points)}`);
  expect(shown).toContain(`已使用 ${inWords(used)}`);
  expect(unknown).toBeGreaterThan(0);
  expect(shown).toContain(`剩餘 至多 ${inWords(award.points - used)}`);
  expect(shown).toContain(`有 ${unknown} 天沒有使用紀錄，未計入；不代表未使用。`);
});

/** Every day from one to before another. */
function days(from: string, before: string): string[] {
  const found = [];
  for (let at = Date.parse(from); at < Date.parse(before); at += 86_400_000)
    found.push(new Date(at).toISOString().slice(0, 10));
  return found;
}
