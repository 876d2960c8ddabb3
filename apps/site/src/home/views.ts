import type { registerState } from '../presenters/register-state.ts';
import type { callView } from './call.ts';
import type { catalogueMap } from './catalogue-map.ts';

declare module '../page/views.ts' {
  interface Views {
    home: {
      readonly map: ReturnType<typeof catalogueMap>;
      readonly register: ReturnType<typeof registerState>;
      readonly steps: readonly string[];
      readonly call: ReturnType<typeof callView>;
    };
  }
  interface Partials {
    'home-call': { readonly call: ReturnType<typeof callView> };
    'home-map': { readonly map: ReturnType<typeof catalogueMap> };
    'home-register': { readonly state: ReturnType<typeof registerState> };
  }
}
