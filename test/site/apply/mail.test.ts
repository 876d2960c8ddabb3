import { type AddressInfo, createServer } from 'node:net';
import type { CaseFile } from '@aipower/applications';
import {
  execute,
  outboxEntries,
  outboxEntry,
  readCase,
  sendDueNotices,
  settleNotice,
} from '@aipower/applications/storage';
import { programme115 } from '@aipower/programme';
import { readConfig } from '@aipower/site/config';
import { composeMail, recipientsOf } from '@aipower/site/mail/compose';
import { mailServer, noticeSender } from '@aipower/site/mail/sender';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Case } from '../../applications/play.ts';
import type { RunningSite } from '../running-site.ts';
import { logInAs, officer1 } from '../staff/officer.ts';
import { textOf } from '../start-site.ts';
import { Applicant, sampleForm, startDesk } from './applicant.ts';

const received: ParsedMail[] = [];
let refuses = false;
/** What the server says to an address, where it does not take it. */
const answers = new Map<string, { readonly code: number; readonly text: string }>();
let server: SMTPServer;
let site: RunningSite;
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const answer = answers.get(address);
      done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        if (refuses) return done(new Error('451 try later'));
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  site = await startDesk({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'desk@example.org' });
});
afterAll(async () => {
  await site?.stop();
  server?.close();
});

test('receipt and supplement go out once, in both languages, with the deadline and its calendar entry', async () => {
  const form = sampleForm('inference');
  const company = new Applicant(site, String(form['ubn']));
  await company.logIn();
  const application = await company.start('inference');
  await company.fill(application, 'inference', form);
  await company.submit(application);
  const { database } = site.deps.desk;
  const id = application.split('/').at(-1)!;
  const officer = { kind: 'officer', id: 'officer-1' } as const;
  const fields = [{ field: 'benefits', reason: '請補充只有登入才看得到的理由' }];
  const now = () => site.deps.clock.now().toISOString();
  for (const command of [
    { type: 'screening.start', by: officer },
    { type: 'supplement.request', by: officer, fields, due: '2026-10-26' },
  ] as const) {
    await execute(database, { application: id, command, programme: programme115 }, now());
  }

  // On fictional data nothing leaves the house.
  expect(noticeSender(site.deps)).toBeNull();
  const send = noticeSender({ ...site.deps, demonstration: null })!;

  refuses = true;
  expect(await sendDueNotices(database, send, now())).toMatchObject({ sent: 0, failed: 2 });
  refuses = false;
  const later = new Date(Date.parse(now()) + 3_600_000).toISOString();
  expect(await sendDueNotices(database, send, later)).toMatchObject({ sent: 2, failed: 0 });
  expect(await sendDueNotices(database, send, later)).toMatchObject({ sent: 0, failed: 0 });

  const number = (await readCase(database, id))!.receiptNo!;
  expect(received).toHaveLength(2);
  const supplement = received.find(({ subject }) => subject!.includes('請補件'))!;
  expect(supplement.subject).toContain(number);
  // What happened and until when, in the subject; the thing itself in the first line.
  expect(supplement.subject).toContain('請補件（期限 115年10月26日星期一）');
  expect(supplement.subject).toContain('Send missing items (deadline Monday 26 October 2026)');
  expect(supplement.text!.split('\n')[0]).toContain('請補件');
  expect(supplement.text).toContain('期限：115年10月26日（2026-10-26，星期一） 23:59（臺北時間），還有 6 天');
  expect(supplement.text).toContain(
    'Deadline: 23:59 Taipei time on Monday 26 October 2026 (ROC 115/10/26), 6 days left',
  );
  expect(supplement.text).not.toContain('只有登入才看得到');
  expect(supplement.headers.get('auto-submitted')).toBe('auto-generated');
  const to = [supplement.to!].flat().flatMap(({ value }) => value.map(({ address }) => address));
  expect(to.sort()).toEqual(['contact@example.org', 'leader@example.org', 'second@example.org']);
  const calendar = supplement.attachments.find(({ filename }) => filename === 'deadline.ics')!.content.toString();
  expect(calendar).toContain('DTEND:20261026T155900Z');
  expect(calendar).toContain('METHOD:PUBLISH');
  expect(calendar).toMatch(/TRIGGER:-P1D/);
});

