import type { Widen } from '../page/widen.ts';
import type { rulesZh } from './rules.words.zh.ts';

/** Words for every code of the programme's rules in English; the same keys as `rules.zh.ts`. */
export const rulesEn: Widen<typeof rulesZh> = {
  outcomes: { met: 'Met', 'not-met': 'Not met', unknown: 'To be confirmed', 'not-in-force': 'Applications closed' },
  reasons: {
    'code-in-class': (f) => `The tax registration codes (${f.codes}) include ${f.classes}. Met.`,
    'no-code-in-class': (f) => `The tax registration codes (${f.codes}) do not include ${f.classes}. Not met.`,
    'codes-missing': () => 'Add the industry codes of tax registration.',
    'only-business-item-codes': (f) =>
      `${f.codes} is from business registration. Enter the 6-digit code from tax registration.`,
    'codes-unclear': (f) => `Some of the codes (${f.codes}) cannot be read. Enter 6 digits as in tax registration.`,
    'form-accepted': (f) => `The business type is “${f.form}”. Met.`,
    'form-refused': (f) =>
      `The business type is “${f.form}”, not a sole proprietorship, partnership, limited partnership or company. Not met.`,
    'form-is-branch': (f) => `The business type is “${f.form}”, a branch office. Not met.`,
    'form-not-recognised': (f) =>
      `To be confirmed whether “${f.form}” is a sole proprietorship, partnership, limited partnership or company.`,
    'form-missing': () => 'Add the business type.',
    'no-branch': () => 'The business type is not a branch, and there is no head office UBN. Met.',
    'branch-by-form': (f) => `The business type is “${f.form}”, a branch office. Not met.`,
    'branch-by-head-office': (f) => `Tax registration names a head office, UBN ${f.headOffice}: a branch. Not met.`,
    'branch-facts-missing': () => 'Add the business type and the head office UBN.',
    'none-declared': (f) => `The applicant answered that there was no ${f.subject} in the last ${f.years} years.`,
    'event-before-the-years': (f) =>
      `The latest ${f.subject} was on ${f.event}, more than ${f.years} years before ${f.on}. Met.`,
    'event-within-the-years': (f) =>
      `The latest ${f.subject} was on ${f.event}, within ${f.years} years before ${f.on}. Not met. Without another one it is met from ${f.metFrom}.`,
    'event-undated': (f) =>
      `The applicant answered that there was a ${f.subject} and gave no date; it counts as within ${f.years} years for now. Not met. Add the date and check again.`,
    'event-missing': (f) => `Say whether there was a ${f.subject} in the last ${f.years} years.`,
    'declared-free': () => 'The applicant answered that it has no PRC investment.',
    'declared-invested': () => 'The applicant answered that it has PRC investment. Not met.',
    'investment-missing': () => 'Say whether there is PRC investment.',
    'on-or-after-cut-off': (f) =>
      `Approved establishment date in business registration: ${f.date}, on or after ${f.cutOff}. Priority status.`,
    'before-cut-off': (f) =>
      `Approved establishment date in business registration: ${f.date}, before ${f.cutOff}. No priority status; this does not affect eligibility.`,
    'date-missing': () => 'Add the approved establishment date in business registration.',
    'only-the-other-date': (f) =>
      `Only the start date in tax registration is known, ${f.otherDate}. Add the approved establishment date in business registration, which priority depends on.`,
    'rule-not-in-force': (f) => `This condition does not apply on ${f.on}.`,
  },
  cautions: {
    'class-needs-check':
      'Met by class 6699 alone, which also covers clearing houses, card services and agencies. Needs a manual check that it is third-party payment.',
    'class-not-from-register':
      'This uses the class entered, not a code of tax registration. The review goes by tax registration.',
    'business-item-codes-ignored': 'Business items of business registration (a letter and six digits) were not used.',
    'unreadable-codes-ignored': 'Codes among them that cannot be read were not used.',
    'event-on-boundary-day': 'The day is exactly so many years ago and counts as within them.',
    'suspension-not-asked':
      'The years are over; if a suspension followed and still runs, the declaration cannot be signed. Check it.',
    'tax-date-not-used': 'The start date in tax registration is not used for priority.',
    'form-says-little':
      'The business type is 其他 (other), which factories use too. Only the head office UBN shows whether it is a branch.',
    'date-in-the-future': 'The date is after the reference date. Check it.',
  },
  subjects: {
    governmentProjectBreach: 'major breach of a government project',
    seriousLawViolation: 'serious breach of environment, labour, food safety or disability law',
  },
  steps: {
    'supply-facts': (f) => `Add what is missing: ${f.facts}.`,
    'register-industry': (f) =>
      `If the company really does business in ${f.classes}, have that item added to its tax registration first, then apply.`,
    'apply-as-head-office': (f) => `Let the head office${f.headOffice ? ` (UBN ${f.headOffice})` : ''} apply.`,
    'use-accepted-form': (f) => `Only these may apply: ${f.accepted}.`,
    'wait-until': (f) =>
      f.beforeClose
        ? `Without another event it is met from ${f.day}, still within the application period.`
        : `Without another event it is met from ${f.day}, after this year’s application period.`,
    'date-the-event': () =>
      'Find out the date of the latest event. If it is more than three years ago, enter it and check again.',
    'no-step-known': () => 'The guide gives no other way. If in doubt, ask the programme operator.',
    'outside-window': (f) =>
      `Applications are taken from ${f.from} at the earliest until ${f.until}. The results below are for preparation only.`,
  },
  round: {
    open: (name: string, day: string) => `Joins ${name}. Provisional review date: ${day}.`,
    next: (name: string, day: string) => `The round after that is ${name}, provisionally reviewed on ${day}.`,
    last: 'This is the last round.',
    closed: (moment: string) => `Applications closed on ${moment}, Taipei time.`,
    notOpen: (day: string) => `Not open yet; not before ${day}.`,
    cautions: {
      'review-date-provisional': 'Review dates are provisional and may be changed by the lead agency.',
      'closing-minute':
        'This is inside the closing minute; the guide prints no second, so the programme operator’s record decides.',
      'submitted-on-review-day': 'Submitted on the day of review; whether it still joins that round is not said.',
      'opening-day-unknown': 'The day of announcement is not printed; this is before the site is known to have opened.',
    },
  },
  models: {
    answers: { listed: 'On the programme’s list', forbidden: 'Not allowed', 'ask-organiser': 'Ask the lead agency' },
    reasons: {
      'in-programme-list': (f) =>
        `“${f.name}” is “${f.listed}” of the programme’s list${f.base ? ` (from ${f.base})` : ''} and can be chosen.`,
      'chinese-publisher': (f) =>
        `“${f.name}” is published by an organisation from China or PRC-funded (${f.known}). The rules of use do not allow it.`,
      'chinese-family': (f) =>
        `“${f.name}” belongs to a model family from China or PRC-funded (${f.known}). The rules of use do not allow it.`,
      'chinese-base': (f) =>
        `The base or teacher of “${f.name}” is from China or PRC-funded (${f.known}). The rules of use do not allow it.`,
      'mixed-origin': (f) =>
        `“${f.name}” involves different origins (${f.known}); the lead agency decides whether it can be used.`,
      'component-of-chinese-origin': (f) =>
        `“${f.name}” is a part of a system and from China or PRC-funded (${f.known}); the lead agency decides whether it can be used.`,
      'listed-though-stated-otherwise': (f) =>
        `“${f.name}” names “${f.listed}” of the programme’s list, which decides; what is stated beside it is from China or PRC-funded (${f.known}). Check that the same model is meant.`,
      'base-listed': (f) =>
        `The base of “${f.name}” is on the programme’s list; the model made from it is not. Ask the lead agency first.`,
      'known-but-not-listed': (f) =>
        `“${f.name}” is not on the Compute Platform’s model list. Its source, ${f.known || 'a known organisation'}, is not a PRC organisation. Ask the lead agency first.`,
      'unknown-model': (f) =>
        `The origin of “${f.name}” is to be confirmed. Find out its base model and ask the lead agency.`,
    },
    origins: { CN: 'China' },
  },
  bonus: {
    states: {
      'not-claimed': 'Not claimed',
      proven: 'Confirmed',
      'not-proven': 'Not confirmed',
      'cannot-check': 'Needs manual check or cannot be verified',
    },
    reasons: {
      'nothing-claimed': 'Blank or 無.',
      'link-reachable': 'The link opens.',
      'link-dead': 'The link does not open. Under the guide such a link earns no bonus.',
      'link-not-tried': 'This site does not open links. Check that anybody can download it without logging in.',
      'link-not-a-url': 'The entry is not a web address.',
      'link-not-http': 'The address does not begin with http or https.',
      'link-wrong-host': 'The address is not on the platform this item names.',
      'link-names-nothing':
        'The address leads to the platform or a profile only, not to a published data set or model.',
      published: 'Published on the platform named.',
      promised: 'Publication after the period of use is promised; it is checked then.',
      'promise-not-kept':
        'The period of use has ended and no publication was found. The guide puts unpublished items on the watch list.',
      'certificate-valid': 'The registration was valid on the reference date and is the applicant’s.',
      'certificate-not-yet-valid': 'The registration was not yet valid on the reference date.',
      'certificate-expired': 'The registration was not valid on the reference date: it had expired before.',
      'certificate-suspended': 'The registration was not valid on the reference date: it was suspended.',
      'certificate-revoked': 'The registration was revoked on the reference date.',
      'certificate-of-another-holder': 'The number is registered to another company.',
      'certificate-holder-not-compared': 'The number is valid. No applicant was entered, so ownership was not checked.',
      'certificate-not-found': 'This registration is not on the list.',
      'register-cannot-tell': 'Cannot be verified with the list loaded here.',
      'no-verdict': 'Not verified yet.',
      'entry-too-long': 'The entry is too long to be read.',
    },
    proofs: {
      'working-link': 'Give a link to the file that anybody can open.',
      'link-on-named-platform': 'Give an address on the platform named.',
      'publication-after-use': 'Publish at the address given after the period of use.',
      'number-valid-on-the-day': 'Give a number valid on the day of submission (for example the renewed one).',
      'number-as-printed-on-the-certificate': 'Check the number against the certificate.',
      'evidence-of-holder': 'Show evidence of a change of name, a merger or a branch.',
      'applicant-named': 'Give the UBN or the name of the applicant.',
      'current-register': 'Verify again with the newest list, or on the Administration’s website.',
      'certificate-copy': 'Have a copy of the certificate ready.',
    },
    notes: {
      'held-not-claimed': 'The list shows a valid registration of yours. You can add it before you submit.',
      'owed-after-use': 'To be published after the period of use. The guide puts unpublished items on the watch list.',
      'watch-list': 'The guide puts unpublished items on the watch list.',
    },
  },
  partners: {
    'holds-items': (items: string) => `registered for ${items}`,
    'same-city': (city: string) => `also in ${city}`,
    'other-registrations': (schemes: string) => `other registrations: ${schemes}`,
    'valid-until': (day: string) => `valid until ${day}`,
  },
  fields: {
    required: 'Required.',
    'required-or-none': 'Required; 無 when there is none.',
    'required-or-zero': 'Required; 0 when there is none.',
    'not-text': 'Must be text.',
    'too-long': 'Too long.',
    'control-characters': 'Has control characters that cannot be shown.',
    'not-a-number': 'Must be a number.',
    'not-whole': 'Must be a whole number.',
    negative: 'Must not be negative.',
    'too-large': 'The number is too large; check its unit.',
    'ubn-format': 'Enter an 8-digit UBN.',
    'ubn-checksum': 'Check the UBN: one digit may be mistyped.',
    'date-format': 'Enter a date that exists.',
    'phone-format': 'Area code-number#extension, for example 02-12345678#123.',
    'mobile-format': 'A mobile number has ten digits and begins with 09.',
    'email-format': 'Not an e-mail address.',
    'url-format': 'Not an http or https address.',
    'url-host': 'The address is not on the platform this item names.',
    'pixels-format': 'Length x width, for example 1920x1080; 0 when there is none.',
    'choose-at-least-one': 'Choose at least one.',
    'choose-one': 'Choose one.',
    'unknown-choice': 'Not one of the choices.',
    'duplicate-choice': 'Chosen twice.',
    'exclusive-choice': '“Not needed” or “none of these” cannot be chosen with others.',
    'other-needs-text': 'When “other” is chosen, say what.',
    'must-accept': 'Must be accepted.',
    'wrong-category': 'The category does not match the form.',
    'category-frozen': 'The category cannot be changed after submission.',
    'unknown-field': 'The form has no such field.',
    'not-an-object': 'The application is not in the expected format.',
  },
};
