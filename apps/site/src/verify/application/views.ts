import type { RegistrationField } from '../../presenters/registration-fields.ts';
import type { FormState } from '../views.ts';
import type { applicationView } from './view.ts';

type Values = Readonly<Record<'paste' | 'id' | 'company' | 'ubn' | 'on', string>> & Readonly<Record<string, string>>;

declare module '../../page/views.ts' {
  interface Views {
    'verify-application': FormState<Values> & {
      readonly schemes: readonly RegistrationField[];
      readonly warnings: readonly string[];
      readonly result: ReturnType<typeof applicationView> | null;
    };
  }

  interface Partials {
    'registration-fields': {
      readonly values: Readonly<Record<string, string>>;
      readonly errorOf: Readonly<Record<string, string>>;
      readonly schemes: readonly RegistrationField[];
    };
  }
}
