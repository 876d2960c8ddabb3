import type { CaseFile } from '@aipower/applications';
import { programmeOfCase, readCase } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { visitOf } from '../page/page.ts';
import type { Company } from './company/company.ts';

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

/** An application, with the programme it is under. */
export interface OwnApplication {
  readonly state: CaseFile;
  readonly programme: Programme;
}

/** An application of the company that asks, with the programme it is under. @throws NotFound as {@link ownCase} */
export async function ownApplication(deps: Deps, req: Request, company: Company): Promise<OwnApplication> {
  const state = await ownCase(deps, req, company);
  return { state, programme: await programmeOfCase(deps.desk.database, state, deps.programmes) };
}
