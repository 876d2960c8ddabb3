import type { Widen } from '../page/widen.ts';
import type { certificatesZh } from './words.zh.ts';

/** Words of the page of a certificate in English; the same keys as `certificates.zh.ts`. */
export const certificatesEn: Widen<typeof certificatesZh> = {
  description: (scheme, number) =>
    `Whose ${scheme} certificate ${number} is, until when it runs, and whether it was valid on a given day.`,
  title: (scheme, number) => `${scheme} ${number}`,
  noNumber: 'no number',
  renewed: 'renewed',
  timeline: 'Timeline',
  numberValid: 'Number valid',
  today: 'Today',
  on: (day) => `on ${day}`,
  open: 'no end date',
  daysLeft: (days) => (days === 0 ? 'expires after today' : `expires in ${days === 1 ? '1 day' : `${days} days`}`),
  holder: 'Registered to',
  printedNumber: 'Number as listed',
  validity: 'Period of validity',
  items: 'Registered items',
  itemsNone: 'None on the list.',
  edition: (edition) => `Catalogue of ROC year ${edition}`,
  evidence: 'List',
  evidenceLink: 'open source',
  chooseDay: 'Status on a given day',
  chooseDayHint: 'For example 2026-07-01',
  chooseDayShow: 'Show',
  badDay: (found) => `“${found}” is not a date. Write 115/07/01 or 2026-07-01.`,
  backToday: 'Show today only',
  afterList: (seen) => `This day is after the newest list (${seen}).`,
  several: (n) => `${n} certificates share this number.`,
  noSuchScheme: (scheme) => `There is no registration “${scheme}”.`,
  notListedTitle: 'Not on the list',
  cannotCheckTitle: 'This number cannot be verified',
  noSuchSchemeTitle: 'No such registration',
  noSuchNumber: (scheme, number) => `“${number}” is not on the ${scheme} list. Check the number and the registration.`,
  cannotCheck: (number, why) => `Number “${number}” cannot be verified right now. ${why}`,
  verifyIt: 'Verify it against an applicant',
};
