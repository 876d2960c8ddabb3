import { keepWarm } from '@aipower/site/warm-up';
import { expect, test } from 'vitest';
import { NOW, startSite } from '../running-site.ts';

const HEADER = 'scheme,number,ubn,name,name_en,former_names,city,registered_on,valid_until,status,items,evidence_url';
const row = (n: number) =>
  `ai,示範-AI-900${n},00000254,示範甲股份有限公司,,,臺北市,2025-01-01,2026-12-31,生效,1.1.1,https://example.org/${n}`;

test('what a first visitor would wait for is made at start, after each import and after midnight, until it is stopped', async () => {
  const site = await startSite();
  let made = 0;
  let now = NOW;
  const stop = keepWarm({
    ...site.deps,
    clock: { now: () => now },
    companies() {
      made++;
      return site.deps.companies();
    },
  });
  const importOne = async (n: number) => {
    const { revision } = await site.deps.register.importList(
      { name: 'list.csv', bytes: Buffer.from(`${HEADER}\n${row(n)}\n`) },
      {
        seenOn: `2026-07-1${n}`,
        recordedAt: `2026-07-1${n}T10:00:00+08:00`,
        by: 'tester',
        fictional: true,
        complete: false,
      },
    );
    expect(revision).not.toBeNull();
  };
  try {
    await expect.poll(() => made).toBe(1);
    await importOne(5);
    await expect.poll(() => made).toBe(2);
    expect((await site.deps.companies()).size).toBe(site.deps.register.snapshot().providers.length);
    now = new Date(NOW.getTime() + 24 * 3_600_000);
    await expect.poll(() => made).toBe(3);
    stop();
    await importOne(6);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(made).toBe(3);
  } finally {
    stop();
    await site.stop();
  }
});
