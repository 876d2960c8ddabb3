import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveRole } from '@aipower/applications/storage';
import { readConfig } from '@aipower/site/config';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Applicant } from '../apply/applicant.ts';
import { type RunningSite, startSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { logInAtProvider, startProvider } from './provider.ts';

const bin = fileURLToPath(new URL('../../../packages/applications/bin/aipower-applications.js', import.meta.url));

let provider: Awaited<ReturnType<typeof startProvider>>;
let site: RunningSite;
beforeAll(async () => {
  provider = await startProvider();
  site = await startSite({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client,
    OIDC_CLIENT_SECRET: provider.secret,
    SAMPLE_DATA: 'no',
  });
  provider.serve(site.url);
});
afterAll(async () => {
  await site?.stop();
  await provider?.stop();
});

/** The command line, beside the site that runs in this process. */
function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=aipower:source', bin, ...args], (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const newBrowser = () => new Applicant(site, '');
/** The address the provider sends a browser back to, below the site. */
async function answered(browser: Applicant, account: string, next = ''): Promise<string> {
  const start = await browser.get(`/staff/login/start${next}`);
  expect(start.status).toBe(303);
  return (await logInAtProvider(start.headers.get('location')!, account)).slice(site.url.length);
}

test('who logs in at the provider has the roles of our table, from the day on and until the day', async () => {
  const browser = newBrowser();
  const asked = await browser.get('/staff/outbox');
  expect(asked.headers.get('location')).toBe('/staff/login?next=%2Fstaff%2Foutbox');
  const back = await answered(browser, 'officer-7', '?next=/staff/outbox');
  const entered = await browser.get(back);
  expect(entered.status).toBe(303);
  expect(entered.headers.get('location')).toBe('/staff/outbox');

  // Known to the provider, nobody here: told what the administrator needs.
  const none = await browser.get('/staff/outbox');
  expect(none.status).toBe(403);
  expect(textOf(await none.text())).toMatch(/還沒有任何角色.*officer-7/);

  const database = join(site.folder, 'applications.db');
  const granted = await run('grant-role', database, provider.issuer, 'officer-7', 'officer', '--from', '2026-07-01');
  expect(`${granted.status} ${granted.stderr}`).toBe('0 ');
  const inside = await browser.get('/staff/outbox');
  expect(inside.status).toBe(200);
  expect(textOf(await inside.text())).toContain('示範同仁 officer-7');
  expect((await run('roles', database)).stdout).toContain('officer-7');

  expect((await run('end-role', database, provider.issuer, 'officer-7', 'officer', '--to', '2026-07-14')).status).toBe(
    0,
  );
  expect((await browser.get('/staff/outbox')).status).toBe(403);
  expect((await run('end-role', database, provider.issuer, 'officer-7', 'chair', '--to', '2026-07-14')).status).toBe(1);
  for (const bad of [
    ['grant-role', database, 'nowhere', 'x', 'officer', '--from', '2026-07-01'],
    ['grant-role', database, provider.issuer, 'x', 'king', '--from', '2026-07-01'],
    ['grant-role', database, provider.issuer, 'x', 'officer', '--from', '115/7/1'],
  ]) {
    expect(await run(...bad)).toMatchObject({ status: 2, stderr: expect.stringContaining('expected') });
  }
});

test('the answer of the provider is taken once, by the browser that began, and for this login alone', async () => {
  const [one, other] = [newBrowser(), newBrowser()];
  const back = await answered(one, 'officer-1');
  expect((await other.get(back)).status).toBe(400);
  const changed = back.replace(/state=[^&]+/, 'state=anything');
  const refused = await one.get(changed);
  expect(refused.status).toBe(403);
  expect(textOf(await refused.text())).toContain('OAUTH_');
  // Used up by the try before: begun anew.
  expect((await one.get(back)).status).toBe(400);
  const again = await answered(one, 'officer-1');
  expect((await one.get(again)).status).toBe(303);
  expect((await one.get(again)).status).toBe(400);
  const denied = newBrowser();
  const start = await denied.get('/staff/login/start');
  const state = new URL(start.headers.get('location')!).searchParams.get('state')!;
  const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer });
  const no = await denied.get(`/staff/login/callback?${query}`);
  expect(`${no.status} ${/代碼 (\w+)/.exec(textOf(await no.text()))?.[1]}`).toBe('403 access_denied');
});

