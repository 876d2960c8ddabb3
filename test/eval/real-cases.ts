import { readFileSync } from 'node:fs';
import { isItemCode } from '@aipower/taxonomy';
import type { MatchingCase } from './matching-cases.ts';

export const realKinds = [
  'application',
  'pair',
  'everyday',
  'english',
  'multi',
  'negative',
  'denial',
  'sense',
  'described',
  'term',
] as const;
export type RealKind = (typeof realKinds)[number];

/** Each set was written when the one before it had been looked at for long. */
export const realFiles = ['real.jsonl', 'real-2.jsonl', 'real-3.jsonl', 'real-4.jsonl', 'real-5.jsonl'] as const;
export type RealFile = (typeof realFiles)[number];

/** A case of test/cases/matching/real.jsonl or one of those after it: a text as people send it. */
export interface RealCase extends Omit<MatchingCase, 'file' | 'kind'> {
  readonly kind: RealKind;
  /** `tuning`: what was looked at while the matcher was made. `held`: measured only. */
  readonly split: 'tuning' | 'held';
  /** Two cases of one pair differ in one fact, and the fact decides. */
  readonly pair?: string;
  /** The items that the fact rules out, on the side of a pair that fits nothing; or that the text denies. */
  readonly excluded?: readonly string[];
}

/** @throws Error naming every broken line */
export function realCases(file: RealFile): RealCase[] {
  const problems: string[] = [];
  const cases = readFileSync(new URL(`../cases/matching/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RealCase);
  const ids = new Set<string>();
  for (const { id, query, gold, kind, split, pair, excluded } of cases) {
    if (ids.has(id)) problems.push(`${id}: used twice`);
    ids.add(id);
    if (query.trim() === '') problems.push(`${id}: no query`);
    if (!realKinds.includes(kind) || !['tuning', 'held'].includes(split)) problems.push(`${id}: ${kind}/${split}`);
    for (const { code } of gold) if (!isItemCode(code)) problems.push(`${id}: ${code} is no item`);
    if (gold.length === 0 && kind !== 'negative' && excluded === undefined) problems.push(`${id}: no gold`);
    if (pair !== undefined && cases.filter((other) => other.pair === pair && other.split === split).length !== 2)
      problems.push(`${id}: pair ${pair} is not two cases of one split`);
  }
  if (problems.length > 0) throw new Error(`test/cases/matching/${file}:\n${problems.join('\n')}`);
  return cases;
}
