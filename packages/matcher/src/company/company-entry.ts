import { countyNamed } from '@aipower/taiwan/firm-name';
import { plainForm } from '@aipower/taiwan/han';

/** A firm as a register knows it. */
export interface CompanyEntry {
  /** 統一編號, eight digits as text. */
  ubn: string;
  /** 公司名稱 or 商業名稱 as registered. */
  name: string;
  /** English name as the firm registered it for trade. */
  nameEn?: string | undefined;
  /** Names it was registered under before, in any order. */
  formerNames?: readonly string[] | undefined;
  /** County or city of registration. Without it a trade name's county cannot be checked. */
  city?: string | undefined;
}

/** What is wrong with an entry of the list: where, what was found, what was expected. */
export interface CompanyIssue {
  /** Place in the list, from 1. */
  row: number;
  /** Which part of the entry; `entry`: the entry as a whole. */
  field: 'ubn' | 'name' | 'nameEn' | 'formerNames' | 'city' | 'entry';
  /** What is wrong with it; `expected` says it in words. */
  code: 'not-eight-digits' | 'duplicate' | 'empty' | 'too-long' | 'not-text' | 'unknown-county';
  /** What stands there, shortened to a line. */
  found: string;
  /** What should stand there, in words. */
  expected: string;
}

/** A list of firms that cannot be indexed. `issues` has every fault of every row. */
export class CompanyDataError extends Error {
  readonly code = 'company-data';
  /** Every fault of every row, in the order of the list. */
  readonly issues: readonly CompanyIssue[];
  constructor(issues: readonly CompanyIssue[]) {
    const lines = issues
      .slice(0, 20)
      .map((i) => `row ${i.row}, ${i.field}: ${i.code}, found ${i.found}, expected ${i.expected}`);
    super(`${issues.length} fault(s) in the list of firms; nothing was indexed.\n${lines.join('\n')}`);
    this.name = 'CompanyDataError';
    this.issues = issues;
  }
}

/** A longer text is no name: the longest names in use have some eighty characters. */
const MAX_NAME_LENGTH = 200;

export function checkEntry(entry: CompanyEntry, row: number): CompanyIssue[] {
  if (entry === null || typeof entry !== 'object') {
    return [{ row, field: 'entry', code: 'not-text', found: String(entry), expected: '{ ubn, name, … }' }];
  }
  const issues: CompanyIssue[] = [];
  const add = (field: CompanyIssue['field'], code: CompanyIssue['code'], found: unknown, expected: string): void => {
    issues.push({ row, field, code, found: String(found).slice(0, 60), expected });
  };
  const name = (field: 'name' | 'nameEn' | 'formerNames', value: unknown, expected: string): void => {
    if (typeof value !== 'string') add(field, 'not-text', value, expected);
    else if (plainForm(value) === '') add(field, 'empty', value, expected);
    else if (value.length > MAX_NAME_LENGTH) add(field, 'too-long', value, `at most ${MAX_NAME_LENGTH} characters`);
  };
  if (typeof entry.ubn !== 'string') add('ubn', 'not-text', entry.ubn, 'eight digits as text');
  else if (!/^[0-9]{8}$/.test(entry.ubn)) add('ubn', 'not-eight-digits', entry.ubn, 'eight ASCII digits');
  name('name', entry.name, 'the registered name');
  if (entry.nameEn !== undefined && entry.nameEn !== '') name('nameEn', entry.nameEn, 'an English name, or none');
  if (entry.formerNames !== undefined && !Array.isArray(entry.formerNames)) {
    add('formerNames', 'not-text', entry.formerNames, 'a list of names');
  }
  if (Array.isArray(entry.formerNames))
    for (const former of entry.formerNames) name('formerNames', former, 'former names');
  if (
    entry.city !== undefined &&
    entry.city !== '' &&
    (typeof entry.city !== 'string' || countyNamed(entry.city) === undefined)
  ) {
    add('city', 'unknown-county', entry.city, 'one of the 22 counties and cities, 臺北市 …, or nothing');
  }
  return issues;
}
