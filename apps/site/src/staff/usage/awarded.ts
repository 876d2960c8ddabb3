import { awardedCases, programmeOfCase, programmesOfCases } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import type { Awarded } from './plan.ts';

/** Every award of every year, with the programme it is under. */
export async function awardedNow({ desk, programmes }: Deps): Promise<readonly Awarded[]> {
  const found: Awarded[] = [];
  for (const { id } of await programmesOfCases(desk.database, programmes)) {
    for (const state of await awardedCases(desk.database, id)) {
      found.push({ state, programme: await programmeOfCase(desk.database, state, programmes) });
    }
  }
  return found;
}
