import type { Widen } from '../page/widen.ts';
import type { homeZh } from './words.zh.ts';

export const homeEn: Widen<typeof homeZh> = {
  title: 'Search Taiwan’s register of AI service capability',
  lead: 'Look up what each service item officially covers, who is registered for it, and whether a certificate is valid on a given day.',
  searchLabel: 'Search items, providers, UBNs or certificate numbers',
  searchHint: 'For example 4.6.1, defect inspection, a provider’s name, a UBN or a certificate number',
  register: 'State of the register',
  registerLead: (providers, certificates, loaded, all) =>
    `${providers} providers, ${certificates} certificates; ${loaded === all ? `all ${all} lists` : `${loaded} of ${all} lists`} loaded.`,
  list: {
    fresh: 'Complete, recently updated',
    incomplete: 'Incomplete',
    stale: 'Out of date',
    notLoaded: 'Not loaded',
  },
  listColumn: 'List',
  certificatesColumn: 'Certificates',
  validColumn: 'Valid today',
  providersColumn: 'Providers',
  listSeen: (day, age) => (age === 0 ? `${day}, today` : `${day}, ${age === 1 ? '1 day' : `${age} days`} ago`),
  picture: 'Registered providers per service item',
  pictureHint: 'Each square is a service item with its number of providers. Darker means more. Select one for details.',
  pictureTable: 'Show the same as a table',
  stepNone: 'nobody',
  stepRange: (from, to) => `${from}–${to}`,
  stepFrom: (from) => `${from} or more`,
  tasks: 'Common tasks',
  taskVerify: 'Verify a certificate',
  taskVerifyText: 'Whether it is valid on the day of submission and today, and whose it is.',
  taskPrecheck: 'Check before you apply',
  taskPrecheckText:
    'For applicants: eligibility, bonus items and matching service items before you apply. This site stores nothing you enter.',
  taskSheet: 'Batch check',
  taskSheetText: 'For officers and reviewers: paste or upload a list; what needs attention comes first.',
  call: {
    left: (days) => (days === 0 ? 'Closes today' : days === 1 ? '1 day left' : `${days} days left`),
    until: (day) => `closes ${day}`,
    next: (category, day) => `Next review: ${category}, ${day} (provisional).`,
    nextYearUnknown: 'This site has no dates of a next year yet.',
    get: (months, most) => `${months} months of use once approved, up to ${most}.`,
    check: 'See whether you may apply',
    apply: 'Apply online',
    read: 'About the programme',
  },
  registerLists: 'Size and date of each list',
};
