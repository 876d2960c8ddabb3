import { type ClaimSheet, type Day, isSchemeId, schemes, type Verdict, writeAnswerSheet } from '@aipower/registry';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { readForm } from '../../http/query.ts';
import { MAX_BYTES, receiveUpload } from '../../http/receive-upload.ts';
import { inSlices } from '../../http/slices.ts';
import type { PageRenderer, Visit } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { type FormVisit, formVisitOf } from '../../presenters/scheme-label.ts';
import { byField, type FieldError, readDay } from '../form.ts';
import { applicationsOf, kindOrder, type SheetApplication } from './applications.ts';
import { carrySheet } from './carried-sheet.ts';
import { columnChoices, mappingLine, problemLines } from './columns.ts';
import { countsOf } from './counts.ts';
import { type Chosen, matrixView } from './matrix.ts';
import { MAX_RECEIPTS, paperOf } from './print.ts';
import {
  blankValues,
  isPasteTooLarge,
  type ReceivedTable,
  receivedValues,
  receiveTable,
  type SheetValues,
  sheetFields,
  type TableSource,
  uploadError,
} from './receive-table.ts';
import { sheetVerdicts, verdictsAsJson } from './verdicts.ts';
import type { SheetModel } from './views.ts';
import { answerWorkbook } from './workbook.ts';

const PROBLEMS_SHOWN = 20;

/** The page before anything was sent. */
const empty: SheetModel = {
  schemes,
  values: blankValues,
  errors: [],
  errorOf: {},
  maxMegabytes: MAX_BYTES / 2 ** 20,
  carried: '',
  columns: null,
  mapping: '',
  problems: [],
  problemCount: 0,
  problemsUnsaid: 0,
  answer: null,
};

const readable = (sheet: ClaimSheet) => sheet.rows.length > 0;
const answerable = (sheet: ClaimSheet) => sheet.claims.some((claim) => claim !== null);

/** A sheet that was read, and what was asked of it. */
interface AskedSheet extends ReceivedTable {
  readonly values: SheetValues;
  readonly on: Day;
  /** What the page says of the sheet itself. */
  readonly common: Partial<SheetModel>;
}

/** Why a sheet has no rows: nothing arrived, or the first thing that is wrong with it. */
function whyUnreadable(sheet: ClaimSheet, field: TableSource, visit: FormVisit): string {
  const words = visit.t.verify.sheetWords;
  const emptied = field === 'file' ? words.empty : words.emptyPaste;
  if (sheet.problems.every(({ code }) => code === 'file-empty')) return emptied;
  return problemLines(sheet, visit)[0]?.line ?? emptied;
}

/** What the page says of a sheet beside the answer; the sheet travels with the page. */
async function aboutSheet(
  { sheet, name }: ReceivedTable,
  values: SheetValues,
  visit: FormVisit,
  aborted: () => boolean,
): Promise<Partial<SheetModel>> {
  const scheme = isSchemeId(values.scheme) ? values.scheme : undefined;
  const problems = problemLines(sheet, visit);
  const columns = columnChoices(sheet, visit);
  return {
    values: { ...values, paste: '' },
    carried: values.carried || (await carrySheet(name, sheet, scheme, aborted)),
    columns,
    mapping: mappingLine(columns, visit),
    problems: problems.slice(0, PROBLEMS_SHOWN).map(({ line }) => line),
    problemCount: sheet.problems.length,
    problemsUnsaid: problems.slice(PROBLEMS_SHOWN).reduce((sum, { count }) => sum + count, 0),
  };
}

/**
 * A whole sheet: pasted or uploaded, its columns recognised and correctable, answered by application, printed, downloaded.
 *
 * @param shape a verdict as the API gives it, for the download as JSON
 */
