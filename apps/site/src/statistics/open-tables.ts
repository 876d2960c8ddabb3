import type { Programme } from '@aipower/programme';
import type { Visit } from '../page/page.ts';
import { itemTitle, type OpenStatistics } from './open-statistics.ts';
import { domainsOf } from './wants.ts';

/** A number that is told; `null`: one that is not told; `unknown`: one that nobody knows, for no list is loaded. */
export type OpenValue = number | null | 'unknown';

export interface OpenRow {
  readonly id: string;
  readonly label: string;
  readonly values: readonly OpenValue[];
}
export interface OpenTable {
  readonly id: 'rounds' | 'others' | 'domains' | 'items' | 'days' | 'points';
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly OpenRow[];
  /** Which of the values are drawn as bars; null for none. */
  readonly drawn: number | null;
}

/** A round by the names of its category and of itself. @param id category and number, such as `training/1` */
export function roundLabel({ categories }: Programme, id: string, { t, language }: Visit): string {
  const [category, round] = id.split('/');
  const found = categories.find((one) => one.id === category);
  const name = found?.rounds.find(({ number }) => String(number) === round)?.name[language];
  return found && name ? t.statistics.roundOf(found.name[language], name) : id;
}

/** The word for what is no number: not published, or not known. */
export const unsaid = (value: null | 'unknown', t: Visit['t']): string =>
  value === null ? t.statistics.withheld : t.home.list.notLoaded;

/** The open statistics as tables with words: what the page prints and the download holds, row for row. */
export function openTables(statistics: OpenStatistics, programme: Programme, visit: Visit): readonly OpenTable[] {
  const { t, language } = visit;
  const words = t.statistics;
  const partition = (told: OpenStatistics['rounds'], label: (id: string) => string) => [
    ...(told?.cells ?? []).map(({ id, n }) => ({ id, label: label(id), values: [n] })),
    ...(told?.rest == null ? [] : [{ id: 'rest', label: words.rest, values: [told.rest] }]),
  ];
  const categoryName = (id: string) => programme.categories.find((one) => one.id === id)?.name[language] ?? id;
  const domains = domainsOf(programme);
  const total = (id: string, n: number | null) => ({ id, label: words.totals[id as 'all'], values: [n] });
  return [
    {
      id: 'rounds',
      title: words.tables.rounds,
      columns: [words.round, words.applications],
      rows: [
        ...partition(statistics.rounds, (id) => roundLabel(programme, id, visit)),
        total('all', statistics.applications),
      ],
      drawn: 0,
    },
    {
      id: 'others',
      title: words.tables.others,
      columns: [t.words.state, words.applications],
      rows: [
        total('approved', statistics.approved),
        ...partition(statistics.others, (id) => words.codes[id as 'declined']),
      ],
      drawn: 0,
    },
    {
      id: 'domains',
      title: words.tables.domains,
      columns: [words.domain, words.applications],
      rows: statistics.domains.map(({ id, applications }) => ({
        id,
        label: domains.find((one) => one.id === id)?.label[language] ?? id,
        values: [applications],
      })),
      drawn: 0,
    },
    {
      id: 'items',
      title: words.tables.items,
      columns: [words.item, words.applications, words.providers],
      rows: statistics.items.map(({ code, applications, providers }) => ({
        id: code,
        label: `${code} ${itemTitle(code, language)}`,
        values: [applications, providers ?? 'unknown'],
      })),
      drawn: 0,
    },
    {
      id: 'days',
      title: words.tables.days,
      columns: [words.step, words.median, words.p90],
      rows: statistics.days.map(({ id, median, p90 }) => ({ id, label: words.days[id], values: [median, p90] })),
      drawn: null,
    },
    {
      id: 'points',
      title: words.tables.points,
      columns: [words.category, words.granted, words.used],
      rows: statistics.points.map(({ category, granted, used }) => ({
        id: category,
        label: categoryName(category),
        values: [granted, used],
      })),
      drawn: null,
    },
  ];
}
