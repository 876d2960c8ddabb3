import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type RunningSite, startSite } from './start-site.ts';

const sample = resolve(import.meta.dirname, '../../data/sample');

/** The site with the whole fictional sample, its list read two days before the day of the tests: fresh. */
export async function startSampleSite(): Promise<RunningSite> {
  const site = await startSite('empty');
  const { register } = site.deps;
  await register.importList(
    { name: 'register.csv', bytes: readFileSync(resolve(sample, 'register.csv')) },
    { seenOn: '2026-11-20', recordedAt: '2026-11-20T01:00:00Z', by: 'test', why: 'sample', source: 'fictional list' },
  );
  await register.tax.importFile(resolve(sample, 'tax-register.csv'), { recordedAt: '2026-11-20T01:00:00Z' });
  return site;
}
