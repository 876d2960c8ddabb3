import { expect, test } from 'vitest';
import { readmePrograms } from '../taxonomy/readme.ts';

test('the README has an example for every export', async () => {
  const programs = readmePrograms(new URL('../../packages/taiwan/README.md', import.meta.url));
  const text = programs.map(({ esm }) => esm).join('\n');
  const exported = { ...(await import('@aipower/taiwan')), ...(await import('@aipower/taiwan/fold')) };
  const lowLevel = ['assertDay', 'isCalendarDay', 'momentToMs', 'foldScriptCode'];
  expect(Object.keys(exported).filter((name) => !text.includes(name) && !lowLevel.includes(name))).toEqual([]);
});
