import { findCategory, type Programme } from '@aipower/programme';
import { printShortId } from '@aipower/receipts';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Deps } from '../deps.ts';
import type { Visit } from '../page/page.ts';
import { outcomeMarks } from './outcomes.ts';
import { receiptOfPublication } from './publication-receipt.ts';
import { reasonWords } from './reason-words.ts';
import { type RoundResults, resultsOf } from './results.ts';

export const anchorOf = ({ category, round }: Pick<RoundResults, 'category' | 'round'>) => `${category}-${round}`;

/** The results of a year as its page shows them. */
export async function resultsView(deps: Deps, programme: Programme, visit: Visit) {
  const { t, show, language, paths } = visit;
  const results = await resultsOf(deps, programme);
  const more = programme.desk.results.more;
  const rounds = results.map(async (one) => {
    const category = findCategory(programme, one.category)!;
    const round = category.rounds.find(({ number }) => number === one.round)!;
    const receipts = one.publications.map(async (stored, i) => {
      const { id, token } = await receiptOfPublication(deps, stored, i === 0);
      return {
        publication: stored.publication,
        day: show.day(taipeiDay(stored.at)),
        isFirst: i === 0,
        receipt: printShortId(id),
        href: paths.receipt(id, token),
      };
    });
    return {
      anchor: anchorOf(one),
      name: `${category.name[language]} ${round.name[language]}`,
      publications: await Promise.all(receipts),
      rows: one.current.map((row) => ({
        company: row.company,
        ubn: row.ubn ?? '',
        topic: row.topic ?? '',
        level: row.level ?? '',
        points: row.points === undefined ? '' : show.number(row.points),
        outcome: t.staff.meeting.outcomes[row.outcome],
        mark: outcomeMarks[row.outcome],
        isCorrected: row.isCorrected,
      })),
      reasons: (one.reasons ?? []).map(({ code, count }) => ({
        label: reasonWords(programme, one.category, code)[language],
        count: count === null ? t.results.few : show.number(count),
      })),
    };
  });
  return {
    rounds: (await Promise.all(rounds)).reverse(),
    columns: {
      ubn: more.includes('ubn'),
      topic: more.includes('topic'),
      level: more.includes('level'),
      points: more.includes('points'),
    },
    csv: paths.resultsCsv(programme.id),
    feed: paths.resultsFeed(programme.id),
    api: paths.api(`/programmes/${programme.id}/results`),
    programme: paths.programmeOfYear(programme.id),
  };
}
