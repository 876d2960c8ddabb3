import { spawnSync } from 'node:child_process';
import {
  commandTypes,
  finalStates,
  type MainState,
  mainStates,
  mainTable,
  publicCodes,
  refusalCodes,
  refusalWords,
  type Transition,
  trackTable,
} from '@aipower/applications';
import { describe, expect, it } from 'vitest';

const moves = mainTable.filter((line): line is Transition & { to: readonly MainState[] } => line.to !== 'same');

function reachable(from: readonly (MainState | null)[], lines: readonly (typeof moves)[number][]): Set<MainState> {
  const found = new Set<MainState>();
  let front: readonly (MainState | null)[] = from;
  while (front.length > 0) {
    const next = lines.filter((line) => line.from.some((state) => front.includes(state))).flatMap(({ to }) => to);
    front = [...new Set(next)].filter((state) => !found.has(state));
    for (const state of front) found.add(state!);
  }
  return found;
}

/** The lines that a process with, or without, a meeting can go. */
const processes = [true, false].map((meeting) =>
  moves.filter((line) => line.meeting === undefined || line.meeting === meeting),
);

describe('the state table', () => {
  it('has 16 states, each of which can be reached', () => {
    expect(mainStates).toHaveLength(16);
    expect([...reachable([null], moves)].sort()).toEqual([...mainStates].sort());
    const inference = reachable([null], processes[1]!);
    expect(mainStates.filter((state) => !inference.has(state))).toEqual(['in-meeting']);
  });

  it.each(processes)('leads from every open state to an end without the clock', (...lines) => {
    const withoutClock = (lines as typeof moves).filter(({ by }) => !by.includes('clock'));
    for (const state of reachable([null], lines as typeof moves)) {
      if (finalStates.includes(state)) continue;
      expect(
        [...reachable([state], withoutClock)].some((end) => finalStates.includes(end)),
        state,
      ).toBe(true);
    }
  });

  it.each(processes)(
    'leaves nothing to wait for the applicant for ever: staff have a way out of all but the draft',
    (...lines) => {
      for (const state of reachable([null], lines as typeof moves)) {
        if (finalStates.includes(state) || state === 'draft') continue;
        const byStaff = (lines as typeof moves).filter(
          ({ from, by, to }) =>
            from.includes(state) &&
            by.some((kind) => kind === 'officer' || kind === 'chair') &&
            to.some((target) => target !== state),
        );
        expect(byStaff, state).not.toEqual([]);
      }
    },
  );

  it('lets the clock mark only: it refuses, declines and suspends nothing', () => {
    const byClock = [...mainTable, ...trackTable].filter(({ by }) => by.includes('clock'));
    expect(byClock.flatMap(({ to }) => (to === 'same' ? [] : to))).toEqual(['lapsed']);
    expect(byClock.map(({ event }) => event).sort()).toEqual([
      'award.expire',
      'bar.consume',
      'draft.lapse',
      'idle.cured',
      'obligation.due',
      'obligation.overdue',
      'supplement.overdue',
    ]);
    for (const { by } of byClock) expect(by).toEqual(['clock']);
  });

  it('has a line for every command, and asks for a reason and a second person where a decision binds', () => {
    const events = new Set([...mainTable, ...trackTable].map(({ event }) => event));
    expect(commandTypes.filter((type) => !events.has(type))).toEqual([]);
    const second = mainTable.filter(({ second }) => second).map(({ event }) => event);
    expect([...new Set(second)]).toEqual(['reopen', 'decide', 'round.publish', 'waitlist.promote', 'decision.correct']);
  });

  it('is drawn in docs/application-states.md as it stands', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--conditions=aipower:source', 'scripts/generate.ts', '--check'],
      { cwd: new URL('../../packages/applications/', import.meta.url), encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('refusals', () => {
  it('each say what did not happen, in Chinese and in English', () => {
    for (const code of refusalCodes) {
      const { zh, en } = refusalWords[code];
      expect(zh, code).toMatch(/^\p{Script=Han}.*[。]$/u);
      expect(zh.length, code).toBeLessThanOrEqual(35);
      expect(en, code).toMatch(/^[A-Z].*\.$/);
    }
  });
});

it('the public state never says that something is decided', () => {
  expect(publicCodes).not.toContain('decided');
  expect(publicCodes).not.toContain('scored');
});
