import {
  book,
  deadlines,
  newLedger,
  publicState,
  publishRound,
  reminderKey,
  replay,
  tick,
} from '@aipower/applications';
import { programme115 } from '@aipower/programme';
import { describe, expect, it } from 'vitest';
import { Case, chair, convene, formOf, fullProgramme, officer, publish, reviewer, secondOfficer } from './play.ts';

const field = (form: Record<string, unknown>, id: string, value: unknown) => ({ ...form, [id]: value });

describe('from draft to submission', () => {
  it('carries a copy of what steers it, a receipt number and the round', () => {
    const one = new Case().start().submit();
    expect(one.state).toMatchObject({ main: 'submitted', receiptNo: '115-A-1', round: 2, forms: [{ n: 1 }] });
    expect(one.state!.rules).toMatchObject({
      meeting: true,
      waitList: false,
      weights: expect.any(Array),
      reportDays: 30,
    });
    expect(new Case('inference').start().submit().state!.rules).toMatchObject({ meeting: false, demoMeeting: false });
  });

  it('refuses a second application, a bar, a branch and another company', () => {
    const one = new Case();
    const start = {
      type: 'draft.start',
      by: one.company,
      ubn: one.company.id,
      category: 'training',
      cardFingerprint: '',
      companyHash: '',
    } as const;
    expect(one.refused(start, { liveApplication: 'A-0' })).toBe('duplicate');
    expect(one.refused(start, { bars: [{ round: 2, until: '2026-09-01' }] })).toBe('barred');
    expect(one.refused(start, { establishment: 'branch' })).toBe('branch');
    expect(one.refused({ ...start, ubn: '04595257' })).toBe('not-yours');
    expect(one.refused({ ...start, by: officer })).toBe('not-allowed');
    one.at('2026-09-02T00:00:00+08:00').start({ bars: [{ round: 2, until: '2026-09-01' }], establishment: 'unknown' });
    expect(
      one.refused({
        type: 'section.save',
        by: { kind: 'company', id: '04595257' },
        section: 's',
        version: 0,
        body: {},
        findings: 0,
      }),
    ).toBe('not-yours');
  });

  it('keeps two windows from overwriting each other', () => {
    const one = new Case().start();
    const save = (version: number, body: object) =>
      ({ type: 'section.save', by: one.company, section: 'project', version, body, findings: 1 }) as const;
    one.do(save(0, { topic: 'a' })).do(save(1, { topic: 'b' }));
    expect(one.try(save(1, { topic: 'c' }))).toEqual({
      refused: 'stale',
      detail: { section: 'project', saved: 2, sent: 1 },
    });
  });

  it('keeps the answers of both categories when the category changes', () => {
    const one = new Case().start();
    one.do({
      type: 'section.save',
      by: one.company,
      section: 'training/project',
      version: 0,
      body: { topic: 'a' },
      findings: 0,
    });
    one.do({ type: 'category.change', by: one.company, category: 'inference' });
    expect(one.state).toMatchObject({ category: 'inference', sections: { 'training/project': { version: 1 } } });
    expect(one.refused({ type: 'category.change', by: one.company, category: 'inference' })).toBe('same-category');
  });

  it('names the fields that are missing and nothing that was typed', () => {
    const one = new Case().start();
    const form = field(field(one.form, 'topic', ''), 'contact1Email', 'lin at example');
    const refusal = one.try({ type: 'submit', by: one.company, form, receiptNo: 'x', texts: {} });
    expect(refusal).toMatchObject({ refused: 'incomplete' });
    expect(JSON.stringify(refusal)).toContain('"topic"');
    expect(JSON.stringify(refusal)).not.toContain('lin at example');
    expect(
      one.refused({
        type: 'submit',
        by: one.company,
        form: field(one.form, 'ubn', '04595257'),
        receiptNo: 'x',
        texts: {},
      }),
    ).toBe('wrong-company');
  });

  it('is updated until the screening starts, with every version kept', () => {
    const one = new Case().start().submit();
    const revised = field(one.form, 'topic', '另一個主題');
    one.do({ type: 'revise', by: one.company, form: revised, texts: {} });
    expect(one.state!.forms.map(({ n }) => n)).toEqual([1, 2]);
    expect(one.log.at(-1)!.data).toMatchObject({ changed: ['topic'] });
    one.do({ type: 'screening.start', by: officer });
    expect(one.refused({ type: 'revise', by: one.company, form: revised, texts: {} })).toBe('wrong-state');
    const category = { ...one.form, category: 'inference' };
    expect(new Case().start().submit().refused({ type: 'revise', by: one.company, form: category, texts: {} })).toBe(
      'incomplete',
    );
  });
});

