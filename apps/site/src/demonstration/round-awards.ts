import type { Command } from '@aipower/applications';
import { tickAll } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Deps } from '../deps.ts';
import { demonstrationStaff } from '../desk/demonstration-staff.ts';
import { afterAward } from './after-award.ts';
import type { AwardStage } from './plan.ts';
import type { Step } from './play.ts';
import { rankedAtMeeting } from './round-meeting.ts';

const [officer] = demonstrationStaff.officers.map((id) => ({ kind: 'officer', id }) as const);

/** The morning after the last day of those that were given six weeks. */
const EARLY_ENDS = Date.parse('2026-09-01T08:00:00+08:00');

/** What became of the awards, from the first of the ranking on, again and again; `waiting`: its use has not begun. */
const fates: readonly (AwardStage | 'renounced' | 'lapsed' | 'waiting')[] = [
  'running',
  'ended',
  'running',
  'idle-noticed',
  'running',
  'renounced',
  'running',
  'overdue',
  'running',
  'suspended',
  'ended',
  'waiting',
  'running',
  'lapsed',
];

/** What was done about the awards of the whole round after its publication. */
export async function awardSteps(deps: Deps, programme: Programme): Promise<readonly Step[]> {
  const approved = (await rankedAtMeeting(deps, programme)).filter(({ decision }) => decision?.outcome === 'approved');
  const steps = approved.flatMap(({ state: { id, ubn, award, publications } }, i): Step[] => {
    const application = { company: ubn, id };
    const fate = fates[i % fates.length]!;
    const at = (day: string) => Date.parse(`${day}T11:${String(i % 60).padStart(2, '0')}:00+08:00`);
    if (fate === 'waiting') return [];
    if (fate === 'renounced') {
      const by = { kind: 'company', id: ubn } as const;
      const reason = '內部資源調整，無法於期間內使用。';
      return [{ at: at('2026-07-24'), application, command: { type: 'award.renounce', by, reason } }];
    }
    if (fate === 'lapsed') {
      const reason = '多次聯絡未能排定啟用日。';
      return [{ at: at('2026-08-14'), application, command: { type: 'award.lapse', by: officer!, reason } }];
    }
    // Even numbers: its use goes on, in the measure of its points.
    const played = afterAward(fate, { n: 2 * i, programme, company: ubn });
    return played.flatMap(({ at: moment, command }): Step[] => {
      // The clock marks all of them at once, and only what was promised can be kept or missed.
      if (command === 'tick') return [];
      if ('item' in command && command.type.startsWith('publication.')) {
        if (!publications.some(({ item }) => item === command.item)) return [];
      }
      return [
        {
          at: Date.parse(moment),
          application,
          command: inMeasure(command, award!.points / programme.levels[0]!.points),
        },
      ];
    });
  });
  const tick = {
    at: EARLY_ENDS,
    alone: async (now: string) => void (await tickAll(deps.desk.database, deps.programmes, now)),
  };
  return [tick, ...steps];
}

function inMeasure(command: Command, times: number): Command {
  if (command.type !== 'usage.import') return command;
  const days = command.days.map(({ day, points }) => ({ day, points: points === null ? null : points * times }));
  return { ...command, days };
}
