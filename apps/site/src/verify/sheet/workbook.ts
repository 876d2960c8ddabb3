import { printShortId } from '@aipower/receipts';
import { type ClaimSheet, currentState, getScheme, type Verdict } from '@aipower/registry';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Deps } from '../../deps.ts';
import { type FormVisit, formOrder } from '../../presenters/scheme-label.ts';
import { dayView } from '../../presenters/verdict.ts';
import { textCell } from '../../presenters/workbook-cells.ts';
import { sentenceOf } from '../minutes.ts';
import { cellOf, kindOf, matrixSchemes, type SheetApplication } from './applications.ts';
import { problemsOfRow } from './columns.ts';
import { kindWord, rowView } from './matrix.ts';
import { MAX_RECEIPTS, receiptOf, verdictsOf } from './print.ts';

type Row = readonly string[];

/**
 * The answers as a workbook for people: one sheet by application, one by registration. The columns of the user stand
 * first and untouched, then ours under Chinese (or English) headers, with the sentence for the minutes.
 */
export async function answerWorkbook(
  deps: Deps,
  sheet: ClaimSheet,
  applications: readonly SheetApplication[],
  visit: FormVisit,
): Promise<Buffer> {
  const words = visit.t.verify.sheetWords.xlsx;
  const receipts = new Map<number, { id: string; token: string }>();
  if (applications.length <= MAX_RECEIPTS) {
    for (const one of applications) {
      const signed = await receiptOf(deps, one, verdictsOf(one));
      if (signed) receipts.set(one.index, { id: signed.receipt.id, token: signed.token });
    }
  }
  const note = applications.length > MAX_RECEIPTS ? words.note(String(MAX_RECEIPTS)) : '';
  const sample = deps.isSample();
  const byApplication = applicationRows(sheet, applications, { receipts, note, sample }, visit);
  const byClaim = claimRows(sheet, applications, sample, visit);
  const pages = [
    { data: asData(byApplication), sheet: words.byApplication, stickyRowsCount: 1, columns: widths(byApplication) },
    { data: asData(byClaim), sheet: words.byClaim, stickyRowsCount: 1, columns: widths(byClaim) },
  ];
  return writeXlsxFile(pages).toBuffer();
}

const asData = (rows: readonly Row[]): SheetData =>
  rows.map((cells, i) => cells.map((value) => textCell(value, { wrap: true, bold: i === 0 }))) as SheetData;

/** As wide as what stands in it, up to a sentence. */
function widths(rows: readonly Row[]) {
  const most = (column: number) => Math.max(...rows.slice(0, 200).map((cells) => wide(cells[column] ?? '')));
  return rows[0]!.map((_, column) => ({ width: Math.min(60, Math.max(8, most(column) + 2)) }));
}

const wide = (text: string) => [...text].reduce((sum, one) => sum + (one.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);

/** Rows of the sheet by their number in the file. */
function ownRows(sheet: ClaimSheet): (row: number) => Row {
  const at = new Map(sheet.rowNumbers.map((row, i) => [row, i]));
  return (row) => sheet.rows[at.get(row)!]!;
}

function applicationRows(
  sheet: ClaimSheet,
  applications: readonly SheetApplication[],
  more: { receipts: ReadonlyMap<number, { id: string; token: string }>; note: string; sample: boolean },
  visit: FormVisit,
): Row[] {
  const { t, show, language, today } = visit;
  const words = t.verify.sheetWords;
  const own = ownRows(sheet);
  const header = [
    ...sheet.header,
    words.xlsx.row,
    words.xlsx.urgency,
    words.xlsx.on,
    words.xlsx.today,
    ...matrixSchemes(visit).map(({ order, shortName }) => `${order} ${shortName[language]}`),
    words.xlsx.todo,
    words.xlsx.minutes,
    words.xlsx.receipt,
    words.xlsx.token,
  ];
  const rows = applications.map((one) => {
    const { todo, rows: at } = rowView(sheet, one, { open: null }, visit);
    const receipt = more.receipts.get(one.index);
    const said = verdictsOf(one).filter(({ verdict }) => verdict !== 'not-claimed');
    const sentences = said.map((verdict) => `${formOrder(verdict.claim.scheme, visit)} ${sentenceOf(verdict, visit)}`);
    return [
      ...own(one.rows[0]!),
      at,
      words.groups[one.urgency],
      show.list(one.days.map((day) => show.dayInMinutes(day))),
      show.dayInMinutes(today),
      ...matrixSchemes(visit).map(({ id }) => {
        const { claims, kind } = cellOf(one, id);
        return claims.length === 0 ? '' : kindWord(kind, visit);
      }),
      todo,
      [...(more.sample ? [t.verify.sampleMinutes] : []), ...sentences].join('\n'),
      receipt ? printShortId(receipt.id) : more.note,
      receipt?.token ?? '',
    ];
  });
  return [header, ...rows];
}

function claimRows(
  sheet: ClaimSheet,
  applications: readonly SheetApplication[],
  sample: boolean,
  visit: FormVisit,
): Row[] {
  const { t, show, language } = visit;
  const words = t.verify.sheetWords.xlsx;
  const own = ownRows(sheet);
  const header = [
    ...sheet.header,
    words.row,
    words.scheme,
    words.said,
    words.on,
    words.onDay,
    words.today,
    words.onToday,
    words.minutes,
    words.number,
    words.holder,
    words.holderUbn,
    words.from,
    words.until,
    words.cautions,
    words.near,
    words.list,
  ];
  const claims = applications.flatMap((one) => one.claims).toSorted((a, b) => a.index - b.index);
  const rows = claims.map(({ row, scheme, verdict }) => {
    const common = [...own(row), String(row), scheme ? getScheme(scheme).name[language] : ''];
    if (!verdict) {
      const why = [visit.t.verify.sheetWords.notAsked, ...problemsOfRow(sheet, row, visit)];
      return [...common, '', '', kindWord('not-asked', visit), '', '', show.sentences(why), ...Array(8).fill('')];
    }
    const { match, today } = verdict;
    const period = match && currentState(match.certificate).period;
    const sentence = sentenceOf(verdict, visit);
    return [
      ...common,
      verdict.claim.number?.trim() ?? '',
      show.dayInMinutes(verdict.day),
      dayWord(verdict, verdict, visit),
      show.dayInMinutes(today.day),
      dayWord(verdict, today, visit),
      kindOf(verdict) !== 'not-claimed' && sample ? `${t.verify.sampleMinutes}${sentence}` : sentence,
      match?.certificate.number ?? '',
      match?.holder.name ?? '',
      match?.holder.ubn ?? '',
      period ? show.dayInMinutes(period.from) : '',
      period ? (period.until === 'open' ? words.openEnd : show.dayInMinutes(period.until)) : '',
      show.sentences(verdict.cautions.map((code) => t.verdict.cautions[code])),
      show.clauses(verdict.suggestions.map(({ number, name, ubn }) => `${number} ${t.verdict.party(name, ubn)}`)),
      verdict.list.seenOn ? show.dayInMinutes(verdict.list.seenOn) : '',
    ];
  });
  return [header, ...rows];
}

const dayWord = (verdict: Verdict, day: Verdict['today'], visit: FormVisit) =>
  dayView(verdict, day, verdict.match, visit).word;
