import { programmesOfCases } from '@aipower/applications/storage';
import { type Programme, programmeOn } from '@aipower/programme';
import { checkUbn } from '@aipower/taiwan';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';

interface Asked {
  readonly year: string;
  readonly category: string;
  readonly round: string;
}

/**
 * What the queue is narrowed to, and what there is to choose from: the years of the applications on the desk, beside the one
 * in force, with their categories and rounds; of a chosen year, its own alone. What is no choice narrows nothing.
 */
export async function filtersOf(deps: Deps, asked: Asked, { t, language, today }: Visit) {
  const all = await programmesShown(deps, today);
  const chosen = all.find(({ id }) => id === asked.year);
  const categories = (chosen ? [chosen] : all).flatMap((programme) => programme.categories);
  const names = new Map<string, string>();
  // A category of two years has the name of the newer.
  for (const { id, name } of categories) if (!names.has(id)) names.set(id, name[language]);
  const rounds = [...new Set(categories.flatMap((one) => one.rounds.map(({ number }) => number)))];
  return {
    year: chosen?.id,
    category: names.has(asked.category) ? asked.category : undefined,
    round: /^\d{1,2}$/.test(asked.round) ? Number(asked.round) : undefined,
    choices: {
      years: all.length > 1 ? all.map(({ id, rocYear }) => ({ id, name: t.programme.year(String(rocYear)) })) : [],
      categories: [...names].map(([id, name]) => ({ id, name })),
      rounds: rounds.sort((a, b) => a - b),
    },
  };
}

/** Whose applications, or which one: what is no 統一編號 is a number of an application. */
export function numberOf(asked: string): { readonly ubn: string } | { readonly receiptNo: string } | null {
  const typed = foldNumber(asked);
  if (typed === '') return null;
  const ubn = checkUbn(typed);
  return ubn.ok ? { ubn: ubn.ubn } : { receiptNo: typed };
}

/** The number of an application as it is stored, from how it was typed: wide letters, blanks and capitals do not count. */
export const foldNumber = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The newest first. */
async function programmesShown({ desk, programmes }: Deps, today: string): Promise<readonly Programme[]> {
  const [occurring, current] = [await programmesOfCases(desk.database, programmes), programmeOn(today, programmes)];
  const all = occurring.some(({ id }) => id === current.id) ? [...occurring] : [current, ...occurring];
  return all.sort((a, b) => b.rocYear - a.rocYear);
}
