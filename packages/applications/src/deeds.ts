import type { CaseEvent } from './event.ts';

/** What somebody had before them when they began to type: how far the application had come, and what waited for a second person. */
export type Seen = {
  /** Number of its events. */
  readonly events: number;
  /** Ids of the proposals that stood on the page. */
  readonly proposals: readonly string[];
};

/** Texts that are saved on the way, and figures that arrive by themselves: nobody decides otherwise for them. */
const inPassing: readonly CaseEvent['type'][] = ['section.save', 'supplement.save', 'review.save', 'usage.import'];

/** What people did to an application after its first `seen` events. The clock and the system only say what was to be expected. */
export function deedsAfter(events: readonly CaseEvent[], seen: number): readonly CaseEvent[] {
  return events
    .slice(seen)
    .filter(({ type, by }) => by.kind !== 'clock' && by.kind !== 'system' && !inPassing.includes(type));
}
