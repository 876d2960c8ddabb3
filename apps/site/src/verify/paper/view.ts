import { printShortId, type Receipt, receiptAddress, receiptQr } from '@aipower/receipts';
import { currentState, type ListAge, type Verdict } from '@aipower/registry';
import type { Deps } from '../../deps.ts';
import { type FormVisit, schemeLabel } from '../../presenters/scheme-label.ts';
import { dayView } from '../../presenters/verdict.ts';
import { minutesOf } from '../minutes.ts';
import { kindOf, urgencyOf, worstOf } from '../sheet/applications.ts';
import { kindStatus } from '../sheet/matrix.ts';

/** Whose application it is: as the register or the tax register names it, else as it was filled in. */
export interface Applicant {
  readonly name: string;
  readonly ubn: string;
  readonly source: 'register' | 'tax-register' | 'filled-in';
}

/**
 * The name a company is registered under, by its 統一編號: in the register of capabilities, else in the tax register.
 *
 * @throws RegisterError when the tax register cannot be read
 */
export async function registeredApplicant(
  { register }: Pick<Deps, 'register'>,
  { name, ubn }: { readonly name: string; readonly ubn: string },
): Promise<Applicant> {
  const known = ubn === '' ? null : register.snapshot().provider(ubn);
  if (known) return { name: known.name, ubn, source: 'register' };
  const unit = /^\d{8}$/.test(ubn) && register.tax.status().loaded ? await register.tax.byUbn(ubn) : null;
  return unit ? { name: unit.name, ubn, source: 'tax-register' } : { name, ubn, source: 'filled-in' };
}

/** What one sheet of paper says. */
export interface PaperFacts {
  /** 案號; blank where there is none. */
  readonly id: string;
  readonly applicant: Applicant;
  /** As it was filled in, to be set beside the registered name. */
  readonly filledIn: string;
  /** One at least, in the order of the form. */
  readonly verdicts: readonly Verdict[];
  /** What kept claims from being checked, in words. */
  readonly problems: readonly string[];
  readonly receipt: Receipt | null;
  readonly sample: boolean;
  readonly origin: string;
}

/** One application as one A4 page: six lines, both days, the sentence for the minutes, receipt and signatures. */
export function paperView(facts: PaperFacts, visit: FormVisit) {
  const { t, show } = visit;
  const words = t.verify.paper;
  const { verdicts, applicant, receipt } = facts;
  const { day, today } = verdicts[0]!;
  const kinds = verdicts.map(kindOf);
  const worst = worstOf(kinds);
  const claimed = kinds.filter((kind) => kind !== 'not-claimed').length;
  const count = (urgency: 'problem' | 'person') => kinds.filter((kind) => urgencyOf(kind) === urgency).length;
  const valid = kinds.filter((kind) => kind === 'valid').length;
  const receiptId = receipt && printShortId(receipt.id);
  const lists = new Map(verdicts.map(({ list }) => [list.scheme, list]));
  return {
    id: facts.id,
    name: applicant.name,
    ubn: applicant.ubn,
    nameNote: words.nameFrom[applicant.source],
    filledIn: facts.filledIn !== '' && facts.filledIn !== applicant.name ? facts.filledIn : '',
    day: show.day(day),
    today: show.day(today.day),
    status: kindStatus(worst),
    headline:
      claimed === 0
        ? words.nothing
        : words.headline(claimed, valid, count('problem'), count('person') + facts.problems.length),
    rows: verdicts.map((verdict) => {
      const onDay = dayView(verdict, verdict, verdict.match, visit);
      const now = dayView(verdict, verdict.today, verdict.match, visit);
      const period = verdict.match && currentState(verdict.match.certificate).period;
      return {
        scheme: schemeLabel(verdict.claim.scheme, visit),
        said: verdict.claim.number?.trim() ?? '',
        period: period
          ? words.period(show.shortDay(period.from), period.until === 'open' ? words.open : show.shortDay(period.until))
          : '',
        onDay: { word: onDay.word, status: onDay.status },
        now: { word: now.word, status: now.status },
        note: verdict.cautions.map((code) => t.verdict.cautions[code]).join(''),
      };
    }),
    minutes: minutesOf(verdicts, { sample: facts.sample, receiptId }, visit),
    problems: facts.problems,
    lists: listAges([...lists.values()], visit),
    receipt: receipt && {
      id: receiptId,
      address: receiptAddress(facts.origin, receipt.id),
      qr: receiptQr(receiptAddress(facts.origin, receipt.id)),
    },
  };
}

/** How old the lists are, those of one day together: 5.1、5.4：115年11月20日版，距今 2 日. */
function listAges(lists: readonly ListAge[], visit: FormVisit): string[] {
  const { t, show } = visit;
  const words = t.verify.paper;
  const said = lists.map((list) => {
    const age = list.seenOn === null ? words.noList : words.listAge(show.dayInMinutes(list.seenOn), list.ageDays ?? 0);
    return { list, text: list.stale ? `${age}${words.stale}` : age };
  });
  return [...Map.groupBy(said, ({ text }) => text)].map(([text, those]) =>
    show.sentence(show.labelled(show.list(those.map(({ list }) => schemeLabel(list.scheme, visit))), text)),
  );
}
