import type { Programme } from '@aipower/programme';
import type { Bilingual } from '../page/language.ts';
import { en } from '../page/words.en.ts';
import { zh } from '../page/words.zh.ts';

/** What a reason is called: a criterion or a condition by the programme's own name for it. */
export function reasonWords(programme: Programme, category: string, code: string): Bilingual {
  const [kind, id] = code.split(':') as [string, string | undefined];
  const named =
    kind === 'criterion'
      ? programme.categories.find((one) => one.id === category)?.weights.find((one) => one.id === id)?.name
      : kind === 'condition'
        ? programme.eligibility.conditions.find((one) => one.id === id)?.text
        : undefined;
  if (named) return { zh: named.zh, en: named.en };
  const own = kind as keyof typeof zh.results.reasons;
  return { zh: zh.results.reasons[own] ?? code, en: en.results.reasons[own] ?? code };
}
