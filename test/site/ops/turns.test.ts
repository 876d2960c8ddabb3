import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClientGone, createTurns } from '@aipower/site/http/turns';
import { Problem } from '@aipower/site/problems/problem';
import { expect, it } from 'vitest';

const never = () => new Promise<never>(() => {});

it('runs two large computations at a time and refuses the thirty-fifth', async () => {
  const turns = createTurns();
  let started = 0;
  const start = () =>
    turns.alone(() => {
      started++;
      return never();
    });
  for (let i = 0; i < 34; i++) void start();
  for (let i = 0; i < 5; i++) await nextTurn();
  expect(started).toBe(2);
  await expect(start()).rejects.toMatchObject({ name: 'Problem', type: 'busy' });
  await expect(start()).rejects.toBeInstanceOf(Problem);
});

it('gives the place of a failed one to the next', async () => {
  const turns = createTurns();
  const failed = [1, 2, 3].map(() =>
    turns.alone(() => {
      throw new Error('no');
    }),
  );
  expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await turns.alone(() => 'yes')).toBe('yes');
});

it('does the work in order and lets others in between', async () => {
  const turns = createTurns();
  let others = 0;
  let ended = false;
  const spin = (ms: number) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  };
  const work = turns.each(
    [1, 2, 3, 4, 5, 6],
    (n) => {
      spin(10);
      return n * 2;
    },
    () => false,
  );
  void work.then(() => {
    ended = true;
  });
  while (!ended) {
    others++;
    await nextTurn();
  }
  expect(await work).toEqual([2, 4, 6, 8, 10, 12]);
  expect(others).toBeGreaterThanOrEqual(6);
});

it('stops when nobody waits for the answer', async () => {
  const turns = createTurns();
  let done = 0;
  const spin = () => {
    const end = performance.now() + 10;
    while (performance.now() < end);
    done++;
  };
  await expect(turns.each([1, 2, 3, 4], spin, () => true)).rejects.toBeInstanceOf(ClientGone);
  expect(done).toBe(1);
});
