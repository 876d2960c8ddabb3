import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A file of cases under test/cases/taiwan. */
export function readCases<T>(name: string): T {
  return parse(readFileSync(new URL(`../cases/taiwan/${name}`, import.meta.url), 'utf8')) as T;
}
