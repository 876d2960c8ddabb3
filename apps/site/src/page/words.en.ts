import { aboutEn } from '../about/words.en.ts';
import { apiEn } from '../api/words.en.ts';
import { applyEn } from '../apply/words.en.ts';
import { catalogueEn } from '../catalogue/words.en.ts';
import { certificatesEn } from '../certificates/words.en.ts';
import { demonstrationEn } from '../demonstration/words.en.ts';
import { deskEn } from '../desk/words.en.ts';
import { homeEn } from '../home/words.en.ts';
import { rulesEn } from '../precheck/rules.words.en.ts';
import { precheckEn } from '../precheck/words.en.ts';
import { verdictEn } from '../presenters/verdict.words.en.ts';
import { problemsEn } from '../problems/words.en.ts';
import { programmeEn } from '../programme/words.en.ts';
import { providersEn } from '../providers/words.en.ts';
import { receiptsEn } from '../receipts/words.en.ts';
import { resultsEn } from '../results/words.en.ts';
import { searchEn } from '../search/words.en.ts';
import { staffEn } from '../staff/words.en.ts';
import { statisticsEn } from '../statistics/words.en.ts';
import { verifyEn } from '../verify/words.en.ts';
import type { Messages } from './words.zh.ts';

/** Every word of the interface in English; the same keys as `zh.ts`. */
export const en: Messages = {
  site: {
    name: 'AI Service Capability Register',
    skip: 'Skip to main content',
    menu: 'Main menu',
    menuShort: 'Menu',
    language: '中文',
    sampleLabel: 'Sample data',
    sample: 'Sample data: fictional companies and certificates. Rely on no result.',
    sampleBut: 'Service items and programme rules are real.',
    copyLabel: 'Static copy',
    copy: (day: string) => `Static copy of ${day}. Later changes are not in it; search and forms are off.`,
    lateLabel: 'Time of the data',
    late: (when: string) =>
      `The database cannot be reached. What follows was last confirmed on ${when}; later changes are not in it.`,
    footerAbout: 'Not an official site. Service items as announced by the Administration for Digital Industries.',
    printed: (when: string) => `Printed ${when}`,
    unofficial: 'unofficial translation',
    browserKeeps: 'On a shared computer, use a private window.',
    feed: 'Changes to the register (Atom feed)',
  },
  nav: {
    catalogue: 'Catalogue',
    providers: 'Providers',
    verify: 'Verify',
    precheck: 'Pre-check',
    programme: 'Compute Platform',
    about: 'About',
    api: 'API',
  },
  words: {
    search: 'Search',
    show: 'Show',
    all: 'All',
    none: 'None',
    unknown: 'Unknown',
    source: 'Source',
    edition: 'Edition',
    english: 'English',
    ubn: 'UBN (統一編號)',
    city: 'City',
    scheme: 'Registration',
    number: 'Number',
    state: 'Status',
    of: (part: number | string, whole: number | string) => `${part} of ${whole}`,
    people: (n: number) => (n === 1 ? '1 provider' : `${n} providers`),
    previous: 'Previous',
    next: 'Next',
    back: 'Back',
    to: ' – ',
  },
  home: homeEn,
  catalogue: catalogueEn,
  providers: providersEn,
  search: searchEn,
  certificates: certificatesEn,
  programme: programmeEn,
  results: resultsEn,
  api: apiEn,
  problems: problemsEn,
  about: aboutEn,
  rules: rulesEn,
  precheck: precheckEn,
  verdict: verdictEn,
  receipts: receiptsEn,
  verify: verifyEn,
  desk: deskEn,
  apply: applyEn,
  demonstration: demonstrationEn,
  staff: staffEn,
  statistics: statisticsEn,
  errors: {
    notFoundTitle: 'Page not found',
    notFound: (path: string) => `There is no page at “${path}”.`,
    noSuchCodeTitle: 'No such code',
    noSuchCode: (code: string) => `The catalogue has no code “${code}”.`,
    nearest: 'Did you mean:',
    tooMany: (seconds) => `Try again in ${seconds} seconds.`,
    later: 'Try again shortly.',
    retry: 'Try again',
    typed: 'What you entered was not saved. Use your browser’s Back button to get it back.',
    deskRead: 'This page cannot be shown right now. No case data was changed.',
    deskPosted: 'It is not certain that this was completed. Check the case before you try again.',
    brokenTitle: 'The site cannot answer right now',
    broken: 'This request was not completed. This does not mean there is no record.',
    unreadable: 'Start again from a page of this site.',
    toDesk: (place) => `Go to ${place}`,
    tell: 'If it keeps happening, contact the site team and quote this number: ',
    requestId: 'Request number',
    titled: (title: string) => `Error: ${title}`,
    badRequestTitle: 'This request cannot be processed',
    noPageNumber: (found) =>
      `“${found}” is not a page number. Pages are numbered from 1: use the links below the list.`,
    unknownParameter: (name: string) => `There is no parameter “${name}”. Use the form on the page.`,
    badCursor: (found) => `before must be the number of a change, for example 120. You entered “${found}”.`,
    repeatedParameter: (name: string) => `The parameter “${name}” is repeated. Keep only one.`,
    home: 'Go to the home page',
  },
};
