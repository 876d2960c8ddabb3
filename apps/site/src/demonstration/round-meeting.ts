import { type CaseFile, type Command, hashOf } from '@aipower/applications';
import { casesOfRound, keepMeeting, meetingsOf, offerPoints } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Deps } from '../deps.ts';
import { demonstrationStaff } from '../desk/demonstration-staff.ts';
import { conveneCommand } from '../staff/meeting/convene.ts';
import { pointsAsked } from '../staff/round/line.ts';
import { type Ranked, rankRound } from '../staff/round/ranking.ts';
import { allOf, MINUTE_MS, type Step, taken, watchAt } from './play.ts';
import { wholeRound } from './whole-round.ts';

const MEETING_ON = '2026-07-01';
const CONVENED_AT = Date.parse('2026-07-01T10:00:00+08:00');
const DECIDED_FROM = Date.parse('2026-07-01T13:00:00+08:00');
/** What the round has to give, and what is left of it beside the approvals of the plan. */
const OFFERED = 40_000;
const FOR_THE_MEETING = 34_000;
/** The place from which the second chair steps aside: an officer confirms that decision. */
const ASIDE_PLACE = 4;

const [officer] = demonstrationStaff.officers.map((id) => ({ kind: 'officer', id }) as const);
const [chair, second] = demonstrationStaff.chairs.map((id) => ({ kind: 'chair', id }) as const);
const attendance = [...demonstrationStaff.chairs, demonstrationStaff.reviewers[0]!];

/** The meeting on the whole round: convened on what is scored, decided from the table until its points are used. */
export function meetingSteps(deps: Deps, programme: Programme): Step[] {
  const key = { programme: programme.id, ...wholeRound };
  const { database } = deps.desk;
  async function carryOut({ id }: CaseFile, command: Command, at: number): Promise<void> {
    const state = await taken(deps, { application: id, command, programme }, at);
    await watchAt(deps, state, command, at);
  }
  return [
    { at: CONVENED_AT - MINUTE_MS, alone: () => offerPoints(database, key, OFFERED) },
    {
      at: CONVENED_AT,
      async alone(now) {
        const scored = (await casesOfRound(database, key)).filter(({ main }) => main === 'scored');
        if (scored.length === 0) return;
        const kept = (await meetingsOf(database, key)).find((one) => one.at === now);
        const agenda = kept?.agenda ?? rankRound(scored).ranked.map(({ state }) => state.receiptNo!);
        const sitting = { on: MEETING_ON, attendance, agenda };
        if (!kept) await keepMeeting(database, key, { ...sitting, convenedBy: chair!.id }, now);
        const aside = new Map([[second!.id, agenda.slice(ASIDE_PLACE, ASIDE_PLACE + 1)]]);
        const said = { on: MEETING_ON, attendance, aside, order: 'rank' } as const;
        const commands = scored.map((state) => [state, conveneCommand(said, state, hashOf(sitting), chair!)] as const);
        await allOf(commands.map(([state, command]) => carryOut(state, command, CONVENED_AT)));
      },
    },
    {
      at: DECIDED_FROM,
      async alone() {
        const ranked = await rankedAtMeeting(deps, programme);
        const decisions = decisionsOn(ranked);
        const open = ranked.flatMap(({ state }, place) => (state.main === 'in-meeting' ? [{ state, place }] : []));
        await allOf(
          open.map(({ state, place }) => carryOut(state, decisions[place]!, DECIDED_FROM + place * MINUTE_MS)),
        );
      },
    },
  ];
}

/** What the meeting had on its agenda, in its order. */
export async function rankedAtMeeting({ desk: { database } }: Deps, programme: Programme): Promise<readonly Ranked[]> {
  const key = { programme: programme.id, ...wholeRound };
  const meetings = await meetingsOf(database, key);
  const agenda = meetings.find(({ at }) => Date.parse(at) === CONVENED_AT)?.agenda ?? [];
  const cases = (await casesOfRound(database, key)).filter(({ receiptNo }) => agenda.includes(receiptNo!));
  return rankRound(cases).ranked;
}

/** From the top what most reviewers would approve, until the points are used; the rest is declined with its ground. */
function decisionsOn(ranked: readonly Ranked[]): readonly Command[] {
  let left = FOR_THE_MEETING;
  return ranked.map((one, place): Command => {
    const { proposed } = one;
    const points = pointsAsked({ ...one, decision: null });
    const common = { type: 'decide', by: chair!, confirmedBy: place === ASIDE_PLACE ? officer! : second! } as const;
    if (proposed !== null && points <= left) {
      left -= points;
      const decision = { outcome: 'approved', level: proposed } as const;
      return { ...common, ...decision, proposed: decision, reason: '會議決議，依評比名次核定。' };
    }
    // No one further down is approved before somebody above.
    left = 0;
    const weakest = one.criteria.toSorted((a, b) => Number(a.mean) - Number(b.mean))[0]!.id;
    const isForPoints = proposed !== null;
    return {
      ...common,
      outcome: 'declined',
      because: isForPoints ? ['capacity'] : [weakest],
      told: isForPoints ? '本梯次點數已核配完畢，歡迎於下一梯次再提出。' : '請補充量化依據，並說明與現行做法的差別。',
      proposed: isForPoints ? { outcome: 'approved', level: proposed } : { outcome: 'declined' },
      reason: isForPoints ? '點數已用完。' : '會議決議。',
    };
  });
}