test('of several addresses one refuses and one defers: the others have it once, and the officer reads which and what to do', async () => {
  const { database } = site.deps.desk;
  const { entries } = await outboxEntries(database, { states: ['sent'], most: 1 });
  const { id } = entries[0]!;
  const officer = { kind: 'officer', id: 'officer-1' } as const;
  const real = { ...site.deps, demonstration: null };
  const send = noticeSender(real)!;
  const sendAt = (day: string) => sendDueNotices(database, send, `2026-12-${day}T00:00:00.000Z`);
  const toOf = (mail: ParsedMail) =>
    [mail.to!]
      .flat()
      .flatMap(({ value }) => value.map(({ address }) => address))
      .sort();
  const stateOf = async () => (await outboxEntry(database, id))!;
  answers.set('leader@example.org', { code: 550, text: 'no such user leader@example.org' });
  answers.set('second@example.org', { code: 450, text: 'greylisted' });
  received.length = 0;
  expect(await settleNotice(database, id, 'send-again', officer, '2026-12-01T00:00:00.000Z')).toBe(true);
  await sendAt('01');
  expect((await stateOf()).state).toBe('waiting');
  answers.delete('second@example.org');
  // The address that refused for good is not asked again by itself.
  await sendAt('02');
  expect((await stateOf()).state).toBe('partly-sent');
  await sendAt('03');
  expect(received.map(toOf)).toEqual([
    ['contact@example.org', 'leader@example.org', 'second@example.org'],
    ['second@example.org'],
  ]);

  const browser = await logInAs(site, officer1);
  const page = textOf(await (await browser.get('/staff/outbox')).text());
  expect(page).toContain('收件端拒收：leader@example.org。其他收件人已寄出。');
  expect(page).toContain('leader@example.org 拒收');
  // What is kept names nobody.
  expect(JSON.stringify((await stateOf()).deliveries)).not.toContain('example.org');
  answers.clear();
  await browser.posted(`/staff/outbox/${id}`, { how: 'send-again' });
  await sendAt('04');
  expect((await stateOf()).state).toBe('sent');
  expect(toOf(received.at(-1)!)).toEqual(['leader@example.org']);
  expect(received).toHaveLength(3);

  // All of them refuse: that is said at once, not after ten tries.
  for (const name of ['leader', 'second', 'contact'])
    answers.set(`${name}@example.org`, { code: 550, text: 'no such user' });
  await browser.posted(`/staff/outbox/${id}`, { how: 'send-again' });
  await sendAt('05');
  expect(await stateOf()).toMatchObject({ state: 'failed', tries: 1 });
  answers.clear();
});