test('an officer names reviewers before their first login: by account, or by an address that the provider has verified', async () => {
  const officer = newBrowser();
  await giveRole(site.deps.desk.database, { issuer: provider.issuer, sub: 'officer-4' }, 'officer', '2026-07-01');
  await officer.get(await answered(officer, 'officer-4'));
  const named = async (account: string) => {
    const answer = await officer.post('/staff/reviewers', { name: '虛構委員', account });
    expect(answer.status).toBe(303);
    return /reviewers\/(\w+)$/.exec(answer.headers.get('location')!)![1]!;
  };
  for (const bad of [
    { name: '', account: 'x' },
    { name: '虛構', account: 'two words' },
    { name: '虛構', account: '' },
  ]) {
    expect((await officer.post('/staff/reviewers', bad)).status).toBe(400);
  }
  const [byAccount, byAddress] = [await named('account-1'), await named('Mail-1@Example.tw')];
  // The same again is the same person.
  expect(await named('account-1')).toBe(byAccount);

  const stranger = newBrowser();
  await stranger.get(await answered(stranger, 'unverified-mail-1'));
  expect((await stranger.get('/staff')).status).toBe(403);

  for (const [account, id] of [
    ['account-1', byAccount],
    ['mail-1', byAddress],
  ] as const) {
    const reviewer = newBrowser();
    await reviewer.get(await answered(reviewer, account));
    expect((await reviewer.get('/staff')).status).toBe(200);
    // Under the id that applications were assigned to: the own profile opens.
    expect((await reviewer.get(`/staff/reviewers/${id}`)).status).toBe(200);
    expect((await reviewer.post('/staff/reviewers', { name: 'x', account: 'y' })).status).toBe(403);
  }
});

test('a login leads to pages of the desk only, and its cookie goes nowhere else', async () => {
  const browser = newBrowser();
  const back = await answered(browser, 'officer-2', '?next=//evil.example/staff');
  const entered = await browser.get(back);
  expect(entered.headers.get('location')).toBe('/staff');
  const paths = entered.headers.getSetCookie().map((line) => /Path=([^;]+)/.exec(line)![1]);
  expect(new Set(paths)).toEqual(new Set(['/staff', '/en/staff']));
  for (const line of entered.headers.getSetCookie()) expect(line).toMatch(/HttpOnly; SameSite=Lax/i);
  expect((await browser.get('/apply/company')).status).toBe(303);
});

test('logging out ends the session here and leads to the provider’s own', async () => {
  const browser = newBrowser();
  await giveRole(site.deps.desk.database, { issuer: provider.issuer, sub: 'officer-3' }, 'officer', '2026-07-01');
  await browser.get(await answered(browser, 'officer-3'));
  expect((await browser.get('/staff')).status).toBe(200);
  const foreign = await browser.post(
    '/staff/logout',
    {},
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  );
  expect(foreign.status).toBe(403);
  expect((await browser.get('/staff')).status).toBe(200);
  const left = await browser.post('/staff/logout');
  expect(left.status).toBe(200);
  expect(await left.text()).toContain(`${provider.issuer}/session/end?`);
  expect((await browser.get('/staff')).status).toBe(303);
});

test('a form that comes when the session is over stays on the page, with the way to log in', async () => {
  const browser = newBrowser();
  const late = await browser.post('/staff/01ARZ3NDEKTSV4RRFFQ69G5FAV/checks', { 'note-industry': '打了很久 <b>' });
  expect(late.status).toBe(401);
  const html = await late.text();
  expect(html).toContain('value="打了很久 &lt;b&gt;"');
  expect(html).toContain('href="/staff/login" target="_blank"');
});

test('a provider that does not answer is said as that, and the next try asks it again', async () => {
  const away = await startProvider();
  const other = await startSite({ OIDC_ISSUER: away.issuer, OIDC_CLIENT_ID: 'desk', SAMPLE_DATA: 'no' });
  try {
    const browser = new Applicant(other, '');
    const down = await browser.get('/staff/login/start');
    expect(down.status).toBe(503);
    expect(textOf(await down.text())).toContain('登入服務沒有回應');
    away.serve(other.url);
    expect((await browser.get('/staff/login/start')).status).toBe(303);
  } finally {
    await other.stop();
    await away.stop();
  }
});

test('without a provider the desk of officers says so, and nothing else changes', async () => {
  const bare = await startSite({ SAMPLE_DATA: 'no' });
  try {
    const browser = new Applicant(bare, '');
    expect((await browser.get('/staff')).headers.get('location')).toBe('/staff/login?next=%2Fstaff');
    const login = await browser.get('/staff/login');
    expect(login.status).toBe(200);
    expect(textOf(await login.text())).toContain('尚未設定承辦人員的登入服務');
    expect((await browser.get('/staff/login/start')).status).toBe(404);
    expect((await browser.post('/staff/login/demonstration', { account: 'demonstration-officer-1' })).status).toBe(404);
    expect((await browser.get('/apply')).status).toBe(200);
  } finally {
    await bare.stop();
  }
});

test.each([
  [{ OIDC_ISSUER: 'https://login.example.tw' }, /expected both/],
  [{ OIDC_CLIENT_ID: 'desk' }, /expected both/],
  [{ OIDC_ISSUER: 'http://login.example.tw', OIDC_CLIENT_ID: 'desk' }, /https address of a login provider/],
])('a half set provider stops the start: %o', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence);
});
