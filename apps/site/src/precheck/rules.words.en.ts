import type { Widen } from '../page/widen.ts';
import type { rulesZh } from './rules.words.zh.ts';

/** Words for every code of the programme's rules in English; the same keys as `rules.zh.ts`. */
export const rulesEn: Widen<typeof rulesZh> = {
  outcomes: { met: 'Met', 'not-met': 'Not met', unknown: 'To be confirmed', 'not-in-force': 'Outside the window' },
  reasons: {
    'code-in-class': (f) =>
      `Among the tax register codes ${f.codes} at least one belongs to ${f.classes}: the industry condition is met.`,
    'no-code-in-class': (f) =>
      `None of the tax register codes ${f.codes} belongs to ${f.classes}: the industry condition is not met.`,
    'codes-missing': () =>
      'The industry codes of the tax register are not given yet, so the industry cannot be judged.',
    'only-business-item-codes': (f) =>
      `Given: ${f.codes}. That is how the company register writes business items, a different system from the tax register’s industry codes, so the industry cannot be judged; give the six-digit codes of the tax register.`,
    'codes-unclear': (f) =>
      `Among the codes ${f.codes} there are some that cannot be read for certain, so the industry cannot be judged; give the six digits of the tax register.`,
    'form-accepted': (f) => `The kind of organisation is “${f.form}”, which may apply.`,
    'form-refused': (f) =>
      `The kind of organisation is “${f.form}”, which is not a sole proprietorship, partnership, limited partnership or company: not met.`,
    'form-is-branch': (f) => `The kind of organisation is “${f.form}”, a branch office: not met.`,
    'form-not-recognised': (f) =>
      `The kind of organisation “${f.form}” is not one of the known names, so it cannot be judged.`,
    'form-missing': () => 'The kind of organisation is not given yet, so it cannot be judged.',
    'no-branch': () =>
      'The kind of organisation is not a branch and there is no head office number, so this is not a branch.',
    'branch-by-form': (f) => `The kind of organisation is “${f.form}”, a branch office: not met.`,
    'branch-by-head-office': (f) =>
      `The tax register names a head office, UBN ${f.headOffice}: it is a branch and does not meet this.`,
    'branch-facts-missing': () =>
      'The kind of organisation or the head office number is not given yet, so it cannot be judged whether this is a branch.',
    'none-declared': (f) => `The applicant declares no ${f.subject} in the last ${f.years} years.`,
    'event-before-the-years': (f) =>
      `The latest ${f.subject} was on ${f.event}, more than ${f.years} years before ${f.on}: met.`,
    'event-within-the-years': (f) =>
      `The latest ${f.subject} was on ${f.event}, within ${f.years} years before ${f.on}: not met. Without another one it is met from ${f.metFrom}.`,
    'event-undated': (f) => `There was a ${f.subject} without a day; it counts as within ${f.years} years: not met.`,
    'event-missing': (f) =>
      `Whether there was a ${f.subject} in the last ${f.years} years is not stated yet, so it cannot be judged.`,
    'declared-free': () => 'The applicant declares that it has no PRC investment.',
    'declared-invested': () => 'The applicant has PRC investment: not met.',
    'investment-missing': () => 'Whether there is PRC investment is not stated yet, so it cannot be judged.',
    'on-or-after-cut-off': (f) =>
      `The company register approved its establishment on ${f.date}, on or after ${f.cutOff}: it has priority.`,
    'before-cut-off': (f) =>
      `The company register approved its establishment on ${f.date}, before ${f.cutOff}: no priority (eligibility is not affected).`,
    'date-missing': () =>
      'The day of approved establishment in the company register is not given yet, so priority cannot be judged.',
    'only-the-other-date': (f) =>
      `Only the tax register’s date is known, ${f.otherDate}; priority depends on the company register alone, so it cannot be judged.`,
    'rule-not-in-force': (f) => `This condition does not apply on ${f.on}.`,
  },
  cautions: {
    'class-needs-check':
      'Met by class 6699 alone, which also holds clearing houses, card services and agencies: a person should confirm that it is third-party payment.',
    'class-not-from-register':
      'This rests on a class named in a form, not on a code of the tax register, which decides.',
    'business-item-codes-ignored':
      'Business items of the company register (a letter and six digits) among them were not used.',
    'unreadable-codes-ignored': 'Codes among them that cannot be read were not used.',
    'event-on-boundary-day': 'The day is exactly so many years ago and counts as within them.',
    'suspension-not-asked':
      'The years are over; if a suspension followed and still runs, the declaration cannot be signed. Please check.',
    'tax-date-not-used': 'The date of the tax register is not used for priority.',
    'form-says-little':
      'The kind is 其他 (other), which factories use too; only the head office number tells whether it is a branch.',
    'date-in-the-future': 'The date is after the reference date; please check it.',
  },
  subjects: {
    governmentProjectBreach: 'major breach of a government project',
    seriousLawViolation: 'serious breach of environment, labour, food safety or disability law',
  },
  steps: {
    'supply-facts': (f) => `Supply what is missing: ${f.facts}.`,
    'register-industry': (f) =>
      `If the firm really does business in ${f.classes}, have that item added in the tax register first, then apply.`,
    'apply-as-head-office': (f) => `Let the head office${f.headOffice ? ` (UBN ${f.headOffice})` : ''} apply.`,
    'use-accepted-form': (f) => `Only these may apply: ${f.accepted}.`,
    'wait-until': (f) =>
      f.beforeClose
        ? `Without another event it is met from ${f.day}, still inside the window.`
        : `Without another event it is met from ${f.day}, which is after this year’s window.`,
    'date-the-event': () =>
      'Find out the day of the latest event; if it is more than three years ago, the day settles it.',
    'no-step-known': () => 'The guide gives no other way; if in doubt, ask the programme operator.',
    'outside-window': (f) =>
      `This year’s applications are taken from the announcement (no day is printed; ${f.from} at the earliest) until ${f.until}, not on this day. What follows only helps you prepare.`,
  },
  round: {
    open: (name: string, day: string, days: number) =>
      `Submitted then, it joins ${name}, to be reviewed provisionally on ${day}, ${days} day${days === 1 ? '' : 's'} later.`,
    next: (name: string, day: string) => `The round after that is ${name}, provisionally reviewed on ${day}.`,
    last: 'This is the last round.',
    closed: (moment: string) => `Applications were accepted until ${moment}, Taipei time.`,
    notOpen: (day: string) => `Not open yet; not before ${day}.`,
    cautions: {
      'review-date-provisional': 'Review dates are provisional and may be changed by the organiser.',
      'closing-minute':
        'This is inside the closing minute; the guide prints no second, so the programme operator’s record decides.',
      'submitted-on-review-day': 'Submitted on the day of review; whether it still joins that round is not said.',
      'opening-day-unknown': 'The day of announcement is not printed; this is before the site is known to have opened.',
    },
  },
  models: {
    answers: { listed: 'On the programme’s list', forbidden: 'Not allowed', 'ask-organiser': 'Ask the organiser' },
    reasons: {
      'in-programme-list': (f) =>
        `“${f.name}” is “${f.listed}” of the programme’s list${f.base ? ` (from ${f.base})` : ''} and may be chosen.`,
      'chinese-publisher': (f) =>
        `“${f.name}” is published by an organisation of Chinese origin or capital (${f.known}); the rules of use forbid it.`,
      'chinese-family': (f) =>
        `“${f.name}” belongs to a model family of Chinese origin or capital (${f.known}); the rules of use forbid it.`,
      'chinese-base': (f) =>
        `The base or teacher of “${f.name}” is of Chinese origin or capital (${f.known}); the rules of use forbid it.`,
      'mixed-origin': (f) =>
        `“${f.name}” involves different origins (${f.known}); the organiser has to say whether it may be used.`,
      'component-of-chinese-origin': (f) =>
        `“${f.name}” is a part of a system and of Chinese origin or capital (${f.known}); the organiser has to say whether it may be used.`,
      'listed-though-stated-otherwise': (f) =>
        `“${f.name}” names “${f.listed}” of the programme’s list, which decides; what is stated beside it is of Chinese origin or capital (${f.known}). Please check that one and the same model is meant.`,
      'base-listed': (f) =>
        `The base of “${f.name}” is on the programme’s list; the model made of it is not, so ask the organiser first.`,
      'known-but-not-listed': (f) =>
        `“${f.name}” comes from ${f.known || 'a known organisation'}, which is not Chinese, but is not on the programme’s list; ask the organiser first.`,
      'unknown-model': (f) => `The origin of “${f.name}” is not known; find out its base model and ask the organiser.`,
    },
    origins: { CN: 'China' },
  },
  bonus: {
    states: {
      'not-claimed': 'Not claimed',
      proven: 'Proven',
      'not-proven': 'Not proven',
      'cannot-check': 'Cannot be checked yet',
    },
    reasons: {
      'nothing-claimed': 'Not claimed (blank or 無).',
      'link-reachable': 'The link opens.',
      'link-dead': 'The link does not open; by the rules it earns nothing.',
      'link-not-tried':
        'A link is given; this site does not open it. Make sure that anybody can download it without logging in.',
      'link-not-a-url': 'The entry is not a web address.',
      'link-not-http': 'The address does not begin with http or https.',
      'link-wrong-host': 'The address is not on the platform this item names.',
      'link-names-nothing':
        'The address leads to the platform or a profile only, not to a published data set or model.',
      published: 'Published on the platform named.',
      promised: 'Publication after the period of use is promised; it cannot be checked before.',
      'promise-not-kept':
        'The period of use is over and nothing is published; by the rules this goes on the watch list.',
      'certificate-valid': 'The registration was valid on the reference date and is the applicant’s.',
      'certificate-not-yet-valid': 'The registration was not yet valid on the reference date.',
      'certificate-expired': 'The registration had expired on the reference date.',
      'certificate-suspended': 'The registration was suspended on the reference date.',
      'certificate-revoked': 'The registration was revoked on the reference date.',
      'certificate-of-another-holder': 'The number belongs to another holder.',
      'certificate-holder-not-compared': 'The number is valid, but no applicant was named to compare its holder with.',
      'certificate-not-found': 'The list does not hold this registration.',
      'register-cannot-tell': 'The list loaded here cannot decide it.',
      'no-verdict': 'Not verified yet.',
      'entry-too-long': 'The entry is too long to be read.',
    },
    proofs: {
      'working-link': 'Give a link to the file that anybody can open.',
      'link-on-named-platform': 'Give an address on the platform named.',
      'publication-after-use': 'Publish at the address given after the period of use.',
      'number-valid-on-the-day': 'Give a number valid on the day of submission (for example the extended one).',
      'number-as-printed-on-the-certificate': 'Compare the number with the certificate.',
      'evidence-of-holder': 'Show evidence of a change of name, a merger or a branch.',
      'applicant-named': 'Give the UBN or the name of the applicant.',
      'current-register': 'Verify again with the newest list, or on the Administration’s website.',
      'certificate-copy': 'Have a copy of the certificate ready.',
    },
    notes: {
      'held-not-claimed':
        'The register shows a valid registration that is not claimed; it can be added before submission.',
      'owed-after-use': 'To be published after the period of use; who does not goes on the watch list.',
      'watch-list': 'By the rules this goes on the watch list.',
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
    'control-characters': 'Holds control characters that cannot be shown.',
    'not-a-number': 'Must be a number.',
    'not-whole': 'Must be a whole number.',
    negative: 'Must not be negative.',
    'too-large': 'The number is too large; check its unit.',
    'ubn-format': 'A UBN is eight digits.',
    'ubn-checksum': 'The check digit of the UBN does not fit; please compare.',
    'date-format': 'Must be a day that exists.',
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
    'wrong-category': 'The category does not fit the form.',
    'category-frozen': 'The category cannot be changed after submission.',
    'unknown-field': 'The form has no such field.',
    'not-an-object': 'The application has the wrong shape.',
  },
};
