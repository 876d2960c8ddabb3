import { registeredProviders } from '@aipower/site/applicant/registered-providers';
import { expect, test } from 'vitest';
import { startSite, TODAY } from './running-site.ts';

const HEADER = 'scheme,number,ubn,name,name_en,former_names,city,registered_on,valid_until,status,items,evidence_url';
const ROW =
  'ai,示範-AI-9005,00000304,示範甲股份有限公司,,,臺北市,2025-01-01,2026-07-20,生效,1.1.1,https://example.org/5';

test('who holds which items is kept for a few days, each with its own answer, until an import', async () => {
  const site = await startSite();
  try {
    const { register } = site.deps;
    const on = (day: string) => registeredProviders(register, day);
    const holds = (day: string) => on(day).find(({ ubn }) => ubn === '00000304');
    expect(holds(TODAY)).toBeUndefined();
    const before = on(TODAY);
    await register.importList(
      { name: 'list.csv', bytes: Buffer.from(`${HEADER}\n${ROW}\n`) },
      { seenOn: TODAY, recordedAt: '2026-07-15T09:00:00+08:00', by: 'tester', fictional: true, complete: false },
    );
    expect(on(TODAY)).not.toBe(before);
    expect(holds(TODAY)).toMatchObject({ items: ['1.1.1'], schemes: ['ai'], validUntil: '2026-07-20' });
    expect(holds('2026-07-21')).toBeUndefined();
    const kept = on(TODAY);
    for (const planned of ['2026-07-20', '2026-07-21', '2026-07-22']) on(planned);
    expect(on(TODAY)).toBe(kept);
    for (const planned of ['2026-07-23', '2026-07-24', '2026-07-25', '2026-07-26']) on(planned);
    expect(on(TODAY)).not.toBe(kept);
    expect(on(TODAY)).toEqual(kept);
  } finally {
    await site.stop();
  }
});