describe('the last minute', () => {
  const closing = ['2026-10-30T23:58:59+08:00', '2026-10-30T23:59:59.999+08:00', '2026-10-31T00:00:00+08:00'];
  const spelled = (now: string) => [
    now,
    new Date(now).toISOString(),
    new Date(now).toISOString().replace('Z', '+00:00'),
  ];
  it.each(closing)('%s decides the same on a server of any zone', (now) => {
    for (const at of spelled(now)) {
      const one = new Case().start().at(at);
      const command = { type: 'submit', by: one.company, form: one.form, receiptNo: 'r', texts: {} } as const;
      if (now.includes('00:00:00')) expect(one.refused(command)).toBe('closed');
      else expect(one.do(command).state).toMatchObject({ main: 'submitted', round: 3 });
      const fresh = new Case().start().submit().at(at);
      const revise = { type: 'revise', by: fresh.company, form: fresh.form, texts: {} } as const;
      if (now.includes('00:00:00')) expect(fresh.refused(revise)).toBe('closed');
      else expect(fresh.do(revise).state!.forms).toHaveLength(2);
      expect(new Case().start().at(at).tick().state!.main).toBe(now.includes('00:00:00') ? 'lapsed' : 'draft');
    }
  });

  const due = ['2026-08-20T23:58:59+08:00', '2026-08-20T23:59:59.999+08:00', '2026-08-21T00:00:00+08:00'];
  it.each(due)('of a supplement, at %s', (now) => {
    const one = new Case().screened();
    one.do({
      type: 'supplement.request',
      by: officer,
      fields: [{ field: 'topic', reason: '請補。' }],
      due: '2026-08-20',
    });
    one.at(now).tick();
    const command = { type: 'supplement.submit', by: one.company, form: field(one.form, 'topic', '補正') } as const;
    if (!now.includes('00:00:00')) expect(one.do(command).state!.main).toBe('resubmitted');
    else {
      expect(one.refused(command)).toBe('overdue');
      expect(one.state).toMatchObject({ main: 'supplement-requested', supplements: [{ state: 'overdue' }] });
    }
  });
});

