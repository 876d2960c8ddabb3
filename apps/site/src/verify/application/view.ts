import { getScheme, type Verdict } from '@aipower/registry';
import type { MarkKind } from '../../page/marks.ts';
import type { Visit } from '../../page/page.ts';
import type { RegistrationField } from '../../presenters/registration-fields.ts';
import type { FormVisit } from '../../presenters/scheme-label.ts';
import { verdictView } from '../../presenters/verdict.ts';
import { minutesOf } from '../minutes.ts';
import type { Applicant } from '../paper/view.ts';

/**
 * The registration fields of an application as a page shows them: the count first, then a line per field, then what each rests on.
 *
 * @param fields the registrations the form asks for
 * @param held verdicts of registrations the register shows and the application leaves out
 */
export function applicationView(
  verdicts: readonly Verdict[],
  held: readonly Verdict[],
  fields: readonly RegistrationField[],
  {
    company,
    ubn,
    on,
    applicant,
    sample,
  }: {
    readonly company: string;
    readonly ubn: string;
    readonly on: string;
    readonly applicant: Applicant;
    readonly sample: boolean;
  },
  visit: FormVisit,
) {
  const { t, paths, language } = visit;
  const words = t.verify;
  const orders = new Map(fields.map(({ id, order }) => [id, order]));
  const rows = verdicts.map((verdict) => {
    const near = (scheme: string, number: string) => paths.verify({ scheme, number, ubn, name: company, on });
    return {
      order: orders.get(verdict.claim.scheme) ?? '',
      said: said(verdict, words),
      isBlank: verdict.reason === 'field-blank',
      isClaimed: verdict.verdict !== 'not-claimed',
      ...verdictView(verdict, visit, near),
    };
  });
  const claimed = rows.filter(({ isClaimed }) => isClaimed);
  const proven = claimed.filter(({ onDay }) => onDay.code === 'valid').length;
  const undecided = ['unverifiable', 'needs-a-person', 'holder-unchecked'];
  const open = claimed.filter(({ onDay }) => undecided.includes(onDay.code)).length;
  const notes = held.map(({ claim }) => words.heldNotClaimed(getScheme(claim.scheme).name[language]));
  const blank = rows.filter(({ isBlank }) => isBlank).length;
  const summary = [
    words.tally(proven, claimed.length),
    ...(open > 0 ? [words.tallyOpen(open)] : []),
    ...(blank > 0 ? [words.tallyBlank(blank)] : []),
  ];
  // The company as it is registered; what was filled in stands beside it.
  const party = t.verdict.party(applicant.name || company.trim(), ubn.trim());
  const minutes = [
    words.applicationResult(party),
    ...minutesOf(verdicts, { sample, receiptId: null }, visit, [...summary, ...notes]),
  ];
  return {
    party,
    registered:
      applicant.source !== 'filled-in' && applicant.name !== company.trim()
        ? words.registeredAs(applicant.name, words.paper.nameFrom[applicant.source])
        : null,
    day: verdicts[0]!.day,
    today: verdicts[0]!.today.day,
    status: status(claimed.length, proven, open),
    headline: summary[0]!.replace(/[。.]$/, '').replaceAll(' 項', '\u00a0項'),
    summary,
    rows,
    claimed,
    notes,
    minutes: minutes.join('\n'),
  };
}

/** What stands in the field: the number or 無 as typed, yes or no, or that it was left blank. */
function said({ claim, reason, verdict }: Verdict, words: Visit['t']['verify']): string {
  if (reason === 'field-blank') return words.blank;
  if (getScheme(claim.scheme).numberLabel !== null) return claim.number ?? '';
  return verdict === 'not-claimed' ? words.no : words.yes;
}

function status(claimed: number, proven: number, open: number): MarkKind {
  if (claimed === 0) return 'open';
  if (proven === claimed) return 'good';
  return proven + open === claimed ? 'unsure' : 'bad';
}
