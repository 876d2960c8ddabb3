import { printShortId, type Receipt, receiptAddress, receiptQr } from '@aipower/receipts';
import { isSchemeId, type VerdictCode } from '@aipower/registry';
import type { Deps } from '../deps.ts';
import type { MarkKind } from '../page/marks.ts';
import type { Visit } from '../page/page.ts';
import { schemeLabel } from '../presenters/scheme-label.ts';
import { dayView, verdictStatus } from '../presenters/verdict.ts';
import { eligibilityAgain } from './eligibility-receipt.ts';
import { verifyAgain } from './verify-receipt.ts';

type VerifyReceipt = Extract<Receipt, { kind: 'verify' }>;
type EligibilityReceipt = Extract<Receipt, { kind: 'eligibility' }>;

/** What was said then of one thing that was asked, and what is said now. */
export interface ReceiptRow {
  readonly what: string;
  readonly asked: string;
  readonly said: readonly { readonly day: string; readonly word: string; readonly status: MarkKind }[];
  readonly now: readonly { readonly day: string; readonly word: string; readonly status: MarkKind }[];
  readonly changed: boolean;
  /** The sentence for what is said now; blank where there is none. */
  readonly sentence: string;
}

const outcomeStatus = { yes: 'good', no: 'bad', unknown: 'unsure' } as const;

/** A receipt that was just signed here, as its page shows it. */
export async function receiptView(deps: Deps, token: string, visit: Visit) {
  const found = await deps.receipts.verify(token);
  if (found.status !== 'valid') throw new Error(`the receipt that was just signed is ${found.status} (${found.code})`);
  return verifiedReceiptView(deps, { ...found, token }, visit);
}

/** A receipt that was verified, as its page shows it: what it says, and the same question asked again today. */
export function verifiedReceiptView(
  deps: Deps,
  { receipt, kid, token, cautions }: { receipt: Receipt; kid: string; token: string; cautions: readonly string[] },
  visit: Visit,
) {
  const { t, show, paths } = visit;
  const words = t.receipts;
  const rows =
    receipt.kind === 'verify'
      ? verifyRows(deps, receipt, visit)
      : receipt.kind === 'eligibility'
        ? eligibilityRows(deps, receipt, visit)
        : null;
  const changed = rows?.filter((row) => row.changed).length ?? 0;
  const holder = receipt.kind === 'verify' ? receipt.asked.holder : undefined;
  return {
    id: printShortId(receipt.id),
    kind: words.kinds[receipt.kind],
    fictional: receipt.data.fictional,
    facts: [
      { label: words.at, value: show.moment(taipei(receipt.at)) },
      { label: words.issuer, value: receipt.issuer },
      ...(receipt.about ? [{ label: words.about, value: receipt.about.application }] : []),
      ...(receipt.kind === 'verify'
        ? [{ label: words.applicant, value: t.verdict.party(holder?.name ?? '', holder?.ubn ?? '') }].map((one) =>
            holder ? one : { ...one, value: words.noApplicant },
          )
        : []),
      ...(receipt.kind === 'log-head'
        ? [
            {
              label: words.headOf(show.day(receipt.asked.day)),
              value: words.headLine(show.number(receipt.answer.seq), receipt.answer.hash),
            },
          ]
        : []),
      { label: words.listDate, value: receipt.data.listDate ? show.day(receipt.data.listDate) : t.words.unknown },
      { label: words.rules, value: ruleWords(receipt, visit) },
      { label: words.key, value: kid },
    ],
    rows,
    summary: rows === null ? words.notAskedAgain : changed === 0 ? words.unchanged : words.changed(changed),
    status: rows === null ? ('open' as const) : changed === 0 ? ('good' as const) : ('warn' as const),
    cautions: cautions.length > 0 ? [words.keyRevokedLater] : [],
    token,
    stored: deps.receipts.stored,
    address: receiptAddress(deps.origin, receipt.id),
    href: deps.receipts.stored ? paths.receipt(receipt.id) : paths.receipt(receipt.id, token),
    qr: receiptQr(receiptAddress(deps.origin, receipt.id)),
  };
}

/**
 * A receipt of the application desk for somebody who has its number alone: that it is genuine and when it was given. Whose it
 * is and what it says stands in the receipt itself, which the company has.
 */
export function withheldReceiptView(
  ...given: Parameters<typeof verifiedReceiptView>
): ReturnType<typeof verifiedReceiptView> {
  const whole = verifiedReceiptView(...given);
  const [, { receipt, kid }, { t, show }] = given;
  const words = t.receipts;
  return {
    ...whole,
    facts: [
      { label: words.at, value: show.moment(taipei(receipt.at)) },
      { label: words.issuer, value: receipt.issuer },
      { label: words.key, value: kid },
    ],
    rows: null,
    summary: words.withheld,
    status: 'good',
    token: '',
    href: '',
  };
}

function ruleWords({ data }: Receipt, { t }: Visit): string {
  const parts = [
    data.rules,
    ...(data.revision === null ? [] : [t.receipts.revision(data.revision)]),
    ...(data.edition === null ? [] : [t.receipts.edition(data.edition)]),
  ];
  return parts.join(' · ');
}

/** The moment of a receipt with the offset of Taipei, as everything else is shown. */
function taipei(instant: string): string {
  return `${new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`;
}

function verifyRows(deps: Deps, receipt: VerifyReceipt, visit: Visit): ReceiptRow[] {
  const { t, show, today } = visit;
  const again = verifyAgain(deps, receipt, today);
  return receipt.asked.claims.map(({ scheme, number }, i) => {
    const said = receipt.answer.claims[i]!;
    const now = again[i]!;
    const sameDay = now.day === now.today.day;
    const days = sameDay ? [now] : [now, now.today];
    const day = (one: { day: string; verdict: string }) => ({
      day: show.day(one.day),
      word: t.verdict.words[one.verdict as VerdictCode] ?? one.verdict,
      status: verdictStatus[one.verdict as VerdictCode] ?? 'unsure',
    });
    // The day asked for then has an answer now; that of today stands against the last that was given.
    const last = said.days.at(-1)!.verdict;
    const changed = said.days[0]!.verdict !== now.verdict || last !== now.today.verdict;
    const name = isSchemeId(scheme) ? schemeLabel(scheme, { ...visit, programmes: deps.programmes }) : scheme;
    return {
      what: name,
      asked: number ?? t.receipts.byHolder,
      said: said.days.map(day),
      now: days.map(day),
      changed,
      sentence: dayView(now, now.today, now.match, visit).sentence,
    };
  });
}

function eligibilityRows(
  { programmes }: Pick<Deps, 'programmes'>,
  receipt: EligibilityReceipt,
  { t, show }: Visit,
): ReceiptRow[] {
  const said = receipt.answer.days[0]!;
  const now = eligibilityAgain(programmes, receipt);
  const one = (outcome: 'yes' | 'no' | 'unknown') => ({
    day: show.day(said.day),
    word: t.receipts.outcomes[outcome],
    status: outcomeStatus[outcome],
  });
  const row = (what: string, before: 'yes' | 'no' | 'unknown', again: 'yes' | 'no' | 'unknown'): ReceiptRow => ({
    what,
    asked: '',
    said: [one(before)],
    now: [one(again)],
    changed: before !== again,
    sentence: '',
  });
  return [
    row(t.receipts.eligibility, said.outcome, now.outcome),
    ...said.conditions.map(({ id, outcome }, i) =>
      row(t.receipts.condition(i + 1), outcome, now.conditions.find((again) => again.id === id)?.outcome ?? 'unknown'),
    ),
  ];
}
