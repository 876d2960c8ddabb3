import type { Widen } from '../page/widen.ts';
import type { aboutZh } from './words.zh.ts';

/** Words of the page about the data in English; the same keys as `about.zh.ts`. */
export const aboutEn: Widen<typeof aboutZh> = {
  title: 'About the data',
  lead: 'Where the data come from, how old they are, what is missing, how answers are reached, and how to report an error.',
  lists: 'The lists',
  listsLead:
    'Each registration has a list of its own. While a list is not loaded, incomplete or out of date, what is not found in it is “cannot be verified”, never “invalid”.',
  numbers: 'Number format',
  numbersKnown: { no: 'not published, not guessed', partly: 'partly known, used as a hint only' },
  source: 'Source of the list',
  sourceNone: 'not loaded',
  revision: (n: number) => `Revision ${n} of the register; every import keeps the earlier states.`,
  tax: 'Tax register',
  taxLoaded: (rows: string, day: string) => `The national business (tax) register is loaded: ${rows} rows of ${day}.`,
  taxNone:
    'The national business (tax) register is not loaded; the pre-check asks you for industry codes and organisation.',
  documents: 'Documents',
  document: 'Document',
  issuer: 'Issued by',
  place: 'What is used from it',
  catalogueText:
    'Titles and definitions of the 87 service items, word for word; the English is this project’s translation',
  programmeText:
    'Dates, weights, points, conditions, forms, bonus items, model lists and notices, each with its line in the source',
  schemesText: 'Names of the registrations and what their numbers are called',
  verdicts: 'What the results mean',
  verdictMeanings: {
    valid:
      'The reference date lies in the period (first and last day included), and it is registered to the applicant.',
    'not-yet-valid': 'The period has not begun.',
    expired: 'The period is over; the last day itself is still valid.',
    suspended: 'The list says suspended, and the suspension covered the reference date.',
    revoked: 'The list says revoked, and the revocation was in force on the reference date.',
    'holder-mismatch': 'The number exists, and it is registered to another company.',
    'holder-unchecked': 'The number is valid. No applicant was entered, so ownership was not checked.',
    'needs-a-person': 'The field cannot be read as one number, or a related company is registered: a person decides.',
    'not-found': 'The list is complete and up to date, and the registration is not on it.',
    'not-claimed': 'The field is blank or says 無.',
    unverifiable: 'The list is not loaded, incomplete or out of date, or prints no exact day. It may still be valid.',
  },
  gaps: 'Limits of the data',
  gapLines: [
    'No public list of registered AI technology service providers is known; the register has an importer for lists an authority provides.',
    'The full text of the registration directions (terms, renewal, revocation) could not be obtained, so last days come from the lists and are never computed.',
    'The number formats of data economy, AI, information service and information security are not published; no number is rejected for its format.',
    'A list is a snapshot of one day: what changed between two lists is only known to lie between them, unless a day is printed.',
    'No points are published for bonus items, nor is the day of announcement; neither is guessed.',
    'Links given by applicants are not opened, and no other site is asked.',
  ],
  misprints: 'Likely misprints in the source',
  misprintsCount: (n: number) => (n === 1 ? '1 likely misprint' : `${n} likely misprints`),
  misprintsLead: 'These words of the guide are kept as printed.',
  printed: 'Printed',
  meant: 'Probably',
  meantUnknown: 'Not clear',
  line: 'Line',
  models: 'Origin of models',
  modelsText:
    'Publishers and families of open models as the publishers themselves state (June 2026); the programme’s own list takes precedence.',
  privacy: 'What you type',
  privacyText: 'No login, no cookie. What you upload or type is used only for your result. It is not stored or logged.',
  api: 'Using the data',
  apiText: 'Everything on these pages is available through the API and as full dumps.',
  licence: 'Licence',
  licenceText:
    'The code is under the MIT licence. Service items and guide are official documents; the English, keywords and examples are this project’s and under the same licence as the code.',
  report: 'Reporting an error',
  reportText:
    'If data or an answer is wrong, tell the operator of this site, giving the permanent address of the page, the reference date and your source (a certificate or an official list). Errors in a list itself are for the registering authority; the correction appears here once the corrected list is imported.',
  reportContact: 'Contact: ',
};
