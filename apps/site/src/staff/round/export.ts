import { formsOf } from '@aipower/applications/storage';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { numberCell, textCell } from '../../presenters/workbook-cells.ts';
import { namesOf } from '../screening/history.ts';
import { pointsAsked } from './line.ts';
import type { ReadRound } from './read-round.ts';

/** A cell: text stays text, so that a 統一編號 keeps its zeros; a score is a number, so that it can be summed. */
type Cell = string | number;

/** The table of a round as rows of cells: every criterion and every review, nothing left out. */
export async function roundRows(deps: Deps, { asked, ranking }: ReadRound, visit: Visit): Promise<readonly Cell[][]> {
  const { t, language } = visit;
  const words = t.staff.table;
  const { ranked, weights } = ranking;
  const reviewers = [...new Set(ranked.flatMap(({ totals }) => totals.map(({ reviewer }) => reviewer)))].sort();
  const names = await namesOf(deps, reviewers, visit);
  const criterion = (id: string) => asked.category.weights.find((one) => one.id === id)?.name[language] ?? id;
  const header = [
    words.rank,
    t.staff.queue.number,
    t.staff.queue.applicant,
    t.words.ubn,
    t.staff.review.topic,
    words.mean,
    words.median,
    words.deviation,
    ...weights.flatMap(({ id, percent }) => [`${criterion(id)} ${percent}%`, `${criterion(id)} ${words.deviation}`]),
    ...reviewers.map(names),
    words.recused,
    words.proposed,
    words.points,
    words.decided,
    t.staff.meeting.level,
    words.pointsDecided,
  ];
  const forms = await formsOf(
    deps.desk.database,
    ranked.map(({ state }) => state),
  );
  const rows = ranked.map((one): Cell[] => {
    const { state, decision } = one;
    const form = forms.get(state.id);
    const criteria = new Map(one.criteria.map((row) => [row.id, row]));
    return [
      one.rank,
      state.receiptNo ?? '',
      String(form?.['companyName'] ?? ''),
      state.ubn,
      String(form?.['topic'] ?? ''),
      Number(one.mean),
      Number(one.median),
      Number(one.deviation.toFixed(2)),
      ...weights.flatMap(({ id }) => {
        const found = criteria.get(id)!;
        return [Number(found.mean), Number(found.deviation.toFixed(2))];
      }),
      // Blank where somebody did not score: never a zero.
      ...reviewers.map((id) => {
        const total = one.totals.find(({ reviewer }) => reviewer === id);
        return total ? Number(total.shown) : '';
      }),
      one.recused,
      one.proposed ?? t.staff.review.noLevel,
      pointsAsked(one),
      decision ? t.staff.meeting.outcomes[decision.outcome] : '',
      decision?.level ?? '',
      decision ? decision.points : '',
    ];
  });
  return [header, ...rows];
}

export function workbook(rows: readonly (readonly Cell[])[], sheet: string): Promise<Buffer> {
  const [header = [], ...body] = rows;
  const data = [
    header.map((cell) => textCell(String(cell), { bold: true, wrap: true })),
    ...body.map((cells) => cells.map((cell) => (typeof cell === 'number' ? numberCell(cell) : textCell(cell)))),
  ];
  return writeXlsxFile(data as SheetData, { sheet, stickyRowsCount: 1 }).toBuffer();
}
