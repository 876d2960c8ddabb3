import {
  type Accepted,
  type Actor,
  type CaseEvent,
  type CaseFile,
  type Command,
  decide,
  evolve,
  type Facts,
  isRefusal,
  type Refusal,
  type RefusalCode,
  tick,
} from '@aipower/applications';
import { type Programme, parseProgramme, programme115 } from '@aipower/programme';
import { programmeFile, sampleApplications } from '../programme/cases.ts';

export const officer: Actor = { kind: 'officer', id: 'officer-1' };
export const secondOfficer: Actor = { kind: 'officer', id: 'officer-2' };
export const chair: Actor = { kind: 'chair', id: 'chair-1' };
export const reviewer = (n: number): Actor => ({ kind: 'reviewer', id: `reviewer-${n}` });

export type Category = 'training' | 'inference';
export const formOf = (category: Category) =>
  structuredClone(sampleApplications.find((sample) => sample.category === category)!.application);
export const ubnOf = (category: Category) => String(formOf(category)['ubn']);

/** Programme 115 with the steps that it leaves out turned on: wait list, acceptance, change requests. */
export function fullProgramme(): Programme {
  const file = programmeFile() as unknown as { desk: { steps: object[] } };
  file.desk.steps = file.desk.steps.map((row) => ({
    ...row,
    waitList: true,
    acceptWithinDays: 14,
    changeRequests: true,
  }));
  return parseProgramme(file);
}

/** One application as it is played in a test: its log, its state, its form, and a clock that the test moves. */
export class Case {
  state: CaseFile | null = null;
  readonly log: CaseEvent[] = [];
  readonly refusals: Refusal[] = [];
  form: Record<string, unknown>;
  readonly company: Actor;
  readonly category: Category;
  programme: Programme;
  now: string;
  readonly id: string;
  /** Today's file of the programme where it is not the copy: given to every command that carries no form. */
  todays: Programme | null = null;

  constructor(
    category: Category = 'training',
    programme: Programme = programme115,
    now = '2026-08-12T09:00:00+08:00',
    id = 'A-1',
    ubn = ubnOf(category),
  ) {
    this.category = category;
    this.programme = programme;
    this.now = now;
    this.id = id;
    this.form = { ...formOf(category), ubn };
    this.company = { kind: 'company', id: ubn };
  }

  /** Decide and evolve; what was refused changes nothing. */
  try(command: Command, facts: Facts = {}): Accepted | Refusal {
    const inFlight = this.todays && this.state?.rules && !('form' in command);
    const all = { programme: inFlight ? this.todays! : this.programme, form: this.form, ...facts };
    const result = decide(this.state, command, all, this.now, this.id);
    if (isRefusal(result)) this.refusals.push(result);
    else this.append(result.events);
    return result;
  }

  append(events: readonly CaseEvent[]): void {
    for (const event of events) {
      this.log.push(event);
      this.state = evolve(this.state, event);
    }
  }

  do(command: Command, facts: Facts = {}): this {
    const result = this.try(command, facts);
    if (isRefusal(result)) throw new Error(`${command.type} refused: ${JSON.stringify(result)}`);
    return this;
  }

  refused(command: Command, facts: Facts = {}): RefusalCode {
    const before = this.state;
    const result = this.try(command, facts);
    if (!isRefusal(result)) throw new Error(`${command.type} was not refused`);
    if (this.state !== before) throw new Error('a refusal changed the state');
    return result.refused;
  }

  at(now: string): this {
    this.now = now;
    return this;
  }

  tick(): this {
    if (this.state) this.append(tick(this.state, this.programme.window.closesAt, this.now));
    return this;
  }

  start(facts: Facts = {}): this {
    const { category, company } = this;
    return this.do(
      { type: 'draft.start', by: company, ubn: company.id, category, cardFingerprint: 'f', companyHash: 'h' },
      facts,
    );
  }

  submit(): this {
    return this.do({ type: 'submit', by: this.company, form: this.form, receiptNo: `115-${this.id}`, texts: {} });
  }

  screened(): this {
    return this.start().submit().do({ type: 'screening.start', by: officer });
  }

  eligible(): this {
    const checks = this.programme.eligibility.conditions.map(({ id }) => ({ condition: id, answer: 'yes' as const }));
    return this.screened().do({ type: 'accept-eligible', by: officer, checks });
  }

  review(by: Actor, score: number): Command {
    const weights = this.state!.rules!.weights;
    return {
      type: 'review.submit',
      by,
      scores: Object.fromEntries(weights.map(({ id }) => [id, score])),
      comments: Object.fromEntries(weights.map(({ id }) => [id, '說明清楚。'])),
      level: 'L1',
    };
  }

  scored(): this {
    this.eligible()
      .do({ type: 'reviewer.assign', by: officer, reviewer: reviewer(1).id })
      .do({ type: 'review.open', by: officer });
    this.do({ type: 'review.declare', by: reviewer(1) }).do(this.review(reviewer(1), 80));
    return this.do({ type: 'review.close', by: officer });
  }

  decided(outcome: 'approved' | 'declined' | 'waitlisted' = 'approved'): this {
    this.scored();
    if (this.category === 'training') this.do(convene);
    const level = outcome === 'approved' ? { level: 'L1' } : {};
    return this.do({ type: 'decide', by: chair, confirmedBy: officer, outcome, ...level });
  }

  published(outcome: 'approved' | 'declined' | 'waitlisted' = 'approved'): this {
    return this.decided(outcome).do(publish('P-1'));
  }

  active(start = '2026-09-14', lastDay = '2026-12-13'): this {
    return this.published().do({ type: 'award.start', by: officer, start, lastDay });
  }
}

export const convene: Command = {
  type: 'meeting.convene',
  by: chair,
  on: '2026-09-01',
  attendance: ['chair-1'],
  recusals: [],
  agenda: 'sha256:0',
};
export const publish = (publication: string): Command => ({
  type: 'round.publish',
  by: chair,
  confirmedBy: officer,
  publication,
  listHash: 'sha256:0',
});