test('a mail server that is away, or takes a connection and closes it, costs no notice a try, and nobody else is tried there', async () => {
  const { database } = site.deps.desk;
  const at = '2027-01-01T00:00:00.000Z';
  await database.db.deleteFrom('desk_delivery').execute();
  await database.db.updateTable('desk_outbox').set({ state: 'waiting', next_at: at, tries: 9 }).execute();
  let calls = 0;
  const closing = createServer((socket) => {
    calls++;
    socket.on('error', () => {});
    socket.end();
  });
  await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
  const { port } = closing.address() as AddressInfo;
  const mailOf = (url: string) => mailServer(readConfig({ SMTP_URL: url }), site.url)!;
  const senderTo = (url: string) =>
    noticeSender({ ...site.deps, demonstration: null, desk: { ...site.deps.desk, mail: mailOf(url) } })!;
  for (const moment of [at, '2027-01-01T00:01:00.000Z'])
    expect(await sendDueNotices(database, senderTo(`smtp://127.0.0.1:${port}`), moment)).toEqual({
      sent: 0,
      failed: 1,
    });
  expect(calls).toBe(2);
  await new Promise((resolve) => closing.close(resolve));
  const later = '2027-01-01T00:02:00.000Z';
  expect(await sendDueNotices(database, senderTo(`smtp://127.0.0.1:${port}`), later)).toEqual({ sent: 0, failed: 1 });
  const { entries } = await outboxEntries(database, { states: ['waiting'], most: 10 });
  expect(entries.map(({ tries }) => tries)).toEqual([9, 9]);
  expect(entries.some(({ lastError }) => lastError !== null)).toBe(true);
  // One that answers nothing is not waited for without end, as the library would.
  expect(mailOf('smtp://mail.example').transport.options).toMatchObject({
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  expect(
    await sendDueNotices(database, noticeSender({ ...site.deps, demonstration: null })!, '2027-01-01T00:05:00.000Z'),
  ).toEqual({
    sent: 2,
    failed: 0,
  });
});

test('whom a form names is written to, whatever the programme calls the questions', () => {
  const form = { contactEmail: 'a@example.org', leaderEmail: 'b@example.org', contact2Email: 'a@example.org' };
  expect([...recipientsOf(programme115, 'training', form)].sort()).toEqual(['a@example.org', 'b@example.org']);
  // Another year: one address that is no person's, and one of a contact under a name of its own.
  const sections = programme115.forms.sections.map(({ fields, ...section }) => ({
    ...section,
    fields: fields.map((field) => {
      if (field.id === 'contactEmail') return { ...field, id: 'windowMail' };
      if (field.kind !== 'email') return field;
      const { role: _role, ...rest } = field;
      return rest;
    }),
  }));
  const other = { ...programme115, forms: { ...programme115.forms, sections } };
  const answers = { ...form, windowMail: 'c@example.org' };
  expect(recipientsOf(other, 'training', answers)).toEqual(['c@example.org']);
});

test('a reminder of several applications goes to the people of each, and says which deadline is whose', () => {
  const [first, other] = [new Case('training').active().state!, new Case('inference').active().state!];
  const [a, b] = [
    { ...first, id: 'A', receiptNo: '115-training-0001' },
    { ...other, id: 'B', receiptNo: '115-inference-0002' },
  ];
  const deadline = (application: string, id: string, day: string) => ({ kind: 'obligation', id, day, application });
  const deadlines = [deadline('A', 'closing-report', '2027-01-12'), deadline('B', 'follow-up-1', '2027-01-20')];
  const notice = {
    id: 'N',
    application: 'A',
    kind: 'reminder',
    createdAt: '2027-01-11T01:00:00.000Z',
    tries: 0,
    detail: { day: '2027-01-12', deadlines },
  } as const;
  const facts = { programme: programme115, origin: 'https://desk.example.org', fictional: false };
  const mail = composeMail(
    notice,
    a,
    { companyName: '示範甲', contactEmail: 'a@example.org' },
    {
      ...facts,
      now: new Date('2027-01-11T01:00:00.000Z'),
      others: [{ programme: programme115, state: b, form: { contactEmail: 'b@example.org' } }],
    },
  );
  expect(mail.to).toEqual(['a@example.org', 'b@example.org']);
  expect(mail.subject).toContain('115-training-0001, 115-inference-0002');
  expect(mail.text.split('\n').slice(2, 8)).toEqual([
    '收件編號：115-training-0001',
    '結案報告、成果簡報、demo 影片：116年1月12日（2027-01-12，星期二） 23:59（臺北時間），還有 1 天',
    '登入查看：https://desk.example.org/apply/A',
    '收件編號：115-inference-0002',
    '成效追蹤 1：116年1月20日（2027-01-20，星期三） 23:59（臺北時間），還有 9 天',
    '登入查看：https://desk.example.org/apply/B',
  ]);
});

test('a notice without a day of its own names what it asks for by the case file, and one day is a day', () => {
  const facts = { programme: programme115, origin: 'https://desk.example.org', fictional: false };
  const form = { companyName: '示範甲', contactEmail: 'a@example.org' };
  const write = (kind: 'result' | 'ended' | 'obligation-returned', state: CaseFile, now: string) => {
    const notice = { id: 'N', application: 'A', kind, createdAt: now, tries: 0, detail: {} };
    return composeMail(notice, state, form, { ...facts, now: new Date(now) });
  };
  const active = new Case('training').active().state!;
  const award = { ...active.award!, state: 'awarded' as const, acceptBy: '2026-09-02', acceptedOn: null };
  const result = write('result', { ...active, award }, '2026-09-01T01:00:00.000Z');
  expect(result.subject).toMatch(/^審查結果已公告（期限 115年9月2日星期三） Results published \(deadline Wednesday 2 /);
  expect(result.text).toContain('接受核定：115年9月2日（2026-09-02，星期三） 23:59（臺北時間），還有 1 天');
  expect(result.text).toContain(
    'Accepting the award: 23:59 Taipei time on Wednesday 2 September 2026 (ROC 115/09/02), 1 day left',
  );
  const answered = write(
    'result',
    { ...active, award: { ...award, acceptedOn: '2026-09-01T00:00:00.000Z' } },
    '2026-09-01T01:00:00.000Z',
  );
  expect(answered.subject).toMatch(/^審查結果已公告 Results published: /);

  const [report] = active.obligations.filter(({ kind }) => kind === 'closing-report');
  const owed = { ...report!, due: '2027-01-12', state: 'due' as const };
  const ended = write('ended', { ...active, obligations: [owed] }, '2027-01-01T01:00:00.000Z');
  expect(ended.text).toContain('結案報告、成果簡報、demo 影片：116年1月12日');
  const same = { ...active, obligations: [owed] };
  expect(write('obligation-returned', same, '2027-01-01T01:00:00.000Z').text).not.toContain('116年1月12日');
  const returned = { ...active, obligations: [{ ...owed, state: 'returned' as const }] };
  expect(write('obligation-returned', returned, '2027-01-01T01:00:00.000Z').text).toContain('116年1月12日');
});
