import type { Widen } from '../page/widen.ts';
import type { demonstrationZh } from './words.zh.ts';

export const demonstrationEn: Widen<typeof demonstrationZh> = {
  banner: (day) => `Demonstration clock ${day}.`,
  bannerLink: 'Guide, clock',
  refused: 'The demonstration is available only on fictional data and from this computer.',
  noCompany: 'The sample list has no such company.',
  title: 'The whole programme in ten minutes',
  lead: 'Be the applicant and the operator, from card login to the published list. All data are fictional.',
  clockTitle: 'Demonstration clock',
  steps: {
    day: 'Forward one day',
    deadline: 'To an hour before the next deadline',
    review: 'To the next review morning',
  },
  nothingAhead: 'Nothing ahead',
  clockHint: 'The clock only goes forward, for the whole site.',
  walkTitle: 'The walk',
  walk: [
    {
      what: 'Log in',
      how: 'At the application desk, choose a sample company, log in with its card and confirm the company.',
    },
    {
      what: 'Fill in',
      how: 'Choose a category, read the notices and fill in the pages. The overview takes a saved draft.',
    },
    {
      what: 'Submit',
      how: 'Complete what is missing, accept the affidavit and submit. You get a number and a receipt.',
    },
    {
      what: 'Screen',
      how: 'At the operator desk, log in as “Sample officer 1”, open the application and start the eligibility check.',
    },
    {
      what: 'Request',
      how: 'Select “Request missing items”, say what is missing, set a deadline and send. “Notices” shows what the company is told.',
    },
    { what: 'Complete', how: 'Back at the application desk, complete the listed fields and send them.' },
    {
      what: 'Decide on eligibility',
      how: 'At the operator desk, check each condition, then accept or do not accept. “Sample officer 2” confirms a reopening.',
    },
    {
      what: 'Review',
      how: 'Under “Rounds”, assign the suggested reviewers and open the review. Log in as a reviewer, declare no conflict of interest and score. The first training round is complete: 60 applications, 12 reviewers.',
    },
    {
      what: 'Decide and publish',
      how: '“Sample chair 1” convenes the meeting and proposes decisions; “Sample chair 2” confirms. Only when two people publish does the company see its result.',
    },
    {
      what: 'Use and close',
      how: 'Under “Awards”, look at use by week and give notice where most weeks are unused. After the last day the company hands in its closing report.',
    },
    { what: 'Move time', how: 'Set the clock to a deadline or review day and see what changes.' },
  ],
  begin: 'To the application desk',
  beginStaff: 'To the operator desk',
  cardTitle: 'Demonstration card',
  cardLead: 'You need no card reader. The card signs and is checked like a real one.',
  company: 'Sample company',
  logIn: 'Log in with the demonstration card',
  insert: 'Put this card into the demonstration reader',
  inserted: (pin) => `The card is in the demonstration reader. Its PIN is ${pin}. Read the readers below and log in.`,
  withReader: (pin) =>
    `Log in directly on the login page, or put the card into the demonstration reader and enter the PIN ${pin}.`,
  withoutReader:
    'Log in directly on the login page. The port of the card component is in use here, so there is no demonstration reader.',
};
