import type { Widen } from '../page/widen.ts';
import type { precheckZh } from './words.zh.ts';

/** Words of the pre-check for applicants in English; the same keys as `precheck.zh.ts`. */
export const precheckEn: Widen<typeof precheckZh> = {
  title: 'Pre-check for applicants',
  lead: 'See eligibility, round, models, bonus items and the service items of your project before you apply. Fill in what you have; the result names what is missing and where to find it.',
  notStored:
    'What you type is used for the result page only: this site does not store it, log it or send it to any other site.',
  unofficial: 'The result helps you prepare; eligibility and awards are decided by the organiser.',
  groups: {
    plan: 'The application',
    company: 'The company',
    declare: 'Declarations',
    project: 'The project',
    models: 'Models',
    bonus: 'Bonus items',
  },
  category: 'Category',
  on: 'Planned day of submission',
  onHint: 'For example 115/07/01 or 2026-07-01; blank means now',
  need: {
    label: 'Estimated need',
    hint: (units) => `${units}; leave blank if not known`,
    unitOf: {
      'gpu-hour': (category) => `${category}: GPU hours`,
      token: (category) => `${category}: tokens`,
    },
  },
  ubn: 'UBN (統一編號)',
  ubnHint: (day: string) =>
    `Eight digits; looked up in the tax register of ${day}, so that industry codes and organisation may stay blank`,
  ubnHintUnloaded: 'Eight digits; no tax register is loaded here, so please fill in the fields below',
  name: 'Company name',
  industryCodes: 'Industry codes of the tax register',
  industryCodesHint: 'Six digits each, up to four, separated by spaces or commas; for example 620111, 631100',
  organisationType: 'Kind of organisation',
  organisationUnknown: 'Not known (or as in the tax register)',
  headOffice: 'UBN of the head office',
  headOfficeHint: 'Enter 無 if there is none; leave blank if not known',
  approvedOn: 'Day of approved establishment in the company register',
  approvedOnHint:
    'For example 112/05/20 or 2023-05-20; matters for priority only; it is not the date in the tax register',
  prcInvestment: 'Is there PRC investment?',
  breach: (years) => `A major breach of a government project in the last ${years} years?`,
  violation: (years) =>
    `A serious breach of environment, labour, food safety or disability law in the last ${years} years?`,
  yes: 'Yes',
  no: 'No',
  had: 'Yes',
  none: 'No',
  unsure: 'Not confirmed yet',
  eventOn: 'Date of the most recent one (if yes)',
  topic: 'Project topic',
  text: 'Project description',
  textHint: (most: string) =>
    `Paste the importance, scenario and the like; it is matched to service items, up to ${most} characters`,
  modelName: 'A-1 Model to upload',
  baseModel: 'A-4 Base model',
  baseModelHint: 'If the uploaded model was tuned or distilled from another, name that one',
  models: 'Other models used',
  modelsHint: 'One per line, for example Gemma 4 31B',
  bonusHint: 'Leave blank or enter 無 where there is none',
  submit: 'Run the pre-check',
  busy: 'Checking…',
  edit: 'Change and check again',
  resultTitle: 'Result of the pre-check',
  judged: (category: string, day: string) => `${category}, judged as submitted on ${day}`,
  headline: {
    met: (met: number) => `All ${met} conditions of eligibility are met.`,
    'not-met': (notMet: number, met: number, unknown: number) =>
      `${notMet} condition${notMet === 1 ? '' : 's'} not met, ${met} met${unknown > 0 ? `, ${unknown} to be confirmed` : ''}.`,
    unknown: (met: number, unknown: number) =>
      `${met} condition${met === 1 ? '' : 's'} met, ${unknown} to be confirmed; none has failed so far.`,
    'not-in-force': (met: number, notMet: number, unknown: number) =>
      `Applications are not accepted on this day. If they were: ${met} met, ${notMet} not met, ${unknown} to be confirmed.`,
  },
  missingTitle: 'What is missing and where to find it, the easiest first',
  missingFrom: {
    'tax-register': 'Tax register (Ministry of Finance website, one look-up by UBN)',
    'business-register': 'Company register (Ministry of Economic Affairs website)',
    applicant: 'For the company itself to confirm',
  },
  missingOnlyPriority: 'matters for priority only',
  todo: 'What can be done',
  conditions: (n) => `The ${n} conditions`,
  condition: (letter: string) => `Condition ${letter}`,
  accepted: (classes: string) => `One of them in: ${classes}.`,
  evidence: 'Based on: ',
  evidenceSource: (source: string) => ` (${source})`,
  typed: 'as typed',
  taxRegisteredOn: 'Date of the tax register',
  taxRegisteredOnHint:
    'For example 112/05/20 or 2023-05-20; it is not the date of establishment in the company register',
  seenOn: (source: string, day: string) => `${source}, of ${day}`,
  codeRead: {
    'tax-code': 'industry code',
    class: 'industry class',
    'business-item': 'business item of the company register, another system',
    ambiguous: 'not six plain digits, its class is not certain',
    unreadable: 'cannot be read',
  },
  values: { true: 'yes', false: 'no', null: 'none' },
  taxFound: (name: string, day: string) => `Looked up in the tax register of ${day}: ${name}.`,
  taxNotFound: (day: string) => `The tax register of ${day} does not hold this UBN; judged by what was typed.`,
  taxNotLoaded:
    'No tax register is loaded here, so this is judged by what was typed; please compare with the Ministry of Finance website.',
  asTyped: (outcome: string) => `As typed: ${outcome}`,
  typedNotRegistered: (headline: string) =>
    `${headline} What was typed differs from the tax register, which the review goes by.`,
  taxDiffers: (facts: string) =>
    `What was typed differs from the tax register: ${facts}. This page uses what was typed; the review goes by the tax register, so please compare.`,
  priority: 'Priority',
  round: 'Round',
  level: 'Level and computing',
  levelLead: 'Reviewers decide the level; this is what each would give in this category.',
  needFits: (amount: string, level: string) => `For ${amount} the smallest level is ${level}.`,
  needTooLarge: (amount: string, points: string) =>
    `${amount} is more than the highest level gives (${points} points).`,
  modelsCount: (n: number) => (n === 1 ? '1 model' : `${n} models`),
  modelsTitle: 'Origin of the models',
  modelsNone: 'No model was named, so none was checked.',
  items: 'Service items of the project',
  itemsDecision: {
    matched: 'Going by its words, the project needs these service items most.',
    unsure: 'The project may concern these service items, but its words do not settle it; please read for yourself.',
    none: 'The words do not show which service item the project needs; add what the system does, with which data, for whom.',
    'no-text': 'No project text was given, so no items were matched.',
  },
  score: 'Match',
  words: 'Words that matched: ',
  held: 'registered by the applicant',
  notHeld: 'not registered by the applicant',
  inText: 'In your text',
  textTruncated: 'The text is longer than what is read; the rest was not matched.',
  caution: {
    requirement: (term: string) => `You write “${term}”; compare this requirement of the item:`,
    exclusion: (term: string) => `You write “${term}”; compare what this item does not cover:`,
  },
  bonus: 'Bonus items',
  bonusLead: 'No points are published; this shows what is claimed, proven and not proven.',
  bonusTally: (claimed: number, proven: number, notProven: number, open: number) =>
    claimed === 0
      ? 'No bonus item is claimed.'
      : `${claimed} claimed: ${proven} proven${notProven > 0 ? `, ${notProven} not proven` : ''}${open > 0 ? `, ${open} that cannot be checked yet` : ''}.`,
  wouldProve: 'What would prove it: ',
  partners: 'Registered partners',
  partnersLead: (items: string) =>
    `Items the project needs and the applicant is not registered for: ${items}. These providers have a valid registration for some of them on the reference date.`,
  partnersNone: 'No provider is validly registered for these items at present.',
  partnersNoGap: 'The applicant is registered for every item the project needs.',
  ownItems: (items: string) => `The applicant’s own valid registration covers ${items}.`,
  covers: (percent: number) => `covers ${percent} % of the gap`,
  next: 'Next',
  nextForm: 'See every field of the form and its rule',
  nextNotices: 'Read the notices and rules of use in full',
  nextVerify: 'Verify the registration numbers',
  nextSite: 'Apply on the official site (business certificate card needed)',
  errors: {
    category: 'Choose a category.',
    categoryUnknown: (found, known) => `There is no category “${found}”; there are ${known}.`,
    codes: (found: string) => `Too long or too many industry codes; up to four of six digits. Found “${found}”.`,
    headOffice: (found: string) => `The head office number is eight digits, or 無; found “${found}”.`,
    eventWithoutAnswer: (day: string) =>
      `The day “${day}” is given, and the answer is no: answer yes, or take the day out.`,
    answer: (found: string) => `The answer “${found}” is not known.`,
    organisation: (found: string) => `The kind of organisation “${found}” is not in the list.`,
    tooLong: (most: string, found: string) =>
      `At most ${most} characters, found ${found}; please shorten it. What you typed is kept below.`,
    models: (most: number) => `At most ${most} models, each name up to 300 characters.`,
    need: (found: string) => `“${found}” is not a number; enter a number of 0 or more, for example 1,500.`,
    partyForClaims:
      'A registration is claimed: enter the UBN or company name, so that it can be compared with the holder.',
  },
};
