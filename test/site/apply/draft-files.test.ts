import { readCase } from '@aipower/applications/storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSite } from '../running-site.ts';
import { linksOf, textOf } from '../start-site.ts';
import { Applicant, startDesk } from './applicant.ts';

// A draft file that is no draft, at both places that take one: the answer says what was found, what is expected and what to do,
// and what stands in the form beside it stays.

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
});
afterAll(() => site?.stop());

const caseOf = async (address: string) => (await readCase(site.deps.desk.database, address.split('/').at(-1)!))!;

let taken = 40;
async function newDraft(): Promise<{ company: Applicant; application: string }> {
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const company = new Applicant(site, offices[taken++]!.ubn);
  await company.logIn();
  return { company, application: await company.start('inference') };
}

const draft = (entries: object, more: object = {}) => JSON.stringify({ format: 'aipower-draft/1', entries, ...more });
const file = (bytes: string | Uint8Array<ArrayBuffer>, name = 'draft.json') => new File([bytes], name);

const wrong: readonly (readonly [string, File, number, RegExp])[] = [
  ['no file', file('', ''), 400, /還沒有選檔案。請選擇從本站下載的草稿/],
  ['an empty file', file('', '空的.json'), 400, /「空的\.json」是空的（0 位元組）。請選擇/],
  [
    'a picture',
    file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), '照片.png'),
    400,
    /「照片\.png」不是完整的 JSON 檔/,
  ],
  ['half a draft', file(draft({ topic: 'x' }).slice(0, 40)), 400, /「draft\.json」不是完整的 JSON 檔/],
  ['another JSON', file('{"format":"other"}', 'data.json'), 400, /「data\.json」是 JSON 檔，但不是本站的草稿/],
  ['a bare null', file('null', 'null.json'), 400, /「null\.json」是 JSON 檔，但不是本站的草稿/],
  [
    'a draft with a broken part',
    file(draft({ topic: 5 })),
    400,
    /本站的草稿，但讀不出 entries\.topic 的內容。請重新下載/,
  ],
  ['a file of nine megabytes', file(new Uint8Array(9 * 2 ** 20), '大.json'), 413, /「大\.json」有 9 MB，上限 8 MB/],
  ['a name of 200 letters', file('x', `${'長'.repeat(195)}.json`), 400, /「長{24}…長{9}\.json」不是/],
  ['a name with signs that turn the order', file('x', 'a\u202Egnp.\u2066exe.json'), 400, /「agnp\.exe\.json」不是/],
  ['a name with a path', file('x', 'C:\\fakepath\\..\\機密\\x.json'), 400, /「x\.json」不是/],
];

