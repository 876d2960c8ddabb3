import type { Widen } from '../page/widen.ts';
import type { verdictZh } from './verdict.words.zh.ts';

const since = (day: string, none: string) => (day ? `since ${day}` : none);

/** The words for every verdict, reason and caution in English; the same keys as `verdict.zh.ts`. */
export const verdictEn: Widen<typeof verdictZh> = {
  words: {
    valid: 'Valid',
    'not-yet-valid': 'Not yet valid',
    expired: 'Expired',
    suspended: 'Suspended',
    revoked: 'Revoked',
    'holder-mismatch': 'Registered to another company',
    'holder-unchecked': 'Number valid, applicant not checked',
    'needs-a-person': 'Needs manual check',
    'not-found': 'Not found',
    'not-claimed': 'Not claimed',
    unverifiable: 'Cannot be verified',
  },
  reasons: {
    'within-period': (f) =>
      `${f.certificate} was valid on ${f.day}. It is registered to ${f.claimant ? 'the applicant, ' : ''}${f.holder}. Period of validity: ${f.period}.`,
    'before-first-day': (f) =>
      `${f.certificate} was not yet valid on ${f.day}: it begins on ${f.since} and is held by ${f.holder}.`,
    'after-last-day': (f) =>
      `${f.certificate} had expired on ${f.day}: its last valid day was ${f.since}; held by ${f.holder}.`,
    'between-terms': (f) =>
      `${f.certificate} was between two terms on ${f.day}: the earlier ended on ${f.since}, the next had not begun; held by ${f.holder}.`,
    'listed-as-expired': (f) =>
      `${f.certificate} was listed as expired on ${f.day} (${since(f.since, 'the list prints no day')}); held by ${f.holder}.`,
    'suspended-since': (f) =>
      `${f.certificate} was suspended on ${f.day} (${since(f.since, 'the list prints no first day')}); held by ${f.holder}.`,
    'revoked-since': (f) =>
      `${f.certificate} was revoked on ${f.day} (${since(f.since, 'the list prints no day')}); held by ${f.holder}.`,
    'listed-as-revoked': (f) =>
      `${f.certificate}: the list of ${f.seenOn} shows it as revoked and gives no date. It was registered to ${f.holder}.`,
    'first-day-unknown': (f) =>
      `The list gives only the day on which ${f.certificate} was revoked. Its status on ${f.day} cannot be verified. It was registered to ${f.holder}.`,
    'gone-from-list': (f) =>
      `${f.certificate} was once held by ${f.holder} but is gone from newer lists, so no valid registration was found for ${f.day}.`,
    'suspension-day-unknown': (f) =>
      `${f.certificate} was later listed as suspended without a day; the list cannot tell whether it already was on ${f.day}. Held by ${f.holder}.`,
    'revocation-day-unknown': (f) =>
      `${f.certificate} was later listed as revoked without a day; the list cannot tell whether it already was on ${f.day}. Held by ${f.holder}.`,
    'reinstatement-day-unknown': (f) =>
      `${f.certificate} was later reinstated without a day; the list cannot tell whether it already was on ${f.day}. Held by ${f.holder}.`,
    'expiry-day-unknown': (f) =>
      `${f.certificate} was later listed as expired without a day; the list cannot tell whether it already had on ${f.day}. Held by ${f.holder}.`,
    'gone-day-unknown': (f) =>
      `${f.certificate} later disappeared from the list; whether it was still there on ${f.day} cannot be told. Held by ${f.holder}.`,
    'holder-unrelated': (f) =>
      `${f.certificate} is registered to ${f.holder}, not to the applicant (${f.claimant}). The list shows no link between them. The applicant can send evidence of a name change, merger or branch; the lead agency decides.`,
    'holder-is-kin': (f) =>
      `${f.certificate} is registered to ${f.holder}. The applicant (${f.claimant}) ${f.relation}. The lead agency decides whether it counts.`,
    'claimant-unknown': (f) =>
      `${f.certificate} is held by ${f.holder}; the applicant’s UBN (${f.claimant}) cannot be read, so it cannot be told whether they are the same.`,
    'holder-name-unsure': (f) =>
      `${f.certificate} is held by ${f.holder}; the applicant’s name (${f.claimant}) is near it and not the same. A person has to say whether they are one company.`,
    'claimant-not-given': (f) =>
      `${f.certificate} was valid on ${f.day}. It is registered to ${f.holder}. No applicant was entered, so ownership was not checked.`,
    'not-yet-granted': (f) => `${f.scheme}: the field says “${f.number}”: not yet registered.`,
    'several-numbers': (f) =>
      `${f.scheme}: the field says “${f.number}”. It holds two or more numbers and needs a manual check.`,
    'number-elsewhere': (f) =>
      `${f.scheme}: the field says “${f.number}”. It points to another place and needs a manual check.`,
    'number-not-given': (f) => `${f.scheme}: the field says “${f.number}” without a number and needs a manual check.`,
    'number-rounded': (f) =>
      `${f.scheme}: the field says “${f.number}”. A spreadsheet has rounded the number; it needs a manual check.`,
    'number-unreadable': (f) =>
      `${f.scheme}: the field says “${f.number}”. It cannot be read as one number and needs a manual check.`,
    'list-without-numbers': (f) =>
      `The list “${f.scheme}” of ${f.seenOn} prints no number for this company, so “${f.number}” cannot be verified.`,
    'field-says-none': (f) => `The applicant claims no registration “${f.scheme}” (the field says “${f.number}”).`,
    'field-blank': (f) =>
      `The applicant claims no registration “${f.scheme}” (the field was left blank).${f.hasNumbers ? '' : ' It has no numbers; a field that says “yes” claims it.'}`,
    'nothing-to-check-by': (f) => `“${f.scheme}” could not be verified: no number, UBN or name was given to check by.`,
    'number-not-in-list': (f) => `The list “${f.scheme}” of ${f.seenOn} does not hold the number “${f.number}”.`,
    'holder-not-in-list': (f) => `The list “${f.scheme}” of ${f.seenOn} does not hold the applicant (${f.claimant}).`,
    'list-not-loaded': (f) =>
      `“${f.scheme}” could not be verified: its list is not loaded here. That does not make the registration invalid.`,
    'list-incomplete': (f) =>
      `The list “${f.scheme}” loaded here (of ${f.seenOn}) is incomplete, so that not finding it there decides nothing. That does not make the registration invalid.`,
    'list-stale': (f) =>
      `The list “${f.scheme}” loaded here is of ${f.seenOn}, ${f.ageDays} days old and out of date; not finding it there decides nothing. Verify with the newest list.`,
  },
  cautions: {
    'ubn-contradicts-name':
      'The company name given is the holder’s, but the UBN is another; check whether one of them is a slip.',
    'name-differs':
      'The UBN is the holder’s, but the name is none of its known present, former or English names; it may have been renamed, please compare.',
    'name-abbreviated':
      'The name leaves out the form of organisation or the country and is otherwise the holder’s; it counts as the same company. Please compare.',
    'name-misspelt':
      'The name differs from the holder’s by one character of like shape or sound; it counts as a slip. Please compare.',
    'name-unsure': 'The name is near the holder’s and not the same; a person has to say whether they are one company.',
    'names-a-branch':
      'The name is that of a branch of the holder; the registration belongs to the head office. Please make sure who applies.',
    'note-set-aside': 'What stood beside the number was set aside; please compare it.',
    'note-contradicts-list': 'The words beside the number contradict the list; please compare.',
    'claimed-period-differs': 'The period given is not that of the list.',
    'number-read-plainly': 'The number was found without the words “年”, “字第” and “號”.',
    'number-not-checked': 'This registration is checked by company; the number given was not compared.',
    'claimant-ubn-padded': 'Zeros were put back before the applicant’s UBN; please compare.',
    'claimant-ubn-invalid': 'The UBN given is not eight digits.',
    'claimant-ubn-checksum': 'The check digit of the UBN given does not fit; please compare.',
    'extension-mark-differs': 'The number is the same, but the mark 展延 (extended) differs from the list.',
    'several-certificates':
      'More than one certificate fits; all are shown, and the verdict is that of the most favourable.',
    'another-certificate-today':
      'The answer for today is that of another certificate (such as the renewed one) than the one that answers for the day judged; all are shown.',
    'near-numbers-not-all-searched':
      'Numbers two characters apart were not looked for, as this check had too many unknown numbers; no suggestion does not mean that there is none. Verify it alone.',
    'number-shape-unusual':
      'Numbers of this registration have been seen to look different; it may be a slip or belong to another field.',
    'list-stale':
      'The list loaded here is out of date; what changed since does not show here. Verify with the newest list.',
    'day-after-list': 'The day judged is after the list; what changed since does not show here.',
  },
  relations: {
    same: 'is the holder',
    'former-name': 'is a former name of the holder',
    'branch-of': 'is a branch of the holder',
    'head-office-of': 'is the head office of the holder',
    'successor-of': 'is the successor of the holder',
    'predecessor-of': 'is the predecessor of the holder',
    unrelated: 'has no known relation to the holder',
    unknown: 'stands in no known relation to the holder',
  },
  near: {
    'other-scheme': 'the same number in another registration',
    swapped: 'two neighbours swapped',
    'one-edit': 'one character apart',
    'two-edits': 'two characters apart',
    'in-cell': 'a number in the field',
    'held-by-claimant': 'registered to the applicant',
  },
  events: {
    registered: 'Registered',
    renewed: 'Renewed',
    'period-changed': 'Period changed',
    'scope-changed': 'Items changed',
    suspended: 'Suspended',
    reinstated: 'Reinstated',
    revoked: 'Revoked',
    expired: 'Last valid day',
    'gone-from-list': 'Gone from the list',
    'back-on-list': 'Back on the list',
  },
  eventOn: (day: string) => day,
  eventBetween: (after: string, by: string) => `after ${after}, no later than ${by} (no day printed)`,
  eventBy: (by: string) => `no later than ${by} (no day printed)`,
  added: (codes: string) => `added ${codes}`,
  removed: (codes: string) => `removed ${codes}`,
  certificate: (scheme: string, number: string) =>
    number ? `Registration “${scheme}” no. “${number}”` : `Registration “${scheme}”`,
  party: (name: string, ubn: string) => (name && ubn ? `${name} (UBN ${ubn})` : name || `UBN ${ubn}`),
  claimant: (name: string, ubn: string) => (name && ubn ? `${name}, UBN ${ubn}` : name || `UBN ${ubn}`),
  period: (from: string, until: string) => `from ${from} to ${until}`,
  openPeriod: (from: string) => `from ${from}, listed as without end`,
  list: {
    notLoaded: (scheme: string) => `The list “${scheme}” is not loaded.`,
    age: (scheme: string, seenOn: string, days: number) =>
      days === 0
        ? `List “${scheme}”: of ${seenOn}, taken today.`
        : `List “${scheme}”: of ${seenOn}, ${days} day${days === 1 ? '' : 's'} old.`,
    stale: 'The list is out of date: what is found can still be judged, what is not found cannot.',
    incomplete: 'The list is incomplete: what is not found cannot be judged.',
    source: (name: string) => `Source: ${name}`,
  },
};
