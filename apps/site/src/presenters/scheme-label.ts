import { programmeOn } from '@aipower/programme';
import { getScheme, type SchemeId } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { registrationFields } from './registration-fields.ts';

/** The number that the form of the programme gives a registration, such as `5.4`; blank where it does not ask for it. */
export function formOrder(scheme: SchemeId, { today }: Pick<Visit, 'today'>): string {
  return registrationFields(programmeOn(today)).find(({ id }) => id === scheme)?.order ?? '';
}

/** A registration as the form numbers it, with its short name: 5.4 人工智慧. */
export function schemeLabel(scheme: SchemeId, visit: Pick<Visit, 'today' | 'language'>): string {
  return `${formOrder(scheme, visit)} ${getScheme(scheme).shortName[visit.language]}`.trim();
}
