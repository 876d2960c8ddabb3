import type { Command } from '@aipower/applications';
import type { Programme } from '@aipower/programme';
import { addDays } from '@aipower/taiwan/dates';
import { demonstrationStaff } from '../desk/demonstration-staff.ts';
import type { AwardStage } from './plan.ts';
import { sampleUsage } from './sample-usage.ts';

const START = '2026-07-21';
const LAST_DAY = '2026-10-20';
/** Of an award of six weeks, which is over on the day of the demonstration. */
const EARLY_LAST_DAY = '2026-08-31';
const EARLY_DAYS = 42;

const [officer, other] = demonstrationStaff.officers.map((id) => ({ kind: 'officer', id }) as const);

/** What is done at a moment in Taipei; `tick`: the clock marks what has become true by then. */
export type AwardStep = { readonly at: string; readonly command: Command | 'tick' };

/** What became of an award of the demonstration, from the start of its use on. */
export function afterAward(
  award: AwardStage,
  { n, programme, company }: { readonly n: number; readonly programme: Programme; readonly company: string },
): readonly AwardStep[] {
  const isShort = award === 'ended' || award === 'overdue';
  const at = (day: string, hour: number, command: Command | 'tick') => {
    return { at: `${day}T${String(hour).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00+08:00`, command };
  };
  const lastDay = isShort ? EARLY_LAST_DAY : LAST_DAY;
  const days = isShort
    ? sampleUsage(0).slice(0, EARLY_DAYS)
    : sampleUsage(award === 'running' ? n : award === 'idle-noticed' ? 1 : 0);
  const imported = isShort ? addDays(lastDay, 1) : '2026-10-19';
  const by = officer!;
  const common = [
    at('2026-07-20', 10, { type: 'award.start', by, start: START, lastDay }),
    at(imported, 9, { type: 'usage.import', by, source: 'demonstration.csv', days }),
  ];
  if (award === 'idle-noticed') {
    return [...common, at('2026-10-19', 15, { type: 'idle.notify', by, noticeId: `demonstration-${n}` })];
  }
  if (award === 'suspended') {
    const item = programme.forbiddenUse.items[0]!.id;
    const evidence = '示範紀錄：平台通報的使用情形。';
    return [
      ...common,
      at('2026-10-19', 14, { type: 'breach.record', by, item, on: '2026-10-16', evidence, reason: evidence }),
      at('2026-10-19', 16, { type: 'award.suspend', by, confirmedBy: other!, reason: '查證期間暫停使用。' }),
    ];
  }
  if (!isShort) return common;
  const [promised] = programme.bonus.items.filter(({ kind }) => kind === 'publication');
  const over = [...common, at(imported, 8, 'tick')];
  if (award === 'overdue') {
    return [
      ...over,
      at('2026-10-05', 10, { type: 'publication.watch', by, item: promised!.id, reason: '使用期間後仍未公開。' }),
    ];
  }
  const links = ['report', 'slides', 'video'].map((name) => `https://example.com/demonstration-${n}/${name}`);
  const url = `https://huggingface.co/datasets/example-${n}/demo`;
  return [
    ...over,
    at(imported, 11, { type: 'storage.clear', by }),
    at('2026-09-10', 10, { type: 'obligation.set-day', by, obligation: 'demo-meeting', due: '2026-10-06' }),
    at('2026-09-18', 15, {
      type: 'obligation.deliver',
      by: { kind: 'company', id: company },
      obligation: 'closing-report',
      links,
    }),
    at('2026-09-21', 10, { type: 'obligation.accept', by, obligation: 'closing-report' }),
    at('2026-09-22', 10, { type: 'publication.keep', by, item: promised!.id, url }),
    at('2026-10-07', 10, { type: 'obligation.accept', by, obligation: 'demo-meeting' }),
  ];
}
