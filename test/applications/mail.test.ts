import { composeMail, type LetterFacts, type NoticeKind, noticeKinds } from '@aipower/applications/mail';
import { programme115 } from '@aipower/programme';
import { describe, expect, it } from 'vitest';

const { contact, categories } = programme115;
const facts = (kind: NoticeKind): LetterFacts => ({
  kind,
  id: '01J',
  company: '示範製程優化有限公司',
  receiptNo: '115-training-0007',
  category: categories[0]!.name,
  givenAt: '2026-08-13T02:05:00.000Z',
  due: '2026-08-20',
  dueFor: { zh: '結案報告', en: 'Closing report' },
  daysLeft: 7,
  items: [{ label: { zh: '專案主題', en: 'Project topic' }, reason: '請寫明場域。' }],
  reason: '資料不足。',
  result: { outcome: 'approved', level: 'L2', points: 2000 },
  address: 'https://desk.example/apply/A-1',
  contact: { email: contact.email.value, phone: contact.phone, hours: contact.hours },
});

describe.each(noticeKinds)('the mail "%s"', (kind) => {
  const { subject, text } = composeMail(facts(kind));
  it('has both languages, says when it was given and whom to ask', () => {
    expect(subject).toMatch(/^【算力平台】.*115-training-0007.* \/ Compute Platform: .*115-training-0007/);
    expect(text).toContain('通知時間 115年8月13日10:05');
    expect(text).toContain('Sent at 10:05 on 13 August 2026');
    expect(text).toContain(contact.email.value);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('a supplement', () => {
  const { subject, text, calendar } = composeMail(facts('supplement'));
  it('names the day with its weekday and 23:59, the fields and the consequence that the guide prints', () => {
    expect(subject).toBe(
      '【算力平台】請於 115年8月20日（星期四）23:59前補件（收件編號 115-training-0007） / Compute Platform: send missing items by 23:59 on Thursday 20 August 2026 (application 115-training-0007)',
    );
    expect(text).toContain('1. 專案主題：請寫明場域。');
    expect(text).toContain('逾期未補件者，不予受理');
  });

  it('carries its deadline for the calendar: one entry, replaced by an extension, taken out by a cancellation', () => {
    const lines = (content: string) => content.split('\r\n');
    const value = (content: string, name: string) =>
      lines(content)
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1);
    const extended = composeMail({
      ...facts('supplement-extended'),
      due: '2026-08-31',
      givenAt: '2026-08-19T02:00:00.000Z',
    }).calendar!;
    const cancelled = composeMail({ ...facts('supplement-cancelled'), givenAt: '2026-08-20T02:00:00.000Z' }).calendar!;
    const all = [calendar!, extended, cancelled];
    expect(all.map(({ method }) => method)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL']);
    expect(new Set(all.map(({ content }) => value(content, 'UID'))).size).toBe(1);
    const sequences = all.map(({ content }) => Number(value(content, 'SEQUENCE')));
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
    // 24:00 of 20 August in Taipei.
    expect(value(calendar!.content, 'DTEND')).toBe('20260820T160000Z');
    expect(calendar!.content).toContain('TRIGGER:-P1D');
    for (const { content } of all)
      for (const line of lines(content)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

it('a reminder says how many days are left, or how many it is late', () => {
  expect(composeMail({ ...facts('reminder'), daysLeft: 1 }).text).toContain('還有 1 天');
  expect(composeMail({ ...facts('reminder'), daysLeft: 0 }).text).toContain('今日到期');
  expect(composeMail({ ...facts('reminder'), daysLeft: -3 }).text).toContain('已逾期 3 天');
});
