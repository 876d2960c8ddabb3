import type { MarkKind } from '../page/marks.ts';
import type { callView, contactView } from './home/call.ts';
import type { LoginModel } from './login/login-page.ts';
import type { Company } from './signed-in.ts';

declare module '../page/views.ts' {
  interface Views {
    'apply-home': {
      readonly company: Company | null;
      readonly call: ReturnType<typeof callView>;
      readonly provisional: string;
      readonly contact: ReturnType<typeof contactView>;
      readonly cases: readonly {
        readonly href: string;
        readonly title: string;
        readonly category: string;
        readonly state: string;
        readonly status: MarkKind;
        readonly since: string;
      }[];
    };
    environment: {
      readonly rows: readonly ('system' | 'browser' | 'cookie' | 'component' | 'card' | 'time')[];
      readonly now: string;
      readonly download: string;
    };
    login: LoginModel;
  }

  interface Partials {
    'contact-operator': { readonly contact: ReturnType<typeof contactView> };
  }
}
