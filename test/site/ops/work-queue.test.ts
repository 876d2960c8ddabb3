import { setImmediate as nextTurn } from 'node:timers/promises';
import { onBehalfOf } from '@aipower/site/http/client';
import { ClientAborted } from '@aipower/site/http/slices';
import { createWorkQueue, QueueFull } from '@aipower/site/http/work-queue';
import { describe, expect, it } from 'vitest';

it('runs two large computations at a time and refuses the thirty-fifth', async () => {
  const queue = createWorkQueue();
  const gate = Promise.withResolvers<void>();
  let started = 0;
  const start = () =>
    queue.run(() => {
      started++;
      return gate.promise;
    });
  const accepted = Array.from({ length: 34 }, start);
  for (let i = 0; i < 5; i++) await nextTurn();
  expect(started).toBe(2);
  await expect(start()).rejects.toBeInstanceOf(QueueFull);
  gate.resolve();
  await Promise.all(accepted);
  expect(started).toBe(34);
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
  await expect(queue.map([1, 2, 3, 4], spin, () => done > 0)).rejects.toBeInstanceOf(ClientAborted);
  expect(done).toBe(1);
});

describe('between clients', () => {
  /** Works that end when told, and the order in which they began. `endAll`: a test leaves none waiting for its time to run out. */
  function works(queue: ReturnType<typeof createWorkQueue>) {
    const begun: string[] = [];
    const open: (() => void)[] = [];
    const ask = (client: string) =>
      onBehalfOf(client, () =>
        queue.run(async () => {
          begun.push(client);
          await new Promise<void>((resolve) => open.push(resolve));
        }),
      );
    const turn = async () => {
      for (let i = 0; i < 5; i++) await nextTurn();
    };
    const end = () => {
      open.shift()?.();
      return turn();
    };
    const endAll = async () => {
      await turn();
      while (open.length > 0) await end();
    };
    return { begun, ask, turn, end, endAll };
  }

  it('one client has one work running, and its crowd costs another one turn', async () => {
    const { begun, ask, turn, end, endAll } = works(createWorkQueue());
    for (let i = 0; i < 5; i++) void ask('crowd');
    await turn();
    expect(begun).toEqual(['crowd']);
    void ask('one');
    void ask('two');
    await turn();
    expect(begun).toEqual(['crowd', 'one']);
    await end();
    expect(begun).toEqual(['crowd', 'one', 'two']);
    await end();
    expect(begun).toEqual(['crowd', 'one', 'two', 'crowd']);
    await endAll();
    expect(begun).toHaveLength(7);
  });

  it('refuses the sixth of one client while others are let in', async () => {
    const { begun, ask, endAll } = works(createWorkQueue());
    for (let i = 0; i < 5; i++) void ask('crowd');
    await expect(ask('crowd')).rejects.toBeInstanceOf(QueueFull);
    const other = ask('other');
    expect(await Promise.race([other.catch(() => 'refused'), Promise.resolve('in')])).toBe('in');
    await endAll();
    expect(begun.filter((client) => client === 'crowd')).toHaveLength(5);
    expect(begun).toContain('other');
  });

  it('tells who has waited too long to come back, and runs nothing for it later', async () => {
    const { begun, ask, turn, end } = works(createWorkQueue({ maxWaitMs: 20 }));
    void ask('a');
    await expect(ask('a')).rejects.toThrow(/not begun within 0.02 s/);
    await end();
    await turn();
    expect(begun).toEqual(['a']);
  });
});

it('all large computations together take one slice in a turn', async () => {
  const queue = createWorkQueue();
  let slices = 0;
  const spin = () => {
    // Longer than a slice, so that each element is one.
    const end = performance.now() + 5;
    while (performance.now() < end);
    slices++;
  };
  const list = Array.from({ length: 8 });
  const both = ['a', 'b'].map((client) => onBehalfOf(client, () => queue.map(list, spin, () => false)));
  let ended = false;
  const all = Promise.all(both).then(() => {
    ended = true;
  });
  let turns = 0;
  while (!ended) {
    await nextTurn();
    turns++;
  }
  await all;
  expect(slices).toBe(16);
  expect(turns).toBeGreaterThanOrEqual(15);
});
