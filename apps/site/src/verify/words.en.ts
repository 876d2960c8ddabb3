import type { Widen } from '../page/widen.ts';
import type { SheetProblem, SheetTally, VerifySubject, verifyZh } from './words.zh.ts';

/** What is wrong with a whole file begins with what was expected of it. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of the verification desk in English; the same keys as `verify.zh.ts`. */
export const verifyEn: Widen<typeof verifyZh> = {
  title: 'Verify a registration',
  lead: 'Whether a registration was valid on the day of submission and is today, who holds it, and why, in words for the minutes.',
  modes: 'Ways to verify',
  single: 'One number',
  application: 'One application',
  sheet: 'A whole sheet',
  scheme: 'Registration',
  schemeChoose: 'Choose',
  number: 'Certificate or pass number',
  numberHint:
    'As printed; width, blanks, hyphens and underscores do not matter. Information security has no number: give the UBN or name.',
  ubn: 'UBN of the applicant (統一編號)',
  ubnHint: 'Eight digits; used to compare the applicant with the holder',
  name: 'Name of the applicant',
  nameHint: 'Without a UBN, the full present, former or English name is compared',
  on: 'Day judged (submission)',
  onHint: 'For example 115/07/01 or 2026-07-01; blank means today',
  submit: 'Verify',
  busy: 'Verifying…',
  again: 'Verify another',
  next: 'Verify the next application',
  result: 'Result',
  onDay: 'Day judged',
  today: 'Today',
  sameBoth: 'The result is the same on the day judged and today.',
  judged: (day: string) => `Day judged: ${day}`,
  asked: ({ scheme, number, party }: VerifySubject) =>
    number
      ? `${scheme}, number ${number}, ${party ? `claimed by ${party}` : 'no claimant given'}. `
      : `The registration “${scheme}” of ${party}. `,
  judgedLead: (day: string, today: string) => (day === today ? `Judged today, ${day}.` : `Judged on ${day}.`),
  todayBeside: (today: string) => `The column “Today” is the state on ${today}.`,
  facts: 'The certificate',
  holder: 'Holder',
  claimant: 'Applicant',
  relation: 'Relation to the applicant',
  period: 'Valid',
  items: 'Items',
  evidence: 'Evidence',
  timeline: 'Timeline',
  cautions: 'Please note',
  others: 'Other certificates that fit',
  near: 'Near numbers',
  nearLabel: 'Near numbers: ',
  nearLead: 'A near number is never accepted by itself; if it was a slip, choose it to verify.',
  nearAsk: (number: string, scheme: string) => `Did you mean ${number} (${scheme})?`,
  list: 'Age of the list',
  minutes: 'Text for the minutes',
  minutesHint: 'Select and copy.',
  printHint: 'Print this page (Ctrl+P) for the file: the form and menu are left out.',
  errorsTitle: 'Some fields need correcting',
  errors: {
    schemeMissing: 'Choose a registration.',
    schemeUnknown: (found: string) => `There is no registration “${found}”; choose one from the list.`,
    nothingToCheck: 'Enter a number, or a UBN or name to see whether that firm is registered.',
    numberTooLong: (most: number) => `A number has at most ${most} characters; paste the number only.`,
    nameTooLong: (most: number) => `A name has at most ${most} characters.`,
    ubnShape: (found: string) => `A UBN is eight digits; found “${found}”.`,
    ubnChecksum: (found: string) => `The check digit of “${found}” does not fit; one digit may be a slip.`,
    ubnZero: '00000000 is never issued as a UBN.',
    day: (found: string) => `“${found}” is not a date we can read; write 115/07/01 or 2026-07-01.`,
    dayAmbiguous: (found: string) => `“${found}” could be ROC or AD and is ambiguous; write 115/07/01 or 2026-07-01.`,
    dayImpossible: (found: string) => `There is no day “${found}”; check the month and the day, as in 115/07/01.`,
    claimantMissing: 'Enter the company’s UBN or name, so that it can be compared with the holders.',
    nothingClaimed: 'All fields are blank; fill at least one, with 無 where there is none.',
  },
  applicationTitle: 'Verify one application',
  applicationLead: 'Paste the registration fields of the application at once; 無 or blank where there is none.',
  company: 'Applicant',
  fields: 'Registrations claimed',
  informationSecurityHint: 'The form asks yes or no, so this is checked by UBN or name',
  yes: 'Yes',
  no: 'No',
  blank: 'Left blank',
  applicationResult: (company: string) => `Six registrations of ${company || 'the applicant'}`,
  tally: (proven: number, claimed: number) =>
    claimed === 0
      ? 'The applicant claims no registration.'
      : `${claimed} claimed; ${proven} of them valid on the day judged and held by the applicant.`,
  tallyOpen: (n: number) => `${n} cannot be verified: neither valid nor invalid.`,
  tallyBlank: (n: number) =>
    `${n} field${n === 1 ? ' was' : 's were'} left blank (not 無), which claims nothing, as 無 does.`,
  heldNotClaimed: (scheme: string) =>
    `The register shows a valid registration “${scheme}” of the applicant that the application does not claim.`,
  pointsNone:
    'No points are published for bonus items; this shows what is claimed, proven and not proven, and no score.',
  claim: 'Claimed',
  sheetWords: {
    title: 'Verify a whole sheet',
    lead: 'Paste or upload up to 10,000 rows in your own columns, in any order; see the result by kind and download it with your columns.',
    file: 'Upload a file',
    fileHint: (megabytes: string) =>
      `CSV, TSV, XLSX or ODS up to ${megabytes} MB; the first sheet with rows is read, its first row is the header`,
    paste: 'Or paste a table',
    pasteHint: 'Copy a block from a spreadsheet; the first row must be the header',
    scheme: 'Registration',
    schemeHint: 'Used where the sheet has no column for it, or the cell is blank',
    schemeInSheet: 'As the sheet says',
    progress: {
      uploading: 'Uploading the sheet',
      checking: 'Uploaded; checking every row',
      cancel: 'Cancel',
      cancelled: 'Cancelled; there is no result. What you entered and the file you chose are still here.',
      failed:
        'The connection broke and no result came. What you entered and the file you chose are still here; check the connection and send it again.',
    },
    notStored: 'This site handles files in memory only and keeps none.',
    columnsTitle: 'Columns',
    columnsLead:
      'As recognised; if one is wrong, correct it and verify again. There is no need to upload the file again.',
    columns: {
      id: 'Case id',
      scheme: 'Registration',
      number: 'Certificate or pass number',
      ubn: 'UBN',
      name: 'Company name',
    },
    noColumn: '(no such column)',
    columnNo: (n: number) => `Column ${n}`,
    columnExample: (name: string, example: string) => `${name} (for example ${example})`,
    noNumber:
      'The sheet has no column of numbers: each row was verified by UBN or name, which says whether that firm is registered and compares no number. If there is such a column, choose it below.',
    again: 'Verify again with these columns',
    another: 'Verify another sheet',
    tally: ({ rows, valid, open, notAsked }: SheetTally) =>
      `${rows} row${rows === '1' ? '' : 's'}: ${valid} valid on the day judged${open === '0' ? '' : `, ${open} that cannot be verified (neither valid nor invalid)`}${notAsked === '0' ? '' : `, ${notAsked} not checked`}.`,
    rows: (n: string) => `${n} row${n === '1' ? '' : 's'}`,
    row: 'Row',
    reason: 'Reason',
    first: (shown: number, total: string) => `The first ${shown} of ${total} rows.`,
    showAll: (total: string) => `Show all ${total} rows`,
    range: (from: number, to: number, total: string) => `Rows ${from}–${to} of ${total}`,
    allKinds: 'Show every kind',
    downloadSafe: 'Download (for spreadsheets)',
    downloadExact: 'Download (exact data)',
    downloadHint:
      'Both are CSV files with your columns and rows in your order, followed by the result columns. The spreadsheet version puts an apostrophe before any cell that could run as a formula.',
    downloadName: 'verified',
    problems: (n: number) =>
      n === 1 ? 'One thing in the sheet needs attention' : `${n} things in the sheet need attention`,
    problemsMore: (n: number) => `And ${n} more; see the rows marked not-asked in the download.`,
    problem: (p: SheetProblem) =>
      sentence(
        `${p.count === 0 ? '' : `Row${p.count === 1 ? '' : 's'} ${p.rows}${p.all ? '' : ` and ${p.count - p.rows.split(', ').length} more`}`}${p.column === null ? '' : `${p.count === 0 ? '' : ', '}“${p.column}”`}${p.count === 0 && p.column === null ? '' : ': '}${p.found ? `found “${p.found}”, ` : ''}expected ${p.expected}; ${p.repair}.`,
      ),
    notAskedWord: 'Not checked',
    notAsked: 'The registration of this row is not recognised, so it was not verified; add it and verify again.',
    missing: 'Upload a file or paste a table.',
    both: 'Choose one: the file or the pasted table.',
    empty: 'The file has no rows: the first one must be the header, with at least one below it.',
    emptyPaste: 'What was pasted has no rows: the first one must be the header, with at least one below it.',
    tooLarge: (megabytes: string) =>
      `The file is larger than ${megabytes} MB and was not taken; split it and choose one part. Everything else you entered is still here.`,
    pasteTooLarge: (megabytes: string) =>
      `What was pasted is larger than ${megabytes} MB and was not taken; paste it in parts or upload a file, and enter registration and day again.`,
    malformed: 'The upload was interrupted and nothing was received; choose the file and send it again.',
    unreadablePaste: 'What was pasted could not be read in time; paste it in parts, or save it as CSV and upload it.',
    unreadable: 'The file could not be read in time and may be damaged; save it as CSV and try again.',
    carriedBroken: 'The table that came back with the page is incomplete; upload or paste it again.',
    busyReader: 'Many sheets are being read just now; please send it again in a moment. Nothing of it was kept.',
  },
};
