import type { SchemeId } from '@aipower/registry';
import { ROWS_BETWEEN_CUTS } from '../../http/slices.ts';
import { type Kind, kindOrder, type SheetApplication, type Urgency, urgencyOf } from './applications.ts';

/** What a sheet holds, counted in one passage through its applications. */
export interface SheetCounts {
  readonly claims: number;
  readonly byUrgency: Readonly<Record<Urgency, number>>;
  readonly byKind: Readonly<Record<Kind, { readonly claims: number; readonly applications: number }>>;
  /** Applications with a problem in the field of a registration; `null`: claims that name none. */
  readonly problems: ReadonlyMap<SchemeId | null, number>;
  /** Whether any claim names no registration. */
  readonly unnamed: boolean;
  /** Whether any row says its own day, and the applications with a row that does not. */
  readonly dated: boolean;
  readonly undated: number;
}

/** Counts the applications of a sheet. @returns work that can be cut at each `yield` */
export function* countsOf(applications: readonly SheetApplication[]): Generator<void, SheetCounts> {
  const kinds = kindOrder.map((kind) => [kind, { claims: 0, applications: 0 }] as const);
  const byKind = Object.fromEntries(kinds) as Record<Kind, { claims: number; applications: number }>;
  const byUrgency = { problem: 0, person: 0, clear: 0 };
  const problems = new Map<SchemeId | null, number>();
  const counts = { claims: 0, unnamed: false, dated: false, undated: 0 };
  for (const [index, one] of applications.entries()) {
    if (index % ROWS_BETWEEN_CUTS === 0) yield;
    byUrgency[one.urgency]++;
    counts.claims += one.claims.length;
    for (const { kind } of one.claims) byKind[kind].claims++;
    for (const kind of new Set(one.claims.map(({ kind }) => kind))) byKind[kind].applications++;
    const bad = one.claims.filter(({ kind }) => urgencyOf(kind) === 'problem').map(({ scheme }) => scheme);
    for (const scheme of new Set(bad)) problems.set(scheme, (problems.get(scheme) ?? 0) + 1);
    counts.unnamed ||= one.claims.some(({ scheme }) => scheme === null);
    const asked = one.claims.flatMap(({ verdict }) => (verdict ? [verdict.claim.on] : []));
    counts.dated ||= asked.some((on) => on !== undefined);
    if (asked.includes(undefined)) counts.undated++;
  }
  return { ...counts, byUrgency, byKind, problems };
}
