import type { BonusItem, Programme } from '@aipower/programme';
import { getScheme, isSchemeId, type Scheme } from '@aipower/registry';

/** A registration that the form of a programme asks for, with its number in that form. */
export interface RegistrationField extends Scheme {
  /** As the form numbers it, such as `5.4`. */
  readonly order: string;
}

type Registration = Extract<BonusItem, { kind: 'registration' }>;

/** The registrations a programme's form asks for, in its order. A registration that is no bonus item of it is not asked for. */
export function registrationFields(programme: Programme): readonly RegistrationField[] {
  return programme.bonus.items
    .filter((item): item is Registration => item.kind === 'registration')
    .flatMap(({ id, scheme }) => (isSchemeId(scheme) ? [{ ...getScheme(scheme), order: id }] : []));
}
