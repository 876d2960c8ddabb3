import { readFileSync } from 'node:fs';
import { isItemCode } from '@aipower/taxonomy';

const files = ['short', 'long', 'english', 'negatives'] as const;
export type CaseFile = (typeof files)[number];

/** One line of test/cases/matching/: what the grades mean stands in the README there. */
export interface MatchingCase {
  readonly id: string;
  readonly query: string;
  readonly gold: readonly { readonly code: string; readonly grade: 1 | 2 | 3 }[];
  readonly kind: string;
  readonly file: CaseFile;
}

/** Every case of the project's own set. @throws Error naming every broken line: an evaluation on broken cases measures nothing */
export function matchingCases(): MatchingCase[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const cases = files.flatMap((file) => {
    const path = new URL(`../cases/matching/${file}.jsonl`, import.meta.url);
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, number): MatchingCase[] => {
        if (line.trim() === '') return [];
        const found = { ...(JSON.parse(line) as Omit<MatchingCase, 'file'>), file };
        const say = (what: string) => problems.push(`${file}.jsonl:${number + 1} (${found.id}): ${what}`);
        if (ids.has(found.id)) say('id used twice');
        ids.add(found.id);
        if (found.query.trim() === '') say('no query');
        for (const { code } of found.gold) if (!isItemCode(code)) say(`${code} is no item`);
        if ((found.gold.length === 0) !== (file === 'negatives'))
          say('gold is empty in negatives.jsonl, and only there');
        return [found];
      });
  });
  if (problems.length > 0) throw new Error(`test/cases/matching:\n${problems.join('\n')}`);
  return cases;
}
