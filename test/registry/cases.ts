import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A file of cases under test/cases/registry. */
export function readCases<T>(name: string): T {
  return parse(readFileSync(new URL(`../cases/registry/${name}`, import.meta.url), 'utf8')) as T;
}