describe('screening', () => {
  const request = (due: string) =>
    ({ type: 'supplement.request', by: officer, fields: [{ field: 'topic', reason: '請寫明場域。' }], due }) as const;

  it('asks for named fields with reasons and at least until the next working day', () => {
    // 2026-08-14 is a Friday.
    const one = new Case().screened().at('2026-08-14T17:00:00+08:00');
    expect(one.try(request('2026-08-16'))).toMatchObject({
      refused: 'due-too-early',
      detail: { earliest: '2026-08-17' },
    });
    expect(one.try(request('2026-08-17'), { holidays: ['2026-08-17'] })).toMatchObject({
      detail: { earliest: '2026-08-18' },
    });
    expect(one.refused({ ...request('2026-08-20'), fields: [] })).toBe('no-fields');
    expect(one.refused({ ...request('2026-08-20'), fields: [{ field: 'topic', reason: ' ' }] })).toBe('no-fields');
    expect(one.refused({ ...request('2026-08-20'), fields: [{ field: 'nothing', reason: 'x' }] })).toBe(
      'unknown-field',
    );
    expect(one.refused(request('2026-08-32'))).toBe('bad-day');
    one.do(request('2026-08-17'));
  });

  it('opens only the named fields', () => {
    const one = new Case().screened().do(request('2026-08-20'));
    expect(one.refused({ type: 'supplement.save', by: one.company, values: { contact1Email: 'x' } })).toBe(
      'field-locked',
    );
    const both = field(field(one.form, 'topic', '補'), 'companyName', '別家');
    expect(one.refused({ type: 'supplement.submit', by: one.company, form: both })).toBe('field-locked');
    one.do({ type: 'supplement.submit', by: one.company, form: field(one.form, 'topic', '補') });
    expect(one.state).toMatchObject({ main: 'resubmitted', round: 2, supplements: [{ state: 'delivered' }] });
  });

  it('moves a late supplement to the next round, and leaves the last round to the officer', () => {
    const one = new Case().screened().do(request('2026-09-10')).at('2026-09-02T09:00:00+08:00');
    one.do({ type: 'supplement.submit', by: one.company, form: field(one.form, 'topic', '補') });
    expect(one.state!.round).toBe(3);
    expect(one.log.at(-1)!.data).toMatchObject({ round: 3, movedFrom: 2 });
    const last = new Case('training', programme115, '2026-10-20T09:00:00+08:00').screened().do(request('2026-11-10'));
    last
      .at('2026-11-05T09:00:00+08:00')
      .do({ type: 'supplement.submit', by: last.company, form: field(last.form, 'topic', '補') });
    expect(last.state!.round).toBe(3);
  });

  it('lets an officer, never the clock, decide about a late one; an extension opens it again', () => {
    const one = new Case().screened().do(request('2026-08-20'));
    expect(
      one.refused({ type: 'not-accept', by: officer, because: 'supplement-overdue', conditions: [], reason: '未補' }),
    ).toBe('not-overdue');
    one.at('2026-08-25T09:00:00+08:00').tick();
    expect(publicState(one.state!)).toMatchObject({ code: 'supplement-overdue', since: '2026-08-20T16:00:00.000Z' });
    expect(one.refused({ type: 'supplement.extend', by: officer, due: '2026-08-31', reason: ' ' })).toBe('no-reason');
    one.do({ type: 'supplement.extend', by: officer, due: '2026-08-31', reason: '颱風停班' });
    expect(one.state!.supplements).toMatchObject([{ state: 'open', due: '2026-08-31' }]);
    one.at('2026-09-01T00:00:00+08:00').tick();
    one.do({ type: 'not-accept', by: officer, because: 'supplement-overdue', conditions: [], reason: '逾期未補件' });
    expect(one.refused({ type: 'reopen', by: officer, reason: '誤植' })).toBe('second-person');
    expect(one.refused({ type: 'reopen', by: officer, confirmedBy: officer, reason: '誤植' })).toBe('second-person');
    expect(
      one.refused(
        { type: 'reopen', by: officer, confirmedBy: secondOfficer, reason: '誤植' },
        { roundPublished: true },
      ),
    ).toBe('already-published');
    one.do({ type: 'reopen', by: officer, confirmedBy: secondOfficer, reason: '誤植' });
    expect(one.state).toMatchObject({ main: 'screening', refusedFor: null });
  });

  it('needs an answer to every condition, and a note for what was checked by hand', () => {
    const conditions = programme115.eligibility.conditions.map(({ id }) => id);
    const accept = (answer: 'yes' | 'no' | 'by-hand', note?: string) => ({
      type: 'accept-eligible' as const,
      by: officer,
      checks: conditions.map((condition, i) =>
        i === 0 ? { condition, answer, ...(note ? { note } : {}) } : { condition, answer: 'yes' as const },
      ),
    });
    const one = new Case().screened();
    expect(one.refused({ type: 'accept-eligible', by: officer, checks: [] })).toBe('unanswered');
    expect(one.refused(accept('by-hand'))).toBe('unanswered');
    expect(one.refused(accept('no'))).toBe('not-met');
    one.do(accept('by-hand', '電話確認稅籍'));
    expect(JSON.stringify(one.log)).not.toContain('電話確認');
  });
});

