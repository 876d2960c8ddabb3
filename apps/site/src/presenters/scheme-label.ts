import { programmeOn } from '@aipower/programme';
import { getScheme, type SchemeId } from '@aipower/registry';
import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { type Visit, visitOf } from '../page/page.ts';
import { registrationFields } from './registration-fields.ts';

/** A visit to a page that numbers registrations as the form of the programme meant today does. */
export interface FormVisit extends Visit, Pick<Deps, 'programmes'> {}

export function formVisitOf(req: Request, { clock, programmes }: Deps): FormVisit {
  return { ...visitOf(req, clock), programmes };
}

/** The number that the form of the programme gives a registration, such as `5.4`; blank where it does not ask for it. */
export function formOrder(scheme: SchemeId, { today, programmes }: Pick<FormVisit, 'today' | 'programmes'>): string {
  return registrationFields(programmeOn(today, programmes)).find(({ id }) => id === scheme)?.order ?? '';
}

/** A registration as the form numbers it, with its short name: 5.4 人工智慧. */
export function schemeLabel(scheme: SchemeId, visit: Pick<FormVisit, 'today' | 'language' | 'programmes'>): string {
  return `${formOrder(scheme, visit)} ${getScheme(scheme).shortName[visit.language]}`.trim();
}
