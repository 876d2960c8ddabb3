import type { CaseFile } from '@aipower/applications';
import { plans, type Stage } from '@aipower/site/demonstration/plan';
import { demonstrationStaff } from '@aipower/site/desk/demonstration-staff';
import { Applicant } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';

export const [officer1, officer2] = demonstrationStaff.officers;

/** A browser in which somebody of the demonstration is logged in at the desk. */
export async function logInAs(site: RunningSite, account: string): Promise<Applicant> {
  const browser = new Applicant(site, '');
  await browser.posted('/staff/login/demonstration', { account });
  return browser;
}

/** The companies of the plans of the demonstration: every second head office of its register. */
export function companyOfPlan(site: RunningSite, n: number): string {
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  return offices[(n * 2) % offices.length]!.ubn;
}

/** An application of the demonstration at a stage, with the number of its plan. */
export async function caseAt(
  site: RunningSite,
  stage: Stage,
  wanted: (n: number) => boolean = () => true,
): Promise<{ readonly n: number; readonly id: string; readonly ubn: string; readonly state: CaseFile }> {
  const n = plans.findIndex((plan, i) => plan.stage === stage && wanted(i));
  const ubn = companyOfPlan(site, n);
  const row = await site.deps.desk.database.db
    .selectFrom('desk_application')
    .select(['id', 'case_file'])
    .where('ubn', '=', ubn)
    .where('category', '=', plans[n]!.category)
    .executeTakeFirstOrThrow();
  return { n, id: row.id, ubn, state: JSON.parse(row.case_file) as CaseFile };
}
