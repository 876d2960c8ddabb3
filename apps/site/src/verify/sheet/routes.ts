import {
  type ClaimSheet,
  isSchemeId,
  schemes,
  type Verdict,
  type VerifyDays,
  writeAnswerSheet,
} from '@aipower/registry';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { readForm } from '../../http/query.ts';
import { MAX_BYTES, receiveUpload } from '../../http/receive-upload.ts';
import { inSlices } from '../../http/slices.ts';
import { QueueFull } from '../../http/work-queue.ts';
import type { PageRenderer, Visit } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { type FormVisit, formVisitOf } from '../../presenters/scheme-label.ts';
import { verifyBatch } from '../batch.ts';
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
  receivedValues,
  receiveTable,
  type SheetValues,
  sheetFields,
  uploadError,
} from './receive-table.ts';
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
    const aborted = () => res.destroyed;
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
    const { sheet, name, field } = read;
    const problems = problemLines(sheet, visit);
    if (!readable(sheet)) {
      const isEmpty = sheet.problems.every(({ code }) => code === 'file-empty');
      const emptied = field === 'file' ? words.empty : words.emptyPaste;
      const message = isEmpty ? emptied : (problems[0]?.line ?? emptied);
      return refuse(req, res, visit, values, [...errors, { field, message }], 400);
    }
    const scheme = isSchemeId(values.scheme) ? values.scheme : undefined;
    const carried = values.carried || (await carrySheet(name, sheet, scheme, aborted));
    const columns = columnChoices(sheet, visit);
    const common = {
      values: { ...values, paste: '' },
      carried,
      columns,
      mapping: mappingLine(columns, visit),
      problems: problems.slice(0, PROBLEMS_SHOWN).map(({ line }) => line),
      problemCount: sheet.problems.length,
      problemsUnsaid: problems.slice(PROBLEMS_SHOWN).reduce((sum, { count }) => sum + count, 0),
    };
    if (errors.length > 0 || !answerable(sheet)) {
      return show(req, res, visit, 400, { ...common, errors, errorOf: byField(errors) });
    }
    const verdicts = await answers(sheet, { on, today }, aborted);
    if (!verdicts) return refuse(req, res, visit, values, [{ field, message: words.busyReader }], 503);
    const applications = await inSlices(applicationsOf(sheet, verdicts, on), aborted);
    if (values.as === 'xlsx')
      return attach(res, visit, name, 'xlsx', await answerWorkbook(deps, sheet, applications, visit));
    if (values.as === 'json') return attach(res, visit, name, 'json', asJson(sheet, verdicts, { on, today }));
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
  });

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

  /** A verdict per claim, `null` where it cannot be asked; `null` alone when too many sheets wait. */
  async function answers(
    sheet: ClaimSheet,
    days: VerifyDays,
    aborted: () => boolean,
  ): Promise<readonly (Verdict | null)[] | null> {
    const claims = sheet.claims.filter((claim) => claim !== null);
    try {
      const verdicts = await verifyBatch(deps, claims, days, (verdict) => verdict, aborted);
      let next = 0;
      return sheet.claims.map((claim) => (claim === null ? null : verdicts[next++]!));
    } catch (error) {
      if (error instanceof QueueFull) return null;
      throw error;
    }
  }

  /** For machines: each claim with its place in the file and the verdict as the API gives it. */
  function* asJson(sheet: ClaimSheet, verdicts: readonly (Verdict | null)[], days: VerifyDays): Generator<string> {
    yield `{"on":${JSON.stringify(days.on)},"today":${JSON.stringify(days.today)},"results":[`;
    for (const [i, verdict] of verdicts.entries()) {
      const row = sheet.rowNumbers[sheet.claimRows[i]!]!;
      const line = { row, verdict: verdict && shape(verdict, deps.origin) };
      yield `${i === 0 ? '' : ','}${JSON.stringify(line)}`;
    }
    yield ']}\n';
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
