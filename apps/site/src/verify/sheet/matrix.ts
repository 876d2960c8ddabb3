import { type ClaimSheet, type Day, getScheme } from '@aipower/registry';
import type { MarkKind } from '../../page/marks.ts';
import type { Visit } from '../../page/page.ts';
import { type FormVisit, formOrder, schemeLabel } from '../../presenters/scheme-label.ts';
import { verdictStatus, verdictView } from '../../presenters/verdict.ts';
import {
  type AnsweredClaim,
  cellOf,
  type Kind,
  kindOrder,
  matrixSchemes,
  type SheetApplication,
  type Urgency,
  urgencyOf,
} from './applications.ts';
import { problemsOfRow, short } from './columns.ts';
import type { SheetCounts } from './counts.ts';

const PER_PAGE = 100;

/** What of the matrix is asked for: one kind of answer only, a page of it, and the cell that stands open. */
export interface Chosen {
  readonly kind: Kind | null;
  readonly page: number;
  /** Position of the application and its registration, as {@link matrixView} writes it into the button. */
  readonly open: { readonly application: number; readonly scheme: string } | null;
}

const groupStatus: Readonly<Record<Urgency, MarkKind>> = { problem: 'bad', person: 'unsure', clear: 'good' };

/** The mark of a kind of answer. */
export function kindStatus(kind: Kind): MarkKind {
  if (kind === 'not-asked') return 'unsure';
  if (kind === 'not-yet-granted') return 'open';
  return kind === 'changed-since' ? 'warn' : verdictStatus[kind];
}

/** The whole word of a kind of answer. */
export function kindWord(kind: Kind, { t }: Visit): string {
  if (kind === 'not-asked') return t.verify.sheetWords.notAskedWord;
  if (kind === 'not-yet-granted') return t.verdict.notYetGranted;
  return kind === 'changed-since' ? t.verify.sheetWords.changedSince : t.verdict.words[kind];
}

/**
 * A sheet by application: a row for each, a mark and a word for each of its registrations, problems first.
 *
 * @param applications of the whole sheet, in the order in which they are shown
 * @param counts of the same applications
 * @param on the day of the rows that have none of their own
 */
export function matrixView(
  sheet: ClaimSheet,
  applications: readonly SheetApplication[],
  { counts, chosen, on }: { readonly counts: SheetCounts; readonly chosen: Chosen; readonly on: Day },
  visit: FormVisit,
) {
  const { t, show } = visit;
  const words = t.verify.sheetWords;
  const { byKind, byUrgency } = counts;
  const shown = chosen.kind === null ? applications : applications.filter((one) => hasKind(one, chosen.kind!));
  const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  // An open cell is shown wherever its application stands.
  const at = chosen.open === null ? -1 : shown.findIndex(({ index }) => index === chosen.open?.application);
  const page = at >= 0 ? Math.floor(at / PER_PAGE) + 1 : Math.min(chosen.page, pages);
  const here = shown.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    heading: words.heading(
      show.number(applications.length),
      show.number(byUrgency.problem),
      show.number(byUrgency.person),
    ),
    sentence: words.tally({
      claims: show.number(counts.claims),
      valid: show.number(byKind.valid.claims),
      changed: show.number(byKind['changed-since'].claims),
      unchecked: show.number(byKind['holder-unchecked'].claims),
      open: show.number(byKind.unverifiable.claims + byKind['needs-a-person'].claims),
      notAsked: show.number(byKind['not-asked'].claims),
    }),
    days: dayLines(sheet, counts, on, visit),
    kinds: kindOrder
      .map((kind) => ({
        kind,
        word: kindWord(kind, visit),
        status: kindStatus(kind),
        ...byKind[kind],
      }))
      .filter((one) => one.claims > 0),
    columns: columnsOf(counts, visit),
    groups: (['problem', 'person', 'clear'] as const)
      .map((urgency) => ({
        urgency,
        word: words.groups[urgency],
        status: groupStatus[urgency],
        count: shown.filter((one) => one.urgency === urgency).length,
        rows: here.filter((one) => one.urgency === urgency).map((one) => rowView(sheet, one, chosen, visit)),
      }))
      .filter(({ rows }) => rows.length > 0),
    total: shown.length,
    page,
    pages,
    from: (page - 1) * PER_PAGE + 1,
    to: (page - 1) * PER_PAGE + here.length,
  };
}

const hasKind = ({ claims }: SheetApplication, kind: Kind) => claims.some((one) => one.kind === kind);

