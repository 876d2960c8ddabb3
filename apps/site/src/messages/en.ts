import { aboutEn } from './about.en.ts';
import { apiEn } from './api.en.ts';
import { certificatesEn } from './certificates.en.ts';
import { precheckEn } from './precheck.en.ts';
import { problemsEn } from './problems.en.ts';
import { programmeEn } from './programme.en.ts';
import { providersEn } from './providers.en.ts';
import { rulesEn } from './rules.en.ts';
import { verdictEn } from './verdict.en.ts';
import { verifyEn } from './verify.en.ts';
import type { Messages } from './zh.ts';

/** Every word of the interface in English; the same keys as `zh.ts`. */
export const en: Messages = {
  site: {
    name: 'AI Service Capability Register',
    brand: 'aipower',
    skip: 'Skip to main content',
    menu: 'Main menu',
    language: '中文',
    sampleLabel: 'Sample data',
    sample:
      'You are looking at fictional sample data: no provider, certificate or number here is real, and no decision may rest on it.',
    footerAbout:
      'This is not an official site. Titles and definitions of the service items reproduce the announcement of the Administration for Digital Industries word for word; everything else was written for this project.',
    printed: (when: string) => `Printed ${when}`,
    unofficial: 'unofficial translation',
    browserKeeps:
      'Your browser keeps the result page for a while, for its Back button; on a shared computer use a private window, and close every window when you are done.',
    feed: 'Changes to the register (Atom feed)',
  },
  nav: {
    home: 'Home',
    catalogue: 'Catalogue',
    providers: 'Providers',
    verify: 'Verify',
    precheck: 'Pre-check',
    programme: 'Programme',
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
    code: 'Code',
    name: 'Name',
    english: 'English',
    ubn: 'UBN (統一編號)',
    city: 'City',
    scheme: 'Registration',
    number: 'Number',
    state: 'State',
    period: 'Valid',
    providers: 'Providers',
    items: 'Items',
    certificates: 'Certificates',
    of: (part: number | string, whole: number | string) => `${part} of ${whole}`,
    people: (n: number) => (n === 1 ? '1 provider' : `${n} providers`),
    previous: 'Previous',
    next: 'Next',
    back: 'Back',
    download: 'Download',
    print: 'Print',
    today: 'today',
    on: (day: string) => `on ${day}`,
  },
  home: {
    title: 'Search Taiwan’s register of AI service capability',
    lead: 'Look up what each service item officially covers, who is registered for it, and whether a certificate is valid on a given day.',
    searchLabel: 'Search items, providers, UBNs or certificate numbers',
    searchHint: 'For example 4.6.1, defect inspection, a provider’s name, a UBN or a certificate number',
    register: 'State of the register',
    registerLead: (providers, certificates, loaded) =>
      `${providers} providers, ${certificates} certificates; ${loaded === 6 ? 'all six lists are' : loaded === 1 ? 'one of the six lists is' : `${loaded} of the six lists are`} loaded.`,
    list: {
      fresh: 'Complete and current',
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
    pictureHint:
      'Each cell is one service item with the number of its providers; the stronger the colour, the more. Choose a cell to read its definition and see its providers.',
    pictureTable: 'Show the same as a table',
    pictureScale: 'few → many',
    tasks: 'Common tasks',
    taskVerify: 'Verify a certificate',
    taskVerifyText: 'One number, the six fields of an application, or a whole sheet.',
    taskPrecheck: 'Check before you apply',
    taskPrecheckText:
      'See eligibility, bonus items and matching service items before filing. This site stores nothing you enter.',
    taskBrowse: 'Browse the catalogue',
    taskBrowseText: '4 tiers, 23 groups, 87 items, each with its official definition.',
  },
  catalogue: {
    title: 'Catalogue of service items',
    lead: 'The service items of the AI Technology Service Provider registration as announced by the Administration for Digital Industries for ROC year 112 (2023): 4 tiers, 23 groups, 87 items.',
    definition: 'Definition (official Chinese)',
    definitionEnglish: 'Definition in English',
    requirement: 'requirement',
    exclusion: 'exclusion',
    requirements: 'A provider must',
    exclusions: 'Not counted',
    legend: 'Marks',
    neighbours: 'Easily confused with',
    registered: 'Registered providers',
    registeredNone: 'No provider is registered for this item at present.',
    registeredAll: (n: number) => `See the list (${n})`,
    within: 'Part of',
    permanent: 'Permanent address',
    kind: { tier: 'tier', group: 'group', item: 'item' },
    itemsIn: (n: number) => (n === 1 ? '1 item' : `${n} items`),
    previous: 'Previous item',
    next: 'Next item',
  },
  providers: providersEn,
  certificates: certificatesEn,
  programme: programmeEn,
  api: apiEn,
  problems: problemsEn,
  about: aboutEn,
  rules: rulesEn,
  precheck: precheckEn,
  verdict: verdictEn,
  verify: verifyEn,
  errors: {
    notFoundTitle: 'Page not found',
    notFound: (path: string) =>
      `There is no page at “${path}”. Search from the home page, or check that the address is complete.`,
    noSuchCodeTitle: 'No such code',
    noSuchCode: (code: string) => `The catalogue has no code “${code}”.`,
    nearest: 'Did you mean:',
    brokenTitle: 'The site cannot answer right now',
    broken: 'This request was not completed; that does not mean that nothing was found. Please try again shortly.',
    tell: 'If it keeps happening, give this number to whoever runs this site: ',
    requestId: 'Request number',
    titled: (title: string) => `Error: ${title}`,
    badRequestTitle: 'The address or the content is not right',
    unknownParameter: (name: string) =>
      `This page does not know the parameter “${name}”. Check the address, or ask again with the form on the page.`,
    repeatedParameter: (name: string) =>
      `The parameter “${name}” is there more than once, so it is not clear which one counts.`,
    home: 'Go to the home page',
  },
};