export function verifySheetRoutes(
  router: Router,
  deps: Deps,
  page: PageRenderer,
  shape: (verdict: Verdict, origin: string) => object,
): void {
  const show = (req: Request, res: Response, visit: FormVisit, status: number, model: Partial<SheetModel>) => {
    const title = model.answer?.result.heading ?? visit.t.verify.sheetWords.title;
    const description = visit.t.verify.sheetWords.lead;
    const options = { title, description, status, ...(model.carried && { carriedBy: 'sheet' }) };
    page(req, res, 'verify-sheet', options, { ...empty, ...model });
  };

  router.get(pages.verifySheet.path, (req, res) => {
    const visit = formVisitOf(req, deps);
    show(req, res, visit, 200, {});
  });

  router.post(pages.verifySheet.path, async (req, res) => {
    const visit = formVisitOf(req, deps);
    const { t, today } = visit;
    const words = t.verify.sheetWords;
    const upload = await receiveUpload(req, sheetFields);
    if (upload.fault) {
      const status = upload.fault === 'malformed' ? 400 : 413;
      return refuse(req, res, visit, receivedValues(upload.fields), [uploadError(upload.fault, words)], status);
    }
    const values = readForm(upload.fields, t, sheetFields);
    if (isPasteTooLarge(values))
      return refuse(req, res, visit, { ...values, paste: '' }, [uploadError('field-too-large', words)], 413);
    const { day: on, error: dayError } = readDay(values.on, today, t.verify.errors);
    const errors: FieldError[] = dayError ? [{ field: 'on', message: dayError }] : [];
    if (values.scheme !== '' && !isSchemeId(values.scheme)) {
      errors.push({ field: 'scheme', message: t.verify.errors.schemeUnknown(values.scheme.slice(0, 40)) });
    }
    const read = await receiveTable(upload.file, values, visit);
    if ('error' in read) return refuse(req, res, visit, values, [...errors, read.error], read.status);
    const { sheet, field } = read;
    if (!readable(sheet)) {
      const message = whyUnreadable(sheet, field, visit);
      return refuse(req, res, visit, values, [...errors, { field, message }], 400);
    }
    const common = await aboutSheet(read, values, visit, () => res.destroyed);
    if (errors.length > 0 || !answerable(sheet)) {
      return show(req, res, visit, 400, { ...common, errors, errorOf: byField(errors) });
    }
    await answer(req, res, visit, { ...read, values, on, common });
  });

  /** The sheet answered in the form that was asked for: on the page, printed, as a workbook, as CSV or JSON. */
  async function answer(req: Request, res: Response, visit: FormVisit, asked: AskedSheet): Promise<void> {
    const { sheet, name, field, values, on, common } = asked;
    const days = { on, today: visit.today };
    const aborted = () => res.destroyed;
    const verdicts = await sheetVerdicts(deps, sheet, days, aborted);
    if (!verdicts) {
      const message = visit.t.verify.sheetWords.busyReader;
      return refuse(req, res, visit, values, [{ field, message }], 503);
    }
    const applications = await inSlices(applicationsOf(sheet, verdicts, on), aborted);
    if (values.as === 'xlsx')
      return attach(res, visit, name, 'xlsx', await answerWorkbook(deps, sheet, applications, visit));
    if (values.as === 'json') {
      const lines = verdictsAsJson(sheet, verdicts, days, (verdict) => shape(verdict, deps.origin));
      return attach(res, visit, name, 'json', lines);
    }
    if (values.as === 'safe' || values.as === 'exact')
      return attach(res, visit, name, 'csv', writeAnswerSheet(sheet, verdicts, { safe: values.as === 'safe' }));
    const chosen = { ...chosenOf(values), on };
    const counts = await inSlices(countsOf(applications), aborted);
    const matrix = (more: Partial<Chosen>) =>
      matrixView(sheet, applications, { counts, chosen: { ...chosen, ...more }, on }, visit);
    if (values.as === 'print' && applications.length <= MAX_RECEIPTS)
      return print(req, res, visit, sheet, applications, matrix({ kind: null, page: 1, open: null }));
    show(req, res, visit, 200, {
      ...common,
      answer: {
        chosen,
        result: matrix({}),
        toDiscuss: counts.byUrgency.problem + counts.byUrgency.person,
        tooManyToPrint: applications.length > MAX_RECEIPTS ? visit.show.number(MAX_RECEIPTS) : null,
      },
    });
  }

  /** All applications in one table, then a page for each that has to be discussed. */
  async function print(
    req: Request,
    res: Response,
    visit: FormVisit,
    sheet: ClaimSheet,
    applications: readonly SheetApplication[],
    result: ReturnType<typeof matrixView>,
  ) {
    const papers = [];
    for (const one of applications) {
      if (one.urgency !== 'clear') papers.push(await paperOf(deps, sheet, one, visit));
    }
    page(
      req,
      res,
      'verify-sheet-print',
      { title: result.heading },
      {
        result,
        papers: papers.filter((paper) => paper !== null),
        sample: deps.isSample(),
      },
    );
  }

  function refuse(
    req: Request,
    res: Response,
    visit: FormVisit,
    values: SheetValues,
    errors: FieldError[],
    status: number,
  ) {
    show(req, res, visit, status, { values, errors, errorOf: byField(errors), carried: '' });
  }
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function attach(
  res: Response,
  { t }: Visit,
  name: string,
  kind: keyof typeof mediaTypes,
  body: string | Buffer | Iterable<string>,
) {
  const base = name.replace(/\.[^.]*$/, '') || 'sheet';
  const whole = typeof body === 'string' || Buffer.isBuffer(body) ? body : [...body].join('');
  res.attachment(`${base}-${t.verify.sheetWords.downloadName}.${kind}`).type(mediaTypes[kind]).send(whole);
}

function chosenOf({ kind, page, open }: SheetValues): Chosen {
  const cell = /^(\d{1,5})\.([a-z-]*)$/.exec(open);
  return {
    kind: kindOrder.find((one) => one === kind) ?? null,
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    open: cell ? { application: Number(cell[1]), scheme: cell[2]! } : null,
  };
}
