import type { Widen } from '../../page/widen.ts';
import type { SheetProblem, SheetTally, sheetZh } from './words.zh.ts';

/** What is wrong with a whole file begins with what was expected of it. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const some = (n: string, words: string) => (n === '0' ? '' : `, ${n} ${words}`);

/** Words of a sheet in English; the same keys as `words.zh.ts`. */
export const sheetEn: Widen<typeof sheetZh> = {
  title: 'Batch check',
  lead: 'One application or one certificate per row, up to 10,000 rows, columns in any order.',
  file: 'Upload a file',
  fileHint: (megabytes: string) => `CSV, TSV, XLSX or ODS up to ${megabytes} MB`,
  paste: 'Or paste a table',
  pasteHint: 'With its header row',
  scheme: 'Registration',
  schemeHint: 'Used where your list says none',
  schemeInSheet: 'As your list says',
  progress: {
    uploading: 'Uploading your list',
    checking: 'Uploaded; checking every row',
    cancel: 'Cancel',
    cancelled: 'Cancelled; there is no result. What you entered and the file you chose are still here.',
    failed:
      'The connection broke and no result came. What you entered and the file you chose are still here; check the connection and send it again.',
  },
  notStored: 'This site keeps no files.',
  heading: (total: string, problem: string, person: string) => {
    const applications = `${total} application${total === '1' ? '' : 's'}`;
    if (problem === '0' && person === '0') return `${applications}, nothing to do`;
    const parts = [
      ...(problem === '0' ? [] : [`${problem} to deal with`]),
      ...(person === '0' ? [] : [`${person} to check by hand`]),
    ];
    return `${applications}: ${parts.join(', ')}`;
  },
  tally: (n: SheetTally) =>
    `${n.claims} entr${n.claims === '1' ? 'y' : 'ies'}: ${n.valid} valid and registered to the applicant${some(n.changed, 'valid on the reference date but not today')}${some(n.unchecked, 'with a valid number and the applicant not checked')}${some(n.open, 'that cannot be verified or need a manual check (they may still be valid)')}${some(n.notAsked, 'not checked')}.`,
  onlyToday: (today: string) =>
    `Checked for today, ${today}: your list has no submission dates and no reference date was entered.`,
  oneDay: (on: string, today: string) =>
    `Checked for ${on} and for today, ${today}: your list has no submission dates.`,
  ownDays: (column: string, today: string, blank: string, on: string) =>
    `Each row is checked for its own “${column}” and for today, ${today}.${blank === '' ? '' : ` Where it is blank (${blank}), for ${on}.`}`,
  groups: { problem: 'To deal with', person: 'Needs manual check', clear: 'Nothing to do' },
  cases: (n: string) => `${n} application${n === '1' ? '' : 's'}`,
  claims: (n: string) => `${n} entr${n === '1' ? 'y' : 'ies'}`,
  matrix: 'Applications and their registrations, those to deal with first. A cell with a frame opens to its reason',
  application: 'Application',
  submitted: 'Reference date',
  todo: 'To deal with',
  noScheme: 'Unknown',
  rowOf: (rows: string) => `Row ${rows}`,
  place: (row: string, column: string) => `Row ${row} of your list${column === '' ? '' : `, column “${column}”`}`,
  reason: 'Reason',
  said: 'Claim',
  close: 'Close',
  open: (label: string, word: string, party: string) => `${party} ${label} ${word}`,
  changedSince: 'Valid on the reference date, not today',
  todayIs: (word: string) => `now ${word.toLowerCase()}`,
  short: {
    valid: 'Valid',
    'not-yet-valid': 'Not yet',
    expired: 'Expired',
    suspended: 'Suspended',
    revoked: 'Revoked',
    'holder-mismatch': 'Other firm',
    'holder-unchecked': 'Unchecked',
    'needs-a-person': 'Manual',
    'not-found': 'Not listed',
    'not-claimed': 'None',
    'not-yet-granted': 'Pending',
    unverifiable: 'Unknown',
    'not-asked': 'Not checked',
  },
  filter: 'Show one kind only',
  allKinds: 'All',
  filtered: (word: string, n: string) => `Only applications with “${word}”: ${n}.`,
  pages: 'Pages',
  range: (from: string, to: string, total: string) => `Applications ${from} to ${to} of ${total}`,
  mapped: (field: string, column: string) => `${field} = ${column}`,
  columnsTitle: 'Columns',
  columnsLead: 'As recognised. Change what is not right; no need to upload again.',
  columns: {
    id: 'Application number',
    name: 'Company name',
    ubn: 'UBN',
    on: 'Submission date',
    scheme: 'Registration',
    number: 'Registration number',
  },
  wideColumns: 'One application per row: a column for each registration',
  tallColumns: 'One certificate per row: columns of registration and number',
  noColumn: '(no such column)',
  columnNo: (n: number) => `Column ${n}`,
  columnExample: (name: string, example: string) => `${name} (for example ${example})`,
  noNumber:
    'There is no number column, so we only checked whether each company is registered. If there is one, choose it below.',
  again: 'Check again with these columns',
  another: 'Check another list',
  print: 'Print version',
  printTooMany: (most: string) => `The print version takes up to ${most} applications. Check in parts.`,
  printHint: (n: string) => `Print version: one table, then an A4 page for each of the ${n} to discuss.`,
  otherFormats: 'Other formats',
  downloadXlsx: 'Download Excel',
  downloadSafe: 'Download CSV (for spreadsheets)',
  downloadExact: 'Download CSV (exact data)',
  downloadJson: 'Download JSON',
  downloadHint: 'Excel has your columns and the sentences for the minutes.',
  downloadName: 'verified',
  xlsx: {
    byApplication: 'By application',
    byClaim: 'By registration',
    row: 'Row of list',
    on: 'Reference date',
    today: 'Day of check',
    urgency: 'Action',
    todo: 'To deal with',
    minutes: 'Sentence for the minutes',
    scheme: 'Registration',
    said: 'Claim',
    onDay: 'Result, reference date',
    onToday: 'Result, day of check',
    number: 'Number on the list',
    holder: 'Registered to',
    holderUbn: 'UBN of that company',
    from: 'First day',
    until: 'Last day',
    openEnd: 'open',
    cautions: 'Please note',
    near: 'Similar numbers (for checking only)',
    list: 'List date',
    receipt: 'Receipt',
    token: 'Receipt text',
    note: (n: string) => `More than ${n} applications: no receipts`,
  },
  problems: (n: number) => (n === 1 ? 'Check one entry in your list' : `Check ${n} entries in your list`),
  problemsMore: (n: number) => `And ${n} more; see the rows that were not checked in the download.`,
  problem: (p: SheetProblem) =>
    sentence(
      `${p.count === 0 ? '' : `Row${p.count === 1 ? '' : 's'} ${p.rows}${p.all ? '' : ` and ${p.count - p.rows.split(', ').length} more`}`}${p.column === null ? '' : `${p.count === 0 ? '' : ', '}“${p.column}”`}${p.count === 0 && p.column === null ? '' : ': '}${p.found ? `found “${p.found}”, ` : ''}expected ${p.expected}; ${p.repair}.`,
    ),
  notAskedWord: 'Not checked',
  notAsked: 'This row was not checked. Correct what is named and check again.',
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
  busyReader: 'Many lists are being read just now; please send it again in a moment. Nothing of it was kept.',
};
