import { type CaseFile, hashOf } from '@aipower/applications';
import { type DeskDatabase, eventsOf, formVersion, keepTexts, programmeOfCase } from '@aipower/applications/storage';
import { type Receipt, type ReceiptContent, signReceipt } from '@aipower/receipts';
import type { Deps } from '../../deps.ts';
import { keepDeskReceipt } from '../../receipts/desk-receipts.ts';
import { formPages } from '../form/form-pages.ts';

export interface SubmissionReceipt {
  readonly receipt: Extract<Receipt, { kind: 'submission' }>;
  readonly token: string;
}

const actions = { submit: 'submit', revise: 'revise', 'supplement.submit': 'supplement' } as const;

/**
 * The signed receipt of one version of an application: every part that arrived, with its hash. Signed when it is first asked
 * for and kept; a process that died between the two makes it later, with the time of the submission.
 */
export async function receiptOf(deps: Deps, state: CaseFile, n: number): Promise<SubmissionReceipt | null> {
  const { database, receiptKeys } = deps.desk;
  const known = await keptReceipt(database, state.id, n);
  if (known) return known;
  const content = await contentOf(deps, state, n);
  if (!content) return null;
  const signed = await signReceipt(content, receiptKeys);
  const row = { application: state.id, hash: `receipt:${n}`, kind: 'receipt', body: JSON.stringify(signed) };
  await keepTexts(database, [row]);
  // Of two who ask at once, both get the one that was kept.
  const kept = await keptReceipt(database, state.id, n);
  if (kept) await keepDeskReceipt(database, state.id, { id: kept.receipt.id, token: kept.token });
  return kept;
}

async function keptReceipt({ db }: DeskDatabase, application: string, n: number): Promise<SubmissionReceipt | null> {
  const row = await db
    .selectFrom('desk_text')
    .select('body')
    .where('application', '=', application)
    .where('hash', '=', `receipt:${n}`)
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as SubmissionReceipt) : null;
}

async function contentOf(deps: Deps, state: CaseFile, n: number): Promise<ReceiptContent | null> {
  const version = state.forms.find((one) => one.n === n);
  const stored = await formVersion(deps.desk.database, state.id, n);
  if (!version || !stored || state.receiptNo === null) return null;
  const sent = (await eventsOf(deps.desk.database, state.id)).filter(({ type }) => Object.hasOwn(actions, type))[n - 1];
  if (!sent) return null;
  const round = 'round' in sent.data && typeof sent.data.round === 'number' ? sent.data.round : state.round;
  const programme = await programmeOfCase(deps.desk.database, state, deps.programmes);
  const parts = formPages(programme, state.category).map(({ id, fields }) => ({
    name: id,
    hash: hashOf(Object.fromEntries(fields.map((field) => [field.id, stored.form[field.id] ?? null]))),
  }));
  return {
    kind: 'submission',
    issuer: deps.origin,
    at: new Date(version.at).toISOString(),
    about: { application: state.receiptNo, version: n, hash: version.hash },
    asked: {
      action: actions[sent.type as keyof typeof actions],
      ubn: state.ubn,
      category: state.category,
      parts: [{ name: 'form', hash: version.hash }, ...parts],
    },
    answer: { outcome: 'yes', receiptNo: state.receiptNo, round },
    data: {
      revision: null,
      hash: null,
      listDate: null,
      rules: '@aipower/applications 0.1.0',
      edition: state.programme.id,
      fictional: deps.isSample(),
    },
  };
}
