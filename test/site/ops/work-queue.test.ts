import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClientAborted, createWorkQueue, QueueFull } from '@aipower/site/http/work-queue';
import { expect, it } from 'vitest';

const never = () => new Promise<never>(() => {});

it('runs two large computations at a time and refuses the thirty-fifth', async () => {
  const queue = createWorkQueue();
  let started = 0;
  const start = () =>
    queue.run(() => {
      started++;
      return never();
    });
  for (let i = 0; i < 34; i++) void start();
  for (let i = 0; i < 5; i++) await nextTurn();
  expect(started).toBe(2);
  await expect(start()).rejects.toBeInstanceOf(QueueFull);
});

it('gives the place of a failed one to the next', async () => {
  const queue = createWorkQueue();
  const failed = [1, 2, 3].map(() =>
    queue.run(() => {
      throw new Error('no');
    }),
  );
  expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await queue.run(() => 'yes')).toBe('yes');
});

it('does the work in order and lets others in between', async () => {
  const queue = createWorkQueue();
  let others = 0;
  let ended = false;
  const spin = (ms: number) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  };
  const work = queue.map(
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
  const queue = createWorkQueue();
  let done = 0;
  const spin = () => {
    const end = performance.now() + 10;
    while (performance.now() < end);
    done++;
  };
  await expect(queue.map([1, 2, 3, 4], spin, () => true)).rejects.toBeInstanceOf(ClientAborted);
  expect(done).toBe(1);
});
