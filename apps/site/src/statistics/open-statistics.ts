import { publishedDecision } from '@aipower/applications';
import { getItem, type ItemCode } from '@aipower/taxonomy';
import { MIN_TOLD } from '../presenters/small-numbers.ts';
import type { Figures } from './figures.ts';
import { type Cell, type ToldPartition, tellDays, tellPartition, tellShare } from './suppress.ts';
import type { Demand } from './wants.ts';

/** What everybody may read: numbers without names, and none of fewer than five. */
export interface OpenStatistics {
  readonly year: string;
  readonly asOf: string;
  readonly leastTold: number;
  /** Applications that were sent; null where it may not be told. */
  readonly applications: number | null;
  /** By round, `category/round`; the cells are a partition of `applications`. */
  readonly rounds: ToldPartition | null;
  /** Approved and published. */
  readonly approved: number | null;
  /** Of the others, what has become of them; a partition of the applications that are not approved. */
  readonly others: ToldPartition | null;
  /** Several may be named by one application. */
  readonly domains: readonly { readonly id: string; readonly applications: number | null }[];
  /** Items found in the texts of applications, and how many providers have a valid registration for them; `null`: not known. */
  readonly items: readonly {
    readonly code: string;
    readonly applications: number;
    readonly providers: number | null;
  }[];
  readonly days: readonly { readonly id: DaysId; readonly median: number | null; readonly p90: number | null }[];
  readonly points: readonly {
    readonly category: string;
    readonly granted: number | null;
    readonly used: number | null;
  }[];
}

/** Times that tell nothing of a decision before its publication. */
export const daysTold = ['submitted', 'screening', 'supplement-requested', 'result'] as const;
export type DaysId = (typeof daysTold)[number];

/** What has become of an application that is not approved. */
export const otherCodes = ['in-progress', 'withdrawn', 'not-accepted', 'waitlisted', 'declined'] as const;

/** The open part of the figures. Pure; page, download and API show this and nothing else. */
export function openStatistics(figures: Figures, demand: Demand, asOf: string): OpenStatistics {
  const { programme, cases, byCode } = figures;
  const rounds: Cell[] = figures.rounds.map(({ category, round, stages }) => ({
    id: `${category}/${round}`,
    n: stages.received,
  }));
  const closed = (code: string) => byCode.get(code) ?? 0;
  const approved = closed('approved');
  const known = otherCodes.filter((code) => code !== 'in-progress');
  const inProgress = cases.length - approved - known.reduce((sum, code) => sum + closed(code), 0);
  const others: Cell[] = otherCodes.map((id) => ({ id, n: id === 'in-progress' ? inProgress : closed(id) }));
  const told = [tellPartition(rounds), tellPartition(others)] as const;
  // Two partitions of one total: where one of them cannot be told, the total would tell it.
  const mayTell = told.every((one) => one !== null) && (cases.length === 0 || cases.length >= MIN_TOLD);
  const all = cases.length;
  return {
    year: programme.id,
    asOf,
    leastTold: MIN_TOLD,
    applications: mayTell ? all : null,
    rounds: mayTell ? told[0] : null,
    approved: approved === 0 || approved >= MIN_TOLD ? approved : null,
    others: mayTell ? told[1] : null,
    domains: demand.domains.map(({ id, n }) => ({ id, applications: tellShare(n, demand.of) })),
    items: demand.items.flatMap(({ code, n, providers }) => {
      const applications = tellShare(n, demand.of);
      return applications === null ? [] : [{ code, applications, providers }];
    }),
    days: daysTold.map((id) => ({
      id,
      ...tellDays(id === 'result' ? figures.toResult : (figures.stays.get(id)?.over ?? [])),
    })),
    points: programme.categories.map(({ id: category }) => {
      const here = figures.rounds.filter((one) => one.category === category).map(({ points }) => points);
      const awards = cases.filter((one) => {
        return one.category === category && publishedDecision(one)?.outcome === 'approved' && one.award?.start != null;
      });
      const isTold = awards.length >= MIN_TOLD;
      const sum = (pick: (one: (typeof here)[number]) => number) => here.reduce((total, one) => total + pick(one), 0);
      return {
        category,
        granted: isTold ? sum(({ given }) => given) : null,
        // A sum with days of which nothing is known is none.
        used: isTold && sum(({ unknown }) => unknown) === 0 ? sum(({ used }) => used) : null,
      };
    }),
  };
}

export const itemTitle = (code: string, language: 'zh' | 'en'): string => getItem(code as ItemCode).title[language];
