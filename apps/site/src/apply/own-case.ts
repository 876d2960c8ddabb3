import type { CaseFile } from '@aipower/applications';
import { readCase } from '@aipower/applications/storage';
import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { visitOf } from '../page/page.ts';
import type { Company } from './signed-in.ts';

/**
 * The application of an address, when it is one of the company that asks.
 * @throws NotFound for another's, in the same words as for one that does not exist: nobody learns that it does
 */
export async function ownCase(deps: Deps, req: Request, { ubn }: Company): Promise<CaseFile> {
  const id = String(req.params['application']);
  const state = /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? await readCase(deps.desk.database, id) : null;
  if (state?.ubn === ubn) return state;
  throw new NotFound(visitOf(req, deps.clock).t.apply.case.notFound);
}
