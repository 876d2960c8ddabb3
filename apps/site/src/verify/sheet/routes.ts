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
import { QueueFull } from '../../http/work-queue.ts';
import { type PageRenderer, type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { verifyBatch } from '../batch.ts';
import { byField, type FieldError, readDay } from '../form.ts';
import { carriedSheet, carrySheet, withRowNumbers } from './carried-sheet.ts';
import { readSheet, SheetUnreadable } from './read-sheet.ts';
import { MAX_BYTES, MAX_FIELD_BYTES, receiveUpload, type UploadFault } from './receive-upload.ts';
import { claimFields, columnChoices, type Kind, kinds, problemLines, resultView } from './view.ts';
import type { SheetModel } from './views.ts';

const columnFields = ['col-id', 'col-scheme', 'col-number', 'col-ubn', 'col-name'] as const;
const fields = ['paste', 'scheme', 'on', 'carried', 'kind', 'page', 'as', ...columnFields] as const;
export type SheetValues = Readonly<Record<(typeof fields)[number], string>>;
const blank = Object.fromEntries(fields.map((field) => [field, ''])) as SheetValues;

/** The page before anything was sent. */
const empty: SheetModel = {
  schemes,
  values: blank,
  errors: [],
  errorOf: {},
  maxMegabytes: MAX_BYTES / 2 ** 20,
  carried: '',
  columns: null,
  problems: [],
  problemCount: 0,
  problemsUnsaid: 0,
  answer: null,
};

const readable = (sheet: ClaimSheet) => sheet.rows.length > 0;
const answerable = (sheet: ClaimSheet) => sheet.claims.some((claim) => claim !== null);

/** A whole sheet: pasted or uploaded, its columns recognised and correctable, answered by kind and as a download. */
export function verifySheetRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const show = (req: Request, res: Response, visit: Visit, status: number, model: Partial<SheetModel>) => {
    const title = visit.t.verify.sheetWords.title;
    const options = { title, status, ...(model.carried && { carriedBy: 'sheet' }) };
    page(req, res, 'verify-sheet', options, { ...empty, ...model });
  };

  router.get(pages.verifySheet.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    show(req, res, visit, 200, {});
  });

  router.post(pages.verifySheet.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, today } = visit;
    const words = t.verify.sheetWords;
    const failed = await receiveUpload(req, res);
    if (failed) {
      return refuse(
        req,
        res,
        visit,
        received(req.body),
        [uploadError(failed, words)],
        failed === 'malformed' ? 400 : 413,
      );
    }
    const values = readForm(req.body, t, fields);
    const { day: on, error: dayError } = readDay(values.on, today, t.verify.errors);
    const errors: FieldError[] = dayError ? [{ field: 'on', message: dayError }] : [];
    if (values.scheme !== '' && !isSchemeId(values.scheme)) {
      errors.push({ field: 'scheme', message: t.verify.errors.schemeUnknown(values.scheme.slice(0, 40)) });
    }
    const read = await table(req, values, visit);
    if ('error' in read) return refuse(req, res, visit, values, [...errors, read.error], read.status);
    const { sheet, name, field } = read;
    const problems = problemLines(sheet, visit);
    if (!readable(sheet)) {
      const isEmpty = sheet.problems.every(({ code }) => code === 'file-empty');
      const emptied = field === 'file' ? words.empty : words.emptyPaste;
      const message = isEmpty ? emptied : (problems[0]?.line ?? emptied);
      return refuse(req, res, visit, values, [...errors, { field, message }], 400);
    }
    const carried = values.carried || (await carrySheet(name, sheet));
    const common = {
      values: { ...values, paste: '' },
      carried,
      columns: columnChoices(sheet, visit),
      problems: problems.slice(0, 20).map(({ line }) => line),
      problemCount: sheet.problems.length,
      problemsUnsaid: problems.slice(20).reduce((sum, { count }) => sum + count, 0),
    };
    if (errors.length > 0 || !answerable(sheet)) {
      return show(req, res, visit, 400, { ...common, errors, errorOf: byField(errors) });
    }
    const verdicts = await answers(sheet, { on, today }, () => res.destroyed);
    if (!verdicts) return refuse(req, res, visit, values, [{ field, message: words.busyReader }], 503);
    if (values.as !== '') return download(res, visit, sheet, verdicts, values.as, name);
    const chosen = { kind: kindOf(values.kind), page: pageOf(values.page) };
    show(req, res, visit, 200, {
      ...common,
      answer: { on, chosen, result: resultView(sheet, verdicts, chosen, visit) },
    });
  });

  function refuse(
    req: Request,
    res: Response,
    visit: Visit,
    values: SheetValues,
    errors: FieldError[],
    status: number,
  ) {
    show(req, res, visit, status, { values, errors, errorOf: byField(errors), carried: '' });
  }

  /** A verdict per row, `null` where a row claims nothing that can be asked; `null` alone when too many sheets wait. */
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
}