describe('review and decision', () => {
  it('opens the form only to a reviewer who declared no conflict, and keeps a recusal from being a zero', () => {
    const one = new Case().eligible();
    expect(one.refused({ type: 'review.open', by: officer })).toBe('too-few-reviewers');
    expect(
      one.refused({ type: 'reviewer.assign', by: officer, reviewer: 'reviewer-3' }, { conflicts: ['same-ubn'] }),
    ).toBe('conflict');
    for (const n of [1, 2]) one.do({ type: 'reviewer.assign', by: officer, reviewer: reviewer(n).id });
    one.do({ type: 'review.open', by: officer });
    expect(one.refused(one.review(reviewer(1), 80))).toBe('not-declared');
    one
      .do({ type: 'review.declare', by: reviewer(1) })
      .do({ type: 'review.save', by: reviewer(1), body: { draft: 1 } });
    expect(one.refused({ type: 'review.close', by: officer })).toBe('review-open');
    expect(one.refused({ ...one.review(reviewer(1), 80.5) })).toBe('score-range');
    expect(one.refused(one.review(reviewer(9), 80))).toBe('not-assigned');
    one.do({ type: 'review.recuse', by: reviewer(2), seen: [] }).do(one.review(reviewer(1), 80));
    one.do({ type: 'review.close', by: officer });
    expect(one.log.at(-1)!.data).toEqual({ n: 1, mean: 80, median: 80, deviation: 0 });
    expect(one.refused({ type: 'decide', by: chair, confirmedBy: officer, outcome: 'approved', level: 'L1' })).toBe(
      'wrong-state',
    );
  });

  it('holds a decision with its reason and second person, and tells it with the whole round', () => {
    const one = new Case().scored().do(convene);
    const decision = { type: 'decide', by: chair, confirmedBy: officer, outcome: 'approved', level: 'L2' } as const;
    expect(one.refused({ ...decision, proposed: { outcome: 'approved', level: 'L1' } })).toBe('no-reason');
    expect(one.refused({ ...decision, outcome: 'waitlisted' })).toBe('no-wait-list');
    expect(one.refused({ ...decision, points: 1500 })).toBe('bad-points');
    expect(one.refused(decision, { pointsLeft: 1999 })).toBe('not-enough-points');
    expect(one.refused({ ...decision, level: 'L9' })).toBe('unknown-level');
    const before = publicState(one.state!);
    one.at('2026-09-01T15:00:00+08:00').do(decision, { pointsLeft: 2000 });
    expect(publicState(one.state!)).toEqual(before);
    const other = new Case('training', programme115, one.now, 'A-2').at('2026-08-12T09:00:00+08:00').scored();
    const publication = { category: 'training', round: 2, publication: 'P-1', by: chair, confirmedBy: officer };
    const facts = () => ({ programme: programme115, form: formOf('training') });
    expect(publishRound([one.state!, other.state!], publication, facts, one.now)).toEqual({
      refused: 'undecided',
      detail: { applications: ['A-2'] },
    });
    other.do(convene).do({ type: 'decide', by: chair, confirmedBy: officer, outcome: 'declined' });
    const published = publishRound([one.state!, other.state!], publication, facts, one.now);
    if ('refused' in published) throw new Error(published.refused);
    expect(published.list).toEqual([
      { receiptNo: '115-A-1', outcome: 'approved', level: 'L2', points: 2000 },
      { receiptNo: '115-A-2', outcome: 'declined', level: null, points: 0 },
    ]);
    one.append(published.decisions.get('A-1')!.events);
    other.append(published.decisions.get('A-2')!.events);
    expect(publicState(one.state!)).toMatchObject({ code: 'approved', level: 'L2', points: 2000, award: 'awarded' });
    expect(publicState(other.state!)).toMatchObject({ code: 'declined', level: null });
  });

  it('corrects a published decision by a new one, which is told by a publication and not before', () => {
    const one = new Case('inference').published('declined');
    const told = publicState(one.state!);
    one.at('2026-09-10T09:00:00+08:00');
    const correct = {
      type: 'decision.correct',
      by: chair,
      outcome: 'approved',
      level: 'L1',
      reason: '計分有誤',
    } as const;
    expect(one.refused(correct)).toBe('second-person');
    one.do({ ...correct, confirmedBy: officer });
    expect(publicState(one.state!)).toEqual(told);
    expect(one.refused({ type: 'withdraw', by: one.company })).toBe('already-published');
    one.do(publish('P-2'));
    expect(publicState(one.state!)).toMatchObject({ code: 'approved', award: 'awarded' });
    expect(one.state!.decisions.map(({ publishedIn }) => publishedIn)).toEqual(['P-1', 'P-2']);
    one.do({ type: 'award.start', by: officer, start: '2026-09-14', lastDay: '2026-12-13' });
    expect(one.refused({ ...correct, confirmedBy: officer, outcome: 'declined' })).toBe('award-active');
  });
});

