import {
  applicationNumbered,
  type LogVerification,
  logHeads,
  logLines,
  logTypes,
  readCase,
  recordAct,
  verifyLog,
} from '@aipower/applications/storage';
import { dayEnd, dayStart, parseDay } from '@aipower/taiwan/dates';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { QueueFull } from '../../http/work-queue.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { foldNumber } from '../queue/filters.ts';
import { anyRole, type StaffOnly } from '../staff-only.ts';
import { lineViews, typeWord } from './lines.ts';

const PER_PAGE = 50;
const HEADS_SHOWN = 14;
const kinds = ['event', 'refused', 'read', 'act'] as const;
const actorKinds = ['company', 'officer', 'reviewer', 'chair', 'auditor', 'system', 'clock'] as const;
const filters = ['kind', 'type', 'actor', 'number', 'from', 'until', 'before'] as const;
type Asked = Readonly<Record<(typeof filters)[number], string>>;

/** Who reads the whole log; the others read what they did themselves. */
const wholeLog = ['auditor', 'chair'] as const;

/** The event log, line by line, and the proof that no line of it was changed, taken out or put in. */
export function auditRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const { database } = deps.desk;

  router.get(
    pages.staffAudit.path,
    only(anyRole, (req, res, member) => show(req, res, member)),
  );

  // Said in the log itself: that it was proved, by whom, and with what result.
  router.post(
    `${pages.staffAudit.path}/verify`,
    ...posting(deps, page),
    only(['auditor'], async (req, res, member) => {
      try {
        const known = (await logHeads(database, { most: 400 })).map(({ seq, hash }) => ({ seq, hash }));
        const proof = await deps.workQueue.run(() => verifyLog(database.db, known));
        const by = actorAs(member, ['auditor'])!;
        const body = { lines: proof.lines, head: proof.head, problems: proof.problems.length };
        await recordAct(
          database,
          { by, application: null, type: 'log.verified', body },
          deps.clock.now().toISOString(),
        );
        await show(req, res, member, { proof });
      } catch (error) {
        if (!(error instanceof QueueFull)) throw error;
        await show(req, res, member, { problem: visitOf(req, deps.clock).t.staff.audit.busy });
      }
    }),
  );

  async function show(
    req: Request,
    res: Response,
    member: Member,
    { proof, problem }: { readonly proof?: LogVerification; readonly problem?: string } = {},
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const asked = readQuery(req, t, filters);
    const isWhole = wholeLog.some((role) => member.roles.includes(role));
    const read = await queryOf(asked, visit);
    const actor = actorKinds.find((one) => one === asked.actor);
    const lines = read.problem
      ? []
      : await logLines(database, {
          ...read.query,
          ...(actor && { actorKind: actor }),
          ...(!isWhole && { actor: member.id }),
          most: PER_PAGE + 1,
        });
    const shown = lines.slice(0, PER_PAGE);
    const { before: _before, ...kept } = asked;
    const model = {
      isWhole,
      mayVerify: member.roles.includes('auditor'),
      problem: problem ?? read.problem,
      asked,
      kinds: kinds.map((id) => ({ id, label: t.staff.audit.kinds[id] })),
      actors: actorKinds.map((id) => ({ id, label: t.staff.audit.actors[id] })),
      types: (isWhole ? await logTypes(database) : []).map((id) => ({ id, label: typeWord(id, visit) })),
      lines: await lineViews(deps, shown, visit),
      more: lines.length > PER_PAGE ? paths.staffAudit({ ...kept, before: shown.at(-1)!.seq }) : null,
      heads: (await logHeads(database, { most: HEADS_SHOWN })).map(({ day, seq, hash, token }) => ({
        day: visit.show.shortDay(day),
        seq: visit.show.number(seq),
        hash,
        href: paths.receipt(receiptId(token), token),
      })),
      proof: proof ? proofView(proof, visit) : null,
    };
    page(
      req,
      res,
      'staff-audit',
      { title: t.staff.audit.title, status: read.problem ? 400 : 200 },
      model,
      sitterOf(member, visit),
    );
  }

  /** The filters as the log is asked, or what is wrong with one of them. */
  async function queryOf(asked: Asked, { t }: Visit) {
    const days = { from: asked.from, until: asked.until };
    const read = Object.entries(days).map(([name, text]) => [name, text === '' ? null : parseDay(text)] as const);
    const wrong = read.find(([, day]) => day !== null && !day.ok);
    if (wrong) return { query: {}, problem: t.staff.audit.badDay(days[wrong[0] as 'from']) };
    const [from, until] = read.map(([, day]) => (day?.ok ? day.day : null));
    const application = asked.number === '' ? null : await applicationOf(asked.number);
    if (asked.number !== '' && application === null)
      return { query: {}, problem: t.staff.audit.noNumber(asked.number.slice(0, 60)) };
    const query = {
      ...(kinds.some((one) => one === asked.kind) && { kind: asked.kind }),
      ...(asked.type !== '' && { type: asked.type }),
      ...(application !== null && { application }),
      ...(from && { from: dayStart(from).toISOString() }),
      ...(until && { until: new Date(dayEnd(until).getTime() + 1).toISOString() }),
      ...(/^\d{1,12}$/.test(asked.before) && { before: Number(asked.before) }),
    };
    return { query, problem: undefined };
  }

  /** By its number, or by the id that stands in the log where there is no number yet. */
  async function applicationOf(text: string): Promise<string | null> {
    const number = foldNumber(text);
    const id = number.toUpperCase();
    if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) return (await readCase(database, id))?.id ?? null;
    return applicationNumbered(database, number);
  }
}

/** The id inside a receipt of our own. */
function receiptId(token: string): string {
  const { id } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { id: string };
  return id;
}

function proofView({ lines, head, problems }: LogVerification, { t, show }: Visit) {
  const words = t.staff.audit;
  return {
    isProven: problems.length === 0,
    word: problems.length === 0 ? words.proven(show.number(lines)) : words.broken,
    head: `${head.seq}:${head.hash}`,
    problems: problems.slice(0, 20).map(({ seq, code, detail }) => words.problem(seq, words.codes[code], detail)),
  };
}
