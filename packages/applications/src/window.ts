import { type Programme, roundFor } from '@aipower/programme';
import { type Refusal, refuse } from './refusal.ts';

/** Is the programme taking applications of this category at this moment? The whole printed minute 23:59 counts as inside. */
export function refuseOutsideWindow(programme: Programme, category: string, now: string): Refusal | null {
  if (!programme.categories.some(({ id }) => id === category)) return refuse('unknown-item', { category });
  const answer = roundFor(programme, category, now);
  if (answer.state === 'closed') return refuse('closed', { closesAt: answer.closesAt });
  return answer.state === 'not-open' ? refuse('not-open', { opensOn: answer.opensOn }) : null;
}

/** The same for an application in flight, by the closing time it carries: open until the end of the printed second. */
export function isOpen(closesAt: string, time: number): boolean {
  return time < Date.parse(closesAt) + 1000;
}
