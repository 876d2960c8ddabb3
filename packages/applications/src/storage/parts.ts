import type { OpenDatabase } from '@aipower/database';
import type { CaseFile } from '../case-file.ts';
import { hashOf } from '../text-hash.ts';
import type { DeskTables } from './tables.ts';

/** A form or text that the log names and the tables no longer hold as it was. */
export type MissingPart = {
  /** Id of the application. */
  readonly application: string;
  /** Null for a draft. */
  readonly receiptNo: string | null;
  /** Of the form, from 1. */
  readonly version: number;
  /** Not there, or no longer with the hash the log names. */
  readonly problem: 'missing' | 'changed';
};

/**
 * Nothing accepted and lost: is every version of a form that was receipted still there, and is it what the receipt says?
 * Read application by application; meant for every night. @returns what is missing or changed; empty when all is there.
 */
export async function findMissingParts({ db }: OpenDatabase<DeskTables>): Promise<readonly MissingPart[]> {
  const problems: MissingPart[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('desk_application')
      .select(['id', 'case_file'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute();
    for (const { id, case_file } of rows) {
      const { forms, receiptNo } = JSON.parse(case_file) as CaseFile;
      if (forms.length === 0) continue;
      const stored = await db
        .selectFrom('desk_form_version')
        .select(['n', 'body'])
        .where('application', '=', id)
        .execute();
      const bodies = new Map(stored.map(({ n, body }) => [n, body]));
      for (const { n, hash } of forms) {
        const body = bodies.get(n);
        const problem = body === undefined ? 'missing' : hashOf(JSON.parse(body)) === hash ? null : 'changed';
        if (problem) problems.push({ application: id, receiptNo, version: n, problem });
      }
    }
    if (rows.length < 500) return problems;
    after = rows.at(-1)!.id;
  }
}
