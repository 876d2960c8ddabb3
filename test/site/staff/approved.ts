import { type Command, hashOf, isRefusal } from '@aipower/applications';
import { execute, publish } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { RunningSite } from '../running-site.ts';

const officer = { kind: 'officer', id: 'officer' } as const;
const chair = { kind: 'chair', id: 'chair' } as const;
const reviewers = [1, 2].map((n) => ({ kind: 'reviewer', id: `reviewer-${n}` }) as const);

/** Brings applications of a round to their published approval, by the commands people would give. @returns their ids */
export async function approved(
  site: RunningSite,
  programme: Programme,
  category: string,
  forms: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly string[]> {
  const { database } = site.deps.desk;
  const now = () => site.deps.clock.now().toISOString();
  const ids: string[] = [];
  let round = 0;
  for (const form of forms) {
    const company = { kind: 'company', id: String(form['ubn']) } as const;
    let id: string | undefined;
    const step = async (command: Command) => {
      const done = await execute(database, { ...(id !== undefined && { application: id }), command, programme }, now());
      if (isRefusal(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`);
      id = done.state.id;
      round = done.state.round ?? 0;
      return done.state;
    };
    const start = { ubn: company.id, category, cardFingerprint: 'x', companyHash: hashOf(company.id) };
    await step({ type: 'draft.start', by: company, ...start });
    const { rules } = await step({ type: 'submit', by: company, form, receiptNo: '', texts: {} });
    await step({ type: 'screening.start', by: officer });
    const checks = rules!.conditions.map((condition) => ({ condition, answer: 'yes' as const }));
    await step({ type: 'accept-eligible', by: officer, checks });
    for (const { id: reviewer } of reviewers) await step({ type: 'reviewer.assign', by: officer, reviewer });
    await step({ type: 'review.open', by: officer });
    for (const by of reviewers) {
      await step({ type: 'review.declare', by });
      const scores = Object.fromEntries(rules!.weights.map((weight) => [weight.id, 80]));
      const comments = Object.fromEntries(rules!.weights.map((weight) => [weight.id, '說明清楚。']));
      await step({ type: 'review.submit', by, scores, comments, level: null });
    }
    await step({ type: 'review.close', by: officer });
    if (rules!.meeting) {
      const on = now().slice(0, 10);
      await step({ type: 'meeting.convene', by: chair, on, attendance: [chair.id], recusals: [], agenda: hashOf(on) });
    }
    const level = rules!.levels[0]!.id;
    await step({ type: 'decide', by: chair, confirmedBy: officer, outcome: 'approved', level });
    ids.push(id!);
  }
  const done = await publish(database, { category, round, by: chair, confirmedBy: officer }, programme, now());
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return ids;
}
