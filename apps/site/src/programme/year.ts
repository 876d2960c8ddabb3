import { type Programme, programmeOn } from '@aipower/programme';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import type { Visit } from '../page/page.ts';

/**
 * The programme of the year that an address names, or without one the programme meant today: the one in force, or the next.
 * @throws NotFound naming the years there are.
 */
export function programmeAsked(deps: Pick<Deps, 'programmes'>, visit: Visit, year?: string): Programme {
  if (year === undefined) return programmeOn(visit.today, deps.programmes);
  const programme = deps.programmes.get(year);
  if (programme) return programme;
  const { t, paths, language } = visit;
  const links = [...deps.programmes.values()].map(({ id, title }) => ({
    href: paths.programmeOfYear(id),
    label: title[language],
  }));
  throw new NotFound(t.programme.errors.noSuchYear(year.slice(0, 40)), links);
}

/** The years beside the one shown, the newest first. */
export function otherYears({ programmes }: Pick<Deps, 'programmes'>, shown: Programme): readonly string[] {
  return [...programmes.keys()].filter((year) => year !== shown.id).reverse();
}