/** The field of the form that a table came from, and that is marked when it cannot be read. */
type Source = 'file' | 'paste';

/** What arrived of a form that could not be read to its end; the table that travels is not shown, so it is not kept. */
function received(body: Readonly<Record<string, unknown>> | undefined): SheetValues {
  const kept = ['paste', 'scheme', 'on'] as const;
  const arrived = kept.map((field) => [field, typeof body?.[field] === 'string' ? body[field] : '']);
  return { ...blank, ...Object.fromEntries(arrived) };
}

function uploadError(fault: UploadFault, words: Visit['t']['verify']['sheetWords']): FieldError {
  const megabytes = (bytes: number) => String(bytes / 2 ** 20);
  if (fault === 'file-too-large') return { field: 'file', message: words.tooLarge(megabytes(MAX_BYTES)) };
  if (fault === 'malformed') return { field: 'file', message: words.malformed };
  return { field: 'paste', message: words.pasteTooLarge(megabytes(MAX_FIELD_BYTES)) };
}

/** The table of this request: uploaded, pasted, or the one that travelled with the page. */
async function table(
  req: Request,
  values: SheetValues,
  { t }: Visit,
): Promise<{ sheet: ClaimSheet; name: string; field: Source } | { error: FieldError; status: number }> {
  const words = t.verify.sheetWords;
  const say = (field: Source, message: string, status = 400) => ({ error: { field, message }, status });
  const carried = values.carried === '' ? null : await carriedSheet(values.carried);
  if (values.carried !== '' && !carried) return say('file', words.carriedBroken);
  const uploaded =
    req.file && req.file.size > 0 ? { name: req.file.originalname.slice(0, 200), bytes: req.file.buffer } : null;
  const pasted = values.paste.trim() === '' ? null : { name: 'pasted', bytes: Buffer.from(values.paste) };
  if (uploaded && pasted) return say('paste', words.both);
  const file = carried?.file ?? uploaded ?? pasted;
  if (!file) return say('paste', words.missing);
  const field = file === pasted ? 'paste' : 'file';
  // On the first sight of a table its columns are recognised; after that the visitor's choice counts.
  const columns = carried
    ? Object.fromEntries(claimFields.map((field) => [field, columnOf(values[`col-${field}`])]))
    : undefined;
  const scheme = isSchemeId(values.scheme) ? values.scheme : undefined;
  try {
    const sheet = await readSheet(file, { columns, scheme });
    return { sheet: carried ? withRowNumbers(sheet, carried.rowNumbers) : sheet, name: file.name, field };
  } catch (error) {
    if (error instanceof QueueFull) return say(field, words.busyReader, 503);
    if (error instanceof SheetUnreadable)
      return say(field, field === 'file' ? words.unreadable : words.unreadablePaste);
    throw error;
  }
}

function download(
  res: Response,
  { t }: Visit,
  sheet: ClaimSheet,
  verdicts: readonly (Verdict | null)[],
  as: string,
  name: string,
) {
  const safe = as !== 'exact';
  const base = name.replace(/\.[^.]*$/, '') || 'sheet';
  res
    .attachment(`${base}-${t.verify.sheetWords.downloadName}.csv`)
    .type('text/csv; charset=utf-8')
    .send(writeAnswerSheet(sheet, verdicts, { safe }));
}

function columnOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

function kindOf(text: string): Kind | null {
  return kinds.find((kind) => kind === text) ?? null;
}

function pageOf(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
