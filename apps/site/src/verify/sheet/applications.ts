import { programmeOn } from '@aipower/programme';
import {
  type ClaimField,
  type ClaimSheet,
  type Day,
  type SchemeId,
  schemes,
  type Verdict,
  type VerdictCode,
} from '@aipower/registry';
import { ROWS_BETWEEN_CUTS } from '../../http/slices.ts';
import { type RegistrationField, registrationFields } from '../../presenters/registration-fields.ts';
import type { FormVisit } from '../../presenters/scheme-label.ts';

/**
 * What a cell of the matrix says: also where nothing could be asked, where it changed between the two days, and where the
 * field says that a registration is on its way (申請中), which is not a field left blank.
 */
export type Kind = VerdictCode | 'not-asked' | 'changed-since' | 'not-yet-granted';

/** The kinds in the order in which a reviewer wants to look at them, and who has to: nobody, a person, or both parties. */
export const kindOrder = [
  'holder-mismatch',
  'not-found',
  'revoked',
  'expired',
  'suspended',
  'not-yet-valid',
  'changed-since',
  'needs-a-person',
  'unverifiable',
  'holder-unchecked',
  'not-asked',
  'valid',
  'not-yet-granted',
  'not-claimed',
] as const satisfies readonly Kind[];

export type Urgency = 'problem' | 'person' | 'clear';

const person: ReadonlySet<Kind> = new Set(['needs-a-person', 'unverifiable', 'holder-unchecked', 'not-asked']);

/** Whether a kind of answer is a problem, is for a person to look at, or is clear. */
export function urgencyOf(kind: Kind): Urgency {
  if (kind === 'valid' || kind === 'not-claimed' || kind === 'not-yet-granted') return 'clear';
  return person.has(kind) ? 'person' : 'problem';
}

/** One claim of an application, where it stands in the file, and its answer; `null` where it could not be asked. */
export interface AnsweredClaim {
  /** Index in the claims of the sheet. */
  readonly index: number;
  /** Row of the file. */
  readonly row: number;
  readonly scheme: SchemeId | null;
  readonly verdict: Verdict | null;
  readonly kind: Kind;
}

/** What a sheet says of one application, gathered from its row or rows. */
export interface SheetApplication {
  /** Position in the order of the sheet, from 0. */
  readonly index: number;
  /** 案號 as it stands in the sheet; blank where there is none. */
  readonly id: string;
  readonly name: string;
  readonly ubn: string;
  /** Rows of the file. */
  readonly rows: readonly number[];
  /** The days it is judged on: one, unless its rows say different ones. */
  readonly days: readonly Day[];
  readonly claims: readonly AnsweredClaim[];
  readonly urgency: Urgency;
}

/**
 * The kind of an answer. Valid on the day and no longer today is a kind of its own: whether it counts is for the meeting.
 */
export function kindOf(verdict: Verdict | null): Kind {
  if (!verdict) return 'not-asked';
  if (verdict.reason === 'not-yet-granted') return 'not-yet-granted';
  return verdict.verdict === 'valid' && verdict.today.verdict !== 'valid' ? 'changed-since' : verdict.verdict;
}

/** The kind that has to be looked at first. */
export function worstOf(kinds: readonly Kind[]): Kind {
  return kindOrder.find((kind) => kinds.includes(kind))!;
}

/**
 * The applications of a sheet, problems first, then what a person has to look at, then the clear ones; within each in the
 * order of the sheet.
 *
 * A row of a wide sheet is an application. Rows of a sheet with a claim each belong together by 案號, unless that column
 * only counts the rows or one 案號 stands beside two companies; without it, by 統一編號, else by name.
 *
 * @param verdicts one per claim of the sheet, `null` for those that were not asked
 * @returns work that can be cut at each `yield`
 */
