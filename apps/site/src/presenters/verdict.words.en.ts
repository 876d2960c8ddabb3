import type { Widen } from '../page/widen.ts';
import type { verdictZh } from './verdict.words.zh.ts';

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
    'not-found': 'Not on the list',
    'not-claimed': 'Not claimed',
    unverifiable: 'Cannot be verified',
  },
  notYetGranted: 'Not yet registered',
  reasons: {
    'within-period': (f) =>
      `${f.certificate} was valid on ${f.day}. It is registered to ${f.claimant ? 'the applicant, ' : ''}${f.holder}. Period of validity: ${f.period}.`,
    'before-first-day': (f) =>
      `${f.certificate} was not yet valid on ${f.day}: it starts on ${f.since}. It is registered to ${f.holder}.`,
    'after-last-day': (f) =>
      `${f.certificate} was not valid on ${f.day}: it expired after ${f.since}. It was registered to ${f.holder}.`,
    'between-terms': (f) =>
      `${f.certificate} was not valid on ${f.day}: one period ended on ${f.since} and the next had not begun. It is registered to ${f.holder}.`,
    'listed-as-expired': (f) =>
      `${f.certificate} was not valid on ${f.day}: ${f.since ? `it expired with effect from ${f.since}` : 'the list shows it as expired and gives no date'}. It was registered to ${f.holder}.`,
    'suspended-since': (f) =>
      `${f.certificate} was not valid on ${f.day}: ${f.since ? `suspended from ${f.since}` : 'the list shows it as suspended and gives no date'}. It is registered to ${f.holder}.`,
    'revoked-since': (f) =>
      `${f.certificate} was not valid on ${f.day}: ${f.since ? `it was revoked with effect from ${f.since}` : 'the list shows it as revoked and gives no date'}. It was registered to ${f.holder}.`,
    'listed-as-revoked': (f) =>
      `${f.certificate}: the list of ${f.seenOn} shows it as revoked and gives no date. It was registered to ${f.holder}.`,
    'first-day-unknown': (f) =>
      `The list gives only the day on which ${f.certificate} was revoked. Its status on ${f.day} cannot be verified. It was registered to ${f.holder}.`,
    'gone-from-list': (f) =>
      `${f.certificate} was on an earlier list but not on newer ones. No valid registration was found for ${f.day}. It was registered to ${f.holder}.`,
    'suspension-day-unknown': (f) =>
      `${f.certificate} was later listed as suspended without a date. Its status on ${f.day} cannot be verified. It is registered to ${f.holder}.`,
    'revocation-day-unknown': (f) =>
      `${f.certificate} was later listed as revoked without a date. Its status on ${f.day} cannot be verified. It was registered to ${f.holder}.`,
    'reinstatement-day-unknown': (f) =>
      `${f.certificate} was later reinstated without a date. Its status on ${f.day} cannot be verified. It is registered to ${f.holder}.`,
    'expiry-day-unknown': (f) =>
      `${f.certificate} was later listed as expired without a date. Its status on ${f.day} cannot be verified. It was registered to ${f.holder}.`,
    'gone-day-unknown': (f) =>
      `${f.certificate} was later no longer listed. Its status on ${f.day} cannot be verified. It was registered to ${f.holder}.`,
    'holder-unrelated': (f) =>
      `${f.certificate} is registered to ${f.holder}, not to the applicant (${f.claimant}). The list shows no link between them. The applicant can send evidence of a name change, merger or branch; the lead agency decides.`,
    'holder-related': (f) =>
      `${f.certificate} is registered to ${f.holder}. The applicant (${f.claimant}) ${f.relation}. The lead agency decides whether it counts.`,
    'claimant-unknown': (f) =>
      f.holder === ''
        ? `${f.scheme}: the applicant (${f.claimant}) cannot be verified. It may still be registered.`
        : `${f.certificate} is registered to ${f.holder}. The applicant’s UBN (${f.claimant}) cannot be read. Needs a manual check.`,
    'holder-name-unsure': (f) =>
      `${f.certificate} is registered to ${f.holder}. The applicant’s name (${f.claimant}) is similar but not the same. Needs a manual check.`,
    'claimant-not-given': (f) =>
      `${f.certificate} was valid on ${f.day}. It is registered to ${f.holder}. No applicant was entered, so ownership was not checked.`,
    'not-yet-granted': (f) => `${f.scheme}: the field says “${f.number}”: not yet registered.`,
    'several-numbers': (f) =>
      `${f.scheme}: the field says “${f.number}”. It has two or more numbers and needs a manual check.`,
    'number-elsewhere': (f) =>
      `${f.scheme}: the field says “${f.number}”. It points to another place and needs a manual check.`,
    'number-not-given': (f) => `${f.scheme}: the field says “${f.number}” without a number and needs a manual check.`,
    'number-rounded': (f) =>
      `${f.scheme}: the field says “${f.number}”. A spreadsheet has rounded the number; it needs a manual check.`,
    'number-unreadable': (f) =>
      `${f.scheme}: the field says “${f.number}”. It cannot be read as one number and needs a manual check.`,
    'list-without-numbers': (f) =>
      `The ${f.scheme} list of ${f.seenOn} prints no number for this company, so “${f.number}” cannot be verified.`,
    'field-says-none': (f) => `${f.scheme}: not claimed (field: “${f.number}”).`,
    'field-blank': (f) =>
      `${f.scheme}: not claimed (field left blank).${f.hasNumbers ? '' : ' It has no numbers; a field that says “yes” claims it.'}`,
    'nothing-to-check-by': (f) => `${f.scheme}: cannot be verified, because no number, UBN or name was entered.`,
    'number-not-in-list': (f) => `“${f.number}” is not on the ${f.scheme} list of ${f.seenOn}.`,
    'holder-not-in-list': (f) => `The applicant (${f.claimant}) is not on the ${f.scheme} list of ${f.seenOn}.`,
    'list-not-loaded': (f) =>
      `There is no ${f.scheme} list here, so it cannot be verified. It may still be registered.`,
    'list-incomplete': (f) =>
      `The ${f.scheme} list of ${f.seenOn} is incomplete. Not finding it does not mean it is not registered.`,
    'list-stale': (f) =>
      `The ${f.scheme} list of ${f.seenOn} is ${f.ageDays} days old. If it is not found, check the latest list.`,
  },
  cautions: {
    'ubn-contradicts-name': 'The name matches, but the UBN does not. Check both.',
    'name-differs': 'The UBN matches, but the name differs from the list. The company may have changed its name.',
    'name-abbreviated':
      'The name leaves out the business type or country and otherwise matches; it counts as the same company. Check it.',
    'name-misspelt':
      'One character of similar shape or sound differs from the registered name; it counts as mistyped. Check it.',
    'name-unsure': 'The name is similar to the registered one but not the same. Needs a manual check.',
    'names-a-branch':
      'This is a branch of the registered provider; the registration belongs to the head office. Check who applies.',
    'note-set-aside': 'The text beside the number was not used. Check it.',
    'note-contradicts-list': 'The text beside the number differs from the list. Check it.',
    'claimed-period-differs': 'The period entered differs from the list.',
    'number-read-plainly': 'The number was found without the words “年”, “字第” and “號”.',
    'number-not-checked': 'This registration is checked by company; the number entered was not compared.',
    'claimant-ubn-padded': 'Leading zeros were restored to the applicant’s UBN. Check it.',
    'claimant-ubn-invalid': 'The UBN entered does not have 8 digits.',
    'claimant-ubn-checksum': 'Check the UBN: one digit may be mistyped.',
    'extension-mark-differs': 'The number is the same, but the mark 展延 (extended) differs from the list.',
    'several-certificates':
      'More than one certificate matches; all are shown, and the result is that of the most favourable.',
    'another-certificate-today':
      'Today’s result comes from another certificate (such as the renewed one); all are shown.',
    'near-numbers-not-all-searched':
      'A batch check looks for numbers one character apart. For more, check this number alone.',
    'number-shape-unusual':
      'Known numbers of this registration look different. It may be mistyped or belong in another field.',
    'list-stale': 'The list here is out of date and does not show later changes. Check the latest list.',
    'day-after-list': 'The reference date is after the list, so later changes do not show here.',
  },
  relations: {
    same: 'is the registered provider',
    'former-name': 'is a former name of the registered provider',
    'branch-of': 'is a branch of the registered provider',
    'head-office-of': 'is the head office of the registered provider',
    'successor-of': 'is the successor of the registered provider',
    'predecessor-of': 'is the predecessor of the registered provider',
    unrelated: 'no link to the registered provider on the list',
    unknown: 'link to the registered provider not checked',
  },
  near: {
    'other-scheme': 'the same number in another registration',
    swapped: 'two neighbours swapped',
    'one-edit': 'one character apart',
    'two-edits': 'two characters apart',
    'written-alike': 'similar characters, or leading zeros left out',
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
    'gone-from-list': 'No longer listed',
    'back-on-list': 'Back on the list',
  },
  eventOn: (day: string) => day,
  eventBetween: (after: string, by: string) => `after ${after}, no later than ${by} (no day printed)`,
  eventBy: (by: string) => `no later than ${by} (no day printed)`,
  lines: (asked) => (asked ? 'solid line: today; broken line: reference date' : 'line: today'),
  added: (codes: string) => `added ${codes}`,
  removed: (codes: string) => `removed ${codes}`,
  certificate: (scheme: string, number: string) => (number ? `${scheme} (registration number ${number})` : scheme),
  party: (name: string, ubn: string) => (name && ubn ? `${name} (UBN ${ubn})` : name || `UBN ${ubn}`),
  claimant: (name: string, ubn: string) => (name && ubn ? `${name}, UBN ${ubn}` : name || `UBN ${ubn}`),
  period: (from: string, until: string) => `from ${from} to ${until}`,
  openPeriod: (from: string) => `from ${from}, listed as without end`,
  list: {
    notLoaded: (scheme: string) => `The ${scheme} list is not loaded.`,
    age: (scheme: string, seenOn: string, days: number) =>
      days === 0
        ? `${scheme} list of ${seenOn}, taken today.`
        : `${scheme} list of ${seenOn}, ${days} day${days === 1 ? '' : 's'} old.`,
    stale: 'The list is out of date. If a number is not found, check the latest list.',
    incomplete: 'The list is incomplete. Not finding a number does not mean it is not registered.',
    source: (name: string) => `Source: ${name}`,
  },
};
