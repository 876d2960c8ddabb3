import { type Command, type CommandType, commandTypes, isRefusal, mainTable, trackTable } from '@aipower/applications';
import type { Programme } from '@aipower/programme';
import * as fc from 'fast-check';
import { Case, type Category, chair, officer, reviewer, secondOfficer } from './play.ts';

/** One step of a random life: which command, a few dice for its details, and how many hours pass before it. */
export type Step = {
  readonly pick: number;
  readonly wild: boolean;
  readonly dice: readonly number[];
  readonly hours: number;
};

export const steps = (maxLength: number) =>
  fc.array(
    fc.record({
      pick: fc.nat(10_000),
      // Most steps are such as the table allows; some are anything.
      wild: fc.nat(9).map((n) => n === 0),
      dice: fc.array(fc.nat(99), { minLength: 4, maxLength: 4 }),
      hours: fc.oneof(fc.constant(0), fc.nat(48), fc.nat(24 * 40)),
    }),
    { minLength: 20, maxLength },
  );

const day = (now: string, offset: number) =>
  new Date(Date.parse(now) + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

/** A command for this state, with details that the dice choose: mostly sensible, sometimes not. */
function commandFor(one: Case, type: CommandType, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): Command {
  const { company, form, now, category, state } = one;
  const who = reviewer((a % 2) + 1);
  const by = { company, officer, chair, reviewer: who, auditor: officer, system: officer, clock: officer }[
    [...mainTable, ...trackTable].find(({ event }) => event === type)!.by[0]!
  ];
  const outcome = (['approved', 'declined', 'waitlisted'] as const)[b % 3]!;
  const level = outcome === 'approved' ? { level: `L${(c % 3) + 1}` } : {};
  const weights = state?.rules?.weights ?? [];
  const conditions = one.programme.eligibility.conditions.map(({ id }) => id);
  const obligations = state?.obligations ?? [];
  const obligation = obligations[a % Math.max(1, obligations.length)]?.id ?? 'closing-report';
  const item = state?.publications[0]?.item ?? '3.1';
  const topic = { ...form, topic: `主題 ${a}` };
  const details: Partial<Record<CommandType, object>> = {
    'draft.start': { ubn: company.id, category, cardFingerprint: 'f', companyHash: 'h' },
    'section.save': {
      section: `s${a % 2}`,
      version: state?.sections[`s${a % 2}`]?.version ?? b % 2,
      body: { a, b },
      findings: c,
    },
    'category.change': { category: a % 2 ? 'training' : 'inference' },
    submit: { form: { ...form, category: state?.category ?? category }, receiptNo: `r-${one.id}`, texts: {} },
    revise: { form: topic, texts: {} },
    'supplement.request': { fields: [{ field: 'topic', reason: '請補' }], due: day(now, (b % 12) + 1) },
    'supplement.save': { values: { topic: `${a}` } },
    'supplement.extend': { due: day(now, (b % 30) + 5) },
    'supplement.submit': { form: topic },
    'not-accept': {
      because: a % 2 ? 'ineligible' : 'supplement-overdue',
      conditions: [conditions[b % conditions.length]!],
    },
    'accept-eligible': { checks: conditions.map((condition) => ({ condition, answer: d === 99 ? 'no' : 'yes' })) },
    'round.move': { round: (b % 6) + 1 },
    'meeting.convene': { on: day(now, 0), attendance: [], recusals: [], agenda: 'h' },
    decide: { outcome, ...level },
    'round.publish': { publication: `P-${one.log.length}`, listHash: 'h' },
    'waitlist.promote': { level: `L${(c % 3) + 1}` },
    'decision.correct': { outcome, ...level },
    'reviewer.assign': { reviewer: who.id },
    'reviewer.unassign': { reviewer: who.id },
    'review.return': { reviewer: who.id },
    'review.annul': { reviewer: who.id },
    'review.recuse': { seen: ['form'] },
    'review.save': { body: { a } },
    'review.submit': {
      scores: Object.fromEntries(weights.map(({ id }, i) => [id, (a + b * i) % 101])),
      comments: Object.fromEntries(weights.map(({ id }) => [id, '意見'])),
      level: 'L1',
    },
    'award.start': { start: day(now, b % 5), lastDay: day(now, 30 + c) },
    'award.change': {
      lastDay: day(now, 20 + b),
      points: 500 + c * 10,
      ...(state?.changes?.length ? { request: (a % 2) + 1 } : {}),
    },
    'usage.import': {
      source: 'file',
      days: Array.from({ length: 10 + d }, (_, i) => ({ day: day(now, -i), points: b % 4 ? 0 : b % 8 ? 3 : null })),
    },
    'idle.notify': { noticeId: `N-${a}` },
    'breach.record': { item: 'unlawful', on: day(now, 0), evidence: '紀錄' },
    'bar.lift': { bar: 1 },
    'obligation.set-day': { obligation: 'demo-meeting', due: day(now, b) },
    'obligation.extend': { obligation, due: day(now, 400 + b * 20) },
    'obligation.deliver': {
      obligation,
      links: ['report', 'slides', 'video'].map((name) => `https://example.tw/${name}`),
    },
    'award.accept': c % 2 ? { readyFrom: day(now, b % 9) } : {},
    'change.request': { lastDay: day(now, 20 + b), points: 500 + c * 10, people: { contactName: `聯絡人 ${a}` } },
    'change.withdraw': { change: (a % 2) + 1 },
    'change.decline': { change: (a % 2) + 1 },
    'obligation.accept': { obligation },
    'obligation.return': { obligation },
    'obligation.waive': { obligation },
    'publication.keep': { item, url: 'https://example.tw/data' },
    'publication.watch': { item },
    'publication.waive': { item },
  };
  return { type, by, confirmedBy: secondOfficer, reason: '理由', ...details[type] } as unknown as Command;
}

/** Play a random life. `after` sees the case before and after every step, refused ones too. */
export function play(
  list: readonly Step[],
  programme: Programme,
  category: Category,
  after: (
    one: Case,
    before: Case['state'],
    step: { readonly command: Command; readonly refused: boolean },
  ) => void = () => {},
  options: { readonly todays?: Programme; readonly from?: (one: Case) => Case } = {},
): Case {
  const one = new Case(category, programme, '2026-06-20T01:00:00.000Z');
  one.todays = options.todays ?? null;
  options.from?.(one);
  for (const { pick, wild, dice, hours } of list) {
    one.at(new Date(Date.parse(one.now) + hours * 3_600_000).toISOString());
    one.tick();
    const before = one.state;
    const fitting = [...mainTable, ...trackTable].filter(
      ({ from, event }) => from.includes(before?.main ?? null) && commandTypes.includes(event as CommandType),
    );
    const types = wild || fitting.length === 0 ? commandTypes : fitting.map(({ event }) => event as CommandType);
    // What leads on is tried more often than what leads out, or few lives would reach an award.
    const favourite = [
      'draft.start',
      'submit',
      'screening.start',
      'accept-eligible',
      'reviewer.assign',
      'review.open',
      'review.declare',
      'review.submit',
      'review.close',
      'meeting.convene',
      'decide',
      'round.publish',
      'award.start',
    ];
    const ahead = types.filter((type) => favourite.includes(type));
    const pool = !wild && dice[0]! < 70 && ahead.length > 0 ? ahead : types;
    const command = commandFor(one, pool[pick % pool.length]!, dice);
    const result = one.try(command);
    after(one, before, { command, refused: isRefusal(result) });
  }
  return one;
}