const links = (name: string) => [`${name}`, 'slides', 'video'].map((one) => `https://example.tw/${one}`);

describe('award and use', () => {
  const days = (from: string, count: number, points: number | null) =>
    Array.from({ length: count }, (_, i) => ({
      day: new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
      points,
    }));
  const use = (list: { day: string; points: number | null }[]) =>
    ({ type: 'usage.import', by: officer, source: 'file', days: list }) as const;
  const notify = { type: 'idle.notify', by: officer, noticeId: 'N-1' } as const;
  const confirm = { type: 'idle.confirm', by: officer, reason: '未改善' } as const;

  it('counts thirteen weeks for three months, and stores every due day once', () => {
    const one = new Case().active();
    expect(one.state!.award).toMatchObject({ state: 'active', weeks: 13 });
    expect(one.state!.obligations.map(({ id, due }) => [id, due])).toEqual([
      ['closing-report', '2027-01-12'],
      ['demo-meeting', null],
      ['follow-up-1', '2027-12-13'],
      ['follow-up-2', '2028-12-13'],
      ['follow-up-3', '2029-12-13'],
    ]);
  });

  it('notices idling only with more than half of the weeks known to be unused: seven of thirteen', () => {
    const one = new Case().active().do(use(days('2026-09-14', 49, 0)));
    // Week 7 ends on 2026-11-01; it is complete from the next day.
    expect(one.at('2026-11-01T23:59:00+08:00').refused(notify)).toBe('not-idle');
    const unknown = new Case()
      .active()
      .do(use(days('2026-09-14', 49, 0)))
      .do(use(days('2026-09-20', 1, null)));
    expect(unknown.at('2026-11-02T00:00:00+08:00').refused(notify)).toBe('not-idle');
    one.at('2026-11-02T00:00:00+08:00').do(notify);
    expect(one.log.at(-1)!.data).toMatchObject({ day: '2026-11-02', unusedWeeks: 7, decideFrom: '2026-11-06' });
    expect(deadlines(one.state!, programme115.window.closesAt)[0]).toMatchObject({
      kind: 'idle-notice',
      day: '2026-11-05',
    });
    expect(one.at('2026-11-05T23:59:59.999+08:00').refused(confirm)).toBe('too-early');
    expect(one.at('2026-11-06T00:00:00+08:00').refused(confirm)).toBe('usage-unknown');
    one.do(use(days('2026-11-03', 3, 0)));
    one.do(confirm);
    expect(one.state).toMatchObject({ award: { state: 'active' }, breaches: [{ item: 'idle' }] });
    expect(one.refused({ type: 'award.suspend', by: officer, reason: '違規' })).toBe('second-person');
    one.do({ type: 'award.suspend', by: officer, confirmedBy: secondOfficer, reason: '違規' });
    one.do({ type: 'bar.impose', by: officer, confirmedBy: secondOfficer, reason: '違規' });
    expect(one.state!.bars).toEqual([{ n: 1, state: 'open', round: null, until: null }]);
  });

  it('is cured by use within the three days, which the clock notices', () => {
    const one = new Case()
      .active()
      .do(use(days('2026-09-14', 49, 0)))
      .at('2026-11-02T10:00:00+08:00')
      .do(notify);
    one
      .at('2026-11-20T10:00:00+08:00')
      .do(use(days('2026-11-04', 1, 2)))
      .tick();
    expect(one.state!.award).toMatchObject({ state: 'active' });
    expect(one.log.at(-1)).toMatchObject({ type: 'idle.cured', data: { on: '2026-11-04T16:00:00.000Z' } });
    expect(one.refused(notify)).toBe('not-idle');
  });

  it('ends on its last day or when the points are used, whichever is first', () => {
    const one = new Case().active().at('2026-12-13T23:59:59.999+08:00').tick();
    expect(one.state!.award!.state).toBe('active');
    one.at('2026-12-14T00:00:00+08:00').tick();
    expect(one.state!.award).toMatchObject({ state: 'ended', endedBy: 'award.expire' });
    const spent = new Case().active().do(
      use([
        { day: '2026-10-01', points: 600 },
        { day: '2026-10-02', points: 400 },
      ]),
    );
    spent.at('2026-10-05T09:00:00+08:00').tick();
    expect(spent.log.at(-1)!.data).toEqual({ on: '2026-10-02T16:00:00.000Z', because: 'points-used' });
    expect(spent.state!.obligations[0]!.due).toBe('2027-01-12');
  });

  it('bars the next round of the category, and the clock only notes that it has passed', () => {
    const one = new Case('inference', programme115, '2026-07-10T09:00:00+08:00').active('2026-08-01', '2026-10-31');
    one.at('2026-08-20T09:00:00+08:00');
    expect(one.refused({ type: 'bar.impose', by: officer, confirmedBy: secondOfficer, reason: 'x' })).toBe('no-breach');
    one.do({
      type: 'breach.record',
      by: officer,
      item: 'unlawful',
      on: '2026-08-19',
      evidence: '紀錄',
      reason: '檢舉',
    });
    one.do({ type: 'bar.impose', by: officer, confirmedBy: secondOfficer, reason: '第一次違規' });
    expect(one.state!.bars).toEqual([{ n: 1, state: 'open', round: 4, until: '2026-09-01' }]);
    one.at('2026-09-02T00:00:00+08:00').tick();
    expect(one.state!.bars).toMatchObject([{ state: 'consumed' }]);
  });

  it('asks for acceptance, gives points back on lapse and takes changes where the programme says so', () => {
    const full = fullProgramme();
    const start = { type: 'award.start', by: officer, start: '2026-09-14', lastDay: '2026-12-13' } as const;
    const one = new Case('training', full).published();
    expect(one.refused(start)).toBe('not-accepted-yet');
    expect(one.state!.award!.acceptBy).toBe('2026-08-26');
    one.do({ type: 'award.accept', by: one.company }).do(start);
    one.do({
      type: 'award.change',
      by: chair,
      confirmedBy: officer,
      lastDay: '2026-12-27',
      points: 1500,
      reason: '延長',
    });
    expect(one.state!.award).toMatchObject({ lastDay: '2026-12-27', points: 1500, weeks: 15 });
    expect(one.state!.obligations[0]!.due).toBe('2027-01-26');
    expect(one.state!.decisions[0]!.points).toBe(1000);
    const plain = new Case().active();
    expect(plain.refused({ type: 'award.change', by: chair, confirmedBy: officer, points: 5, reason: 'x' })).toBe(
      'no-change-requests',
    );
    expect(new Case().published().refused({ type: 'award.accept', by: plain.company })).toBe('no-acceptance');
  });

  it('takes one wish for a change at a time, grants it beside what was awarded first, and changes nothing by itself', () => {
    const plain = new Case().active();
    const ask = { type: 'change.request', by: plain.company, points: 1500, reason: '資料量增加' } as const;
    expect(plain.refused(ask)).toBe('no-change-requests');
    const one = new Case('training', fullProgramme()).published();
    expect(one.refused({ ...ask, by: one.company })).toBe('wrong-award-state');
    one.do({ type: 'award.accept', by: one.company, readyFrom: '2026-09-10' });
    expect(one.state!.award!.readyFrom).toBe('2026-09-10');
    one.do({ type: 'award.start', by: officer, start: '2026-09-14', lastDay: '2026-12-13' });
    expect(one.refused({ ...ask, points: 1000 })).toBe('nothing-changes');
    expect(one.refused({ ...ask, reason: ' ' })).toBe('no-reason');
    one.do({ ...ask, lastDay: '2027-01-10', people: { contactEmail: 'new@example.tw' } });
    expect(one.refused(ask)).toBe('change-open');
    expect(one.state!.award).toMatchObject({ points: 1000, lastDay: '2026-12-13' });
    expect(JSON.stringify(one.log)).not.toContain('new@example.tw');
    const grant = { type: 'award.change', by: chair, confirmedBy: officer, reason: '同意' } as const;
    expect(one.refused({ ...grant, points: 1200, request: 2 })).toBe('no-such-change');
    one.do({ ...grant, points: 1200, lastDay: '2027-01-10', request: 1 });
    expect(one.state!.changes).toMatchObject([
      {
        state: 'granted',
        wanted: { points: 1500 },
        before: { points: 1000, lastDay: '2026-12-13' },
        granted: { points: 1200, lastDay: '2027-01-10' },
      },
    ]);
    // What was decided and published is as it was.
    expect(one.state!.decisions).toMatchObject([{ level: 'L1', points: 1000 }]);
    expect(one.state!.obligations[0]!.due).toBe('2027-02-09');
    one.do({ ...ask, points: 900 }).do({ type: 'change.withdraw', by: one.company, change: 2 });
    one.do({ ...ask, points: 800 }).do({ type: 'change.decline', by: chair, change: 3, reason: '無必要' });
    expect(one.state!.changes!.map(({ state }) => state)).toEqual(['granted', 'withdrawn', 'declined']);
    expect(one.state!.award!.points).toBe(1200);
    expect(replay(one.log)).toEqual(one.state);
  });

  it('follows duties to their end, and watches promised publications only after the use', () => {
    const one = new Case().active();
    const deliver = { type: 'obligation.deliver', by: one.company, obligation: 'closing-report' } as const;
    one.at('2027-01-13T00:00:00+08:00').tick();
    expect(one.log.filter(({ type }) => type.startsWith('obligation')).map(({ type }) => type)).toEqual([
      'obligation.due',
      'obligation.overdue',
    ]);
    expect(one.refused({ ...deliver, links: ['https://example.tw/report'] })).toBe('links-missing');
    expect(one.refused({ ...deliver, links: ['ftp://x', 'ftp://y', 'ftp://z'] })).toBe('bad-link');
    one.do({ ...deliver, links: links('report') });
    one.do({ type: 'obligation.return', by: officer, obligation: 'closing-report', reason: '缺影片' });
    one.do({ ...deliver, links: links('report2') });
    one.do({ type: 'obligation.accept', by: officer, obligation: 'closing-report' });
    expect(one.refused({ ...deliver, links: links('report3') })).toBe('wrong-obligation-state');
    const meeting = { by: officer, obligation: 'demo-meeting' } as const;
    expect(one.refused({ ...deliver, obligation: 'demo-meeting', links: [] })).toBe('no-delivery');
    expect(one.refused({ type: 'obligation.accept', ...meeting })).toBe('too-early');
    one.do({ type: 'obligation.set-day', ...meeting, due: '2027-02-01' });
    expect(one.refused({ type: 'obligation.accept', ...meeting })).toBe('too-early');
    one
      .at('2027-02-01T15:00:00+08:00')
      .tick()
      .do({ type: 'obligation.accept', ...meeting });
    one.do({ type: 'storage.clear', by: officer });
    for (const { item } of one.state!.publications) {
      one.do({ type: 'publication.watch', by: officer, item, reason: '未上架' });
      one.do({ type: 'publication.keep', by: officer, item, url: 'https://huggingface.co/datasets/x' });
    }
  });

  it('reminds once per threshold, and a missed day delays a reminder without losing it', () => {
    const one = new Case().active();
    const [report] = deadlines(one.state!, '').filter(({ id }) => id === 'closing-report');
    const keys = (from: string, to: string) => {
      const found: (string | null)[] = [];
      for (
        let day = from;
        day <= to;
        day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      ) {
        found.push(reminderKey(one.state!, report!, day));
      }
      return new Set(found.filter((key) => key !== null));
    };
    expect([...keys('2026-12-01', '2027-01-20')]).toEqual(
      ['before-14', 'before-7', 'before-1', 'before-0', 'overdue-0', 'overdue-1'].map(
        (name) => `obligation/closing-report/2027-01-12/${name}`,
      ),
    );
  });
});

it('a year of events replays to the same case file, and the books balance', () => {
  const one = new Case().active();
  one.at('2027-12-31T00:00:00+08:00').tick();
  expect(replay(one.log)).toEqual(one.state);
  let ledger = newLedger(10_000);
  let before = null as Case['state'];
  for (const event of one.log) {
    ledger = book(ledger, before, event);
    before = replay(one.log.slice(0, one.log.indexOf(event) + 1));
  }
  expect(ledger).toEqual({ pool: 9000, held: 0, given: 1000 });
  expect(tick(one.state!, programme115.window.closesAt, one.now)).toEqual([]);
});
