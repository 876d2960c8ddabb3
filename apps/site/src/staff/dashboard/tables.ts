import type { Visit } from '../../page/page.ts';
import { type Figures, stages } from '../../statistics/figures.ts';
import { itemTitle } from '../../statistics/open-statistics.ts';
import { roundLabel } from '../../statistics/open-tables.ts';
import { quantile } from '../../statistics/suppress.ts';
import { type Demand, domainsOf } from '../../statistics/wants.ts';

export interface Row {
  readonly id: string;
  readonly label: string;
  /** Null: nobody said, or nothing to count. */
  readonly values: readonly (number | null)[];
}
export interface Table {
  readonly id: 'funnel' | 'stays' | 'reviewers' | 'points' | 'domains' | 'items';
  readonly title: string;
  /** The first names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Rows that are drawn as bars; null where a picture says nothing more. */
  readonly drawn: readonly Row[] | null;
}

/** All that the organiser is shown: what stands on the page is what is exported, number for number. */
export function dashboardTables(
  figures: Figures,
  demand: Demand,
  names: (id: string) => string,
  visit: Visit,
): readonly Table[] {
  const { programme } = figures;
  const { t, language } = visit;
  const words = t.staff.dashboard;
  const table = (id: Table['id'], columns: readonly string[], rows: readonly Row[], drawn: readonly Row[] | null) => ({
    id,
    title: words.tables[id],
    columns,
    rows,
    drawn,
  });
  const funnel = figures.rounds.map(({ category, round, stages: at }) => ({
    id: `${category}-${round}`,
    label: roundLabel(programme, `${category}/${round}`, visit),
    values: stages.map((stage) => at[stage]),
  }));
  const totals = stages.map((stage, i) => ({
    id: stage,
    label: words.stages[stage],
    values: [funnel.reduce((sum, { values }) => sum + values[i]!, 0)],
  }));
  const domains = domainsOf(programme);
  const domainRows = demand.domains.map(({ id, n }) => ({
    id,
    label: domains.find((one) => one.id === id)?.label[language] ?? id,
    values: [n],
  }));
  const items = demand.items
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ code, n, providers }) => ({
      id: code,
      label: `${code} ${itemTitle(code, language)}`,
      values: [n, providers],
    }));
  return [
    table('funnel', [words.round, ...stages.map((stage) => words.stages[stage])], funnel, totals),
    table(
      'stays',
      [t.words.state, words.passed, words.median, words.p90, words.now, words.longest],
      staysRows(figures, visit),
      null,
    ),
    table(
      'reviewers',
      [words.reviewer, words.open, words.done],
      [...figures.reviewers].map(([id, { open, done }]) => ({ id, label: names(id), values: [open, done] })),
      null,
    ),
    table(
      'points',
      [words.round, words.offered, words.given, words.used, words.returned, words.unknown],
      figures.rounds.map(({ category, round, points }) => ({
        id: `${category}-${round}`,
        label: roundLabel(programme, `${category}/${round}`, visit),
        values: [points.offered, points.given, points.used, points.returned, points.unknown],
      })),
      null,
    ),
    table('domains', [words.domain, words.applications], domainRows, domainRows),
    table('items', [words.item, words.applications, words.providers], items, items),
  ];
}

function staysRows({ stays }: Figures, { t }: Visit): readonly Row[] {
  return [...stays]
    .filter(([, { over, now }]) => over.length + now.length > 0)
    .map(([main, { over, now }]) => ({
      id: main,
      label: t.staff.states[main as 'draft'],
      values: [
        over.length,
        over.length === 0 ? null : quantile(over, 0.5),
        over.length === 0 ? null : quantile(over, 0.9),
        now.length,
        now.length === 0 ? null : Math.floor(Math.max(...now)),
      ],
    }));
}
