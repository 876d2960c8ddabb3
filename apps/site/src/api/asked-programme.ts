import { type Category, findCategory, type Programme, programmeOn } from '@aipower/programme';
import type { Day } from '@aipower/registry';
import type { Language } from '../page/language.ts';
import { showIn } from '../page/show.ts';
import { pointerOf } from '../problems/field-errors.ts';
import { Problem } from '../problems/problem.ts';
import { problemWords } from '../problems/problem-words.ts';

/**
 * The programme of the year that a body names, or the one meant on the day it is judged by.
 * @throws Problem invalid-body naming the years there are.
 */
export function askedProgramme(
  among: ReadonlyMap<string, Programme>,
  year: string | undefined,
  on: Day,
  language: Language,
): Programme {
  if (year === undefined) return programmeOn(on, among);
  const programme = among.get(year);
  if (!programme) throw notOneOf('programme', [...among.keys()], language);
  return programme;
}

/** @throws Problem invalid-body naming the categories of that programme. */
export function askedCategory(programme: Programme, id: string, language: Language): Category {
  const category = findCategory(programme, id);
  if (category) return category;
  const known = programme.categories.map((one) => one.id);
  throw notOneOf('category', known, language);
}

function notOneOf(field: string, known: readonly string[], language: Language): Problem {
  const detail = problemWords[language].fields['not-one-of'](showIn(language).list(known));
  return new Problem('invalid-body', { errors: [{ pointer: pointerOf([field]), code: 'not-one-of', detail }] });
}