describe('on the overview of an application', () => {
  test.each(wrong)('%s is named, what was ticked stays, and the draft is as it was', async (_, sent, status, said) => {
    const { company, application } = await newDraft();
    await company.posted(`${application}/form/scenario`, { version: '0', scenario: '原來的內容', to: 'here' });
    const body = new FormData();
    body.set('key', 'the-key-of-the-page');
    body.set('pledgeAccepted', 'yes');
    body.set('file', sent);
    const answer = await company.sendForm(`${application}/draft.json`, body);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(textOf(html)).toMatch(said);
    expect(linksOf(html)).toContain('#file-input');
    expect(html).toMatch(/id="pledgeAccepted" name="pledgeAccepted" value="yes" checked/);
    expect(html).not.toMatch(/id="categoryConfirmed" name="categoryConfirmed" value="yes" checked/);
    expect(html).toContain('name="key" value="the-key-of-the-page"');
    expect(await (await company.get(`${application}/form/scenario`)).text()).toContain('原來的內容');
  });

  test('a draft without an answer of this form is said to be one, and not done', async () => {
    const { company, application } = await newDraft();
    const answer = await company.upload(`${application}/draft.json`, draft({ somethingElse: 'x' }));
    expect(answer.status).toBe(400);
    expect(textOf(await answer.text())).toContain('沒有這份申請書的答案');
  });

  test('what came in is counted, and a draft of the other category is named', async () => {
    const { company, application } = await newDraft();
    const entries = { topic: '帶來的主題', scenario: '帶來的情境', ubn: '00000254', companyName: '別家公司' };
    // As an editor saves it that marks the encoding.
    const done = await company.upload(`${application}/draft.json`, `\uFEFF${draft(entries, { category: 'training' })}`);
    expect(done.status).toBe(303);
    const page = textOf(await (await company.get(done.headers.get('location')!)).text());
    expect(page).toContain('已帶入草稿中的 2 題');
    expect(page).toContain('這份草稿是模型訓練類的');
    expect(await (await company.get(`${application}/form/project`)).text()).toContain('帶來的主題');
    const other = await company.get(`${application}/check?brought=%3Cb%3E&from=nobody`);
    expect(await other.text()).not.toContain('<b>');
  });

  test('the same file twice, and twice at once, is the same draft', async () => {
    const { company, application } = await newDraft();
    const text = draft({ scenario: '同一份', benefits: '同一份' });
    for (let i = 0; i < 2; i++) expect((await company.upload(`${application}/draft.json`, text)).status).toBe(303);
    const both = await Promise.all([0, 1].map(() => company.upload(`${application}/draft.json`, text)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await (await company.get(`${application}/form/scenario`)).text()).toContain('同一份');
    expect((await caseOf(application)).main).toBe('draft');
  });

  test('when the session is over the file is not said to be kept, and the way back is the page it was chosen on', async () => {
    const { company, application } = await newDraft();
    company.forgetCookies();
    const answer = await company.upload(`${application}/draft.json`, draft({ topic: 'x' }));
    const html = await answer.text();
    expect(answer.status).toBe(401);
    expect(textOf(html)).toContain('檔案沒有收下');
    expect(html).toContain(`name="next" value="${application}/check"`);
    expect(html).toContain('name="kept" value=""');
  });
});

describe('on the pre-check', () => {
  const sendTo = async (sent: File, typed: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    body.append('listed', 'Gemma 4 31B');
    body.append('listed', 'Llama-3.1-TAIDELX-8B-Lora');
    body.append('file', sent);
    const answer = await fetch(`${site.url}/precheck`, { method: 'POST', body });
    return { status: answer.status, html: await answer.text() };
  };
  const typed = { year: '115', category: 'inference', ubn: '00000254', topic: '打了很久的主題' };

  test.each(wrong)('%s is named, and what was typed stays', async (_, sent, status, said) => {
    const answer = await sendTo(sent, typed);
    expect(answer.status).toBe(status);
    expect(textOf(answer.html)).toMatch(said);
    expect(linksOf(answer.html)).toContain('#file');
    expect(answer.html).toContain('value="打了很久的主題"');
    expect(answer.html).toMatch(/value="inference" checked/);
    expect(answer.html).toMatch(/name="listed" value="Llama-3.1-TAIDELX-8B-Lora" checked/);
  });

  test('what the draft does not have stays as it was typed', async () => {
    const answer = await sendTo(file(draft({ topic: '草稿的主題' })), typed);
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('value="草稿的主題"');
    expect(answer.html).toContain('value="00000254"');
    expect(textOf(answer.html)).toContain('已帶入「draft.json」');
  });

  test('with every model ticked it is no form of too many fields', async () => {
    const { models } = site.deps.programmes
      .get('115')!
      .modelLists.reduce((a, b) => (a.models.length > b.models.length ? a : b));
    const body = new FormData();
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    for (const { name } of models) body.append('listed', name);
    for (let i = 0; i < 60; i++) body.append('domains', 'manufacturing');
    body.append('file', file('x'));
    const html = await (await fetch(`${site.url}/precheck`, { method: 'POST', body })).text();
    expect(html).toContain('value="打了很久的主題"');
    expect(textOf(html)).toContain('不是完整的 JSON 檔');
  });
});