/** The registrations, each with how many applications have a problem there; a last column for claims that name none. */
function columnsOf({ problems, unnamed }: SheetCounts, { t, language, today, programmes }: FormVisit) {
  const columns = matrixSchemes({ today, programmes }).map((one) => ({
    scheme: one.id as Parameters<typeof cellOf>[1],
    order: one.order,
    name: one.shortName[language],
    problems: problems.get(one.id) ?? 0,
  }));
  const rest = { scheme: null, order: '', name: t.verify.sheetWords.noScheme, problems: 0 };
  return unnamed ? [...columns, rest] : columns;
}

function dayLines(sheet: ClaimSheet, { dated, undated }: SheetCounts, on: Day, { t, show, today }: Visit) {
  const words = t.verify.sheetWords;
  const column = sheet.columns.on;
  if (column === null || !dated)
    return on === today ? words.onlyToday(show.day(today)) : words.oneDay(show.day(on), show.day(today));
  const blank = undated === 0 ? '' : String(undated);
  return words.ownDays(sheet.header[column] ?? '', show.day(today), blank, show.day(on));
}

/** One application as a line of the matrix. */
export function rowView(sheet: ClaimSheet, one: SheetApplication, chosen: Pick<Chosen, 'open'>, visit: FormVisit) {
  const { t, show, language } = visit;
  const words = t.verify.sheetWords;
  const party = one.name || one.ubn || words.rowOf(show.list(one.rows.slice(0, 3).map(String)));
  const asked = matrixSchemes(visit).map(({ id }) => id as string | null);
  const schemes = one.claims.some(({ scheme }) => scheme === null) ? [...asked, null] : asked;
  const cells = schemes.map((scheme) => {
    const { claims, kind } = cellOf(one, scheme as never);
    const open = chosen.open?.application === one.index && chosen.open.scheme === (scheme ?? '');
    return {
      name: `${one.index}.${scheme ?? ''}`,
      label:
        scheme === null
          ? words.noScheme
          : formOrder(scheme as never, visit) || getScheme(scheme as never).shortName[language],
      kind,
      status: kindStatus(kind),
      word: claims.length === 0 ? '' : shortWord(kind, claims, visit),
      whole: kindWord(kind, visit),
      isOpen: open,
      // A field that claims nothing has nothing to say.
      opens: claims.length > 0 && kind !== 'not-claimed',
    };
  });
  const open = chosen.open?.application === one.index ? chosen.open.scheme : null;
  const opened = open === null ? [] : one.claims.filter(({ scheme }) => (scheme ?? '') === open);
  return {
    index: one.index,
    id: one.id,
    party,
    ubn: one.name === '' ? '' : one.ubn,
    rows: show.list(one.rows.slice(0, 8).map(String)),
    days: one.days.map((day) => show.shortDay(day)),
    urgency: one.urgency,
    cells,
    todo: show.clauses(
      cells.flatMap(({ kind, label, whole }) => (urgencyOf(kind) === 'clear' ? [] : [`${label} ${whole}`])),
    ),
    panels: opened.map((claim) => panelView(sheet, one, claim, visit)),
    openTitle: open === null || open === '' ? '' : getScheme(open as never).name[language],
  };
}

/** Two to four characters under a mark; the whole word stands in the legend and in the open cell. */
function shortWord(kind: Kind, claims: readonly AnsweredClaim[], { t }: Visit): string {
  const words = t.verify.sheetWords;
  const word =
    kind === 'changed-since'
      ? words.todayIs(words.short[claims.find((one) => one.kind === kind)!.verdict!.today.verdict])
      : words.short[kind];
  return claims.length > 1 ? `${word}×${claims.length}` : word;
}

/** What stands behind a cell: the answer with its certificate, timeline and near numbers, or why nothing was asked. */
function panelView(sheet: ClaimSheet, one: SheetApplication, claim: AnsweredClaim, visit: FormVisit) {
  const { t, paths } = visit;
  const words = t.verify.sheetWords;
  const { verdict } = claim;
  const column = sheet.registrations.find(({ scheme }) => scheme === claim.scheme)?.column ?? sheet.columns.number;
  const header = column === null ? '' : (sheet.header[column] ?? '');
  const near = (scheme: string, number: string) =>
    paths.verify({ scheme, number, ubn: one.ubn, name: one.name, on: verdict?.day });
  return {
    place: words.place(String(claim.row), header),
    label: claim.scheme ? schemeLabel(claim.scheme, visit) : '',
    said: short(verdict?.claim.number?.trim() ?? ''),
    problems: problemsOfRow(sheet, claim.row, visit),
    result: verdict && verdictView(verdict, visit, near),
  };
}