export function* applicationsOf(
  sheet: ClaimSheet,
  verdicts: readonly (Verdict | null)[],
  on: Day,
): Generator<void, SheetApplication[]> {
  const cell = (at: number, field: ClaimField) => {
    const column = sheet.columns[field];
    return column === null ? '' : (sheet.rows[at]?.[column] ?? '').trim();
  };
  const groups = new Map<string, number[]>();
  for (const [key, at] of keysOf(sheet, cell)) {
    const rows = groups.get(key);
    if (rows) rows.push(at);
    else groups.set(key, [at]);
  }
  const claimsAt = new Map<number, number[]>();
  for (const [index, at] of sheet.claimRows.entries()) {
    const there = claimsAt.get(at);
    if (there) there.push(index);
    else claimsAt.set(at, [index]);
  }
  yield;
  const all: SheetApplication[] = [];
  for (const rows of groups.values()) {
    const index = all.length;
    if (index % ROWS_BETWEEN_CUTS === 0) yield;
    const claims = rows.flatMap((at) =>
      (claimsAt.get(at) ?? []).map((claim, k): AnsweredClaim => {
        const verdict = verdicts[claim] ?? null;
        const scheme = verdict?.claim.scheme ?? sheet.registrations[k]?.scheme ?? null;
        return { index: claim, row: sheet.rowNumbers[at]!, scheme, verdict, kind: kindOf(verdict) };
      }),
    );
    const first = (field: ClaimField) => rows.map((at) => cell(at, field)).find((text) => text !== '') ?? '';
    const asked = claims.find(({ verdict }) => verdict !== null)?.verdict?.claim;
    const days = [...new Set(claims.flatMap(({ verdict }) => (verdict ? [verdict.day] : [])))];
    all.push({
      index,
      id: first('id'),
      name: first('name'),
      // With the zeros that the spreadsheet dropped, where they were put back.
      ubn: asked?.ubn?.trim() || first('ubn'),
      rows: rows.map((at) => sheet.rowNumbers[at]!),
      days: days.length > 0 ? days : [on],
      claims,
      urgency: urgencyOf(worstOf(claims.map(({ kind }) => kind))),
    });
  }
  yield;
  const rank = { problem: 0, person: 1, clear: 2 };
  return all.toSorted((a, b) => rank[a.urgency] - rank[b.urgency]);
}

function keysOf(sheet: ClaimSheet, cell: (at: number, field: ClaimField) => string): [string, number][] {
  const rows = sheet.rows.map((_, at) => at);
  if (sheet.registrations.length > 0) return rows.map((at) => [String(at), at]);
  const party = (at: number) => cell(at, 'ubn') || cell(at, 'name').normalize('NFKC').replace(/\s+/g, '');
  const ids = rows.map((at) => cell(at, 'id'));
  const counts = ids.every((id, i) => id === String(Number(ids[0]) + i)) && new Set(rows.map(party)).size < rows.length;
  const partiesOf = new Map<string, Set<string>>();
  for (const at of rows) {
    const ubn = cell(at, 'ubn');
    if (ubn !== '') partiesOf.set(ids[at]!, (partiesOf.get(ids[at]!) ?? new Set()).add(ubn));
  }
  return rows.map((at) => {
    const id = counts ? '' : ids[at]!;
    if (id === '') return [`party ${party(at) || `row ${at}`}`, at];
    return [(partiesOf.get(id)?.size ?? 0) > 1 ? `id ${id} ${party(at)}` : `id ${id}`, at];
  });
}

/** The cell of an application for a registration: its claims, and the kind that has to be looked at first. */
export function cellOf({ claims }: SheetApplication, scheme: SchemeId | null) {
  const here = claims.filter((claim) => claim.scheme === scheme);
  return { claims: here, kind: here.length > 0 ? worstOf(here.map(({ kind }) => kind)) : ('not-claimed' as const) };
}

/** The columns of the matrix: the registrations that the form asks for, in its order, then those that it does not. */
export function matrixSchemes({
  today,
  programmes,
}: Pick<FormVisit, 'today' | 'programmes'>): readonly RegistrationField[] {
  const asked = registrationFields(programmeOn(today, programmes));
  const others = schemes.filter(({ id }) => asked.every((one) => one.id !== id));
  return [...asked, ...others.map((one) => ({ ...one, order: '' }))];
}
