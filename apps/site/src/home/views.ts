import type { registerState } from '../presenters/register-state.ts';
import type { windowState } from '../programme/view.ts';
import type { catalogueMap } from './catalogue-map.ts';

declare module '../page/views.ts' {
  interface Views {
    home: {
      readonly map: ReturnType<typeof catalogueMap>;
      readonly register: ReturnType<typeof registerState>;
      readonly steps: readonly string[];
      readonly call: ReturnType<typeof windowState> & { readonly title: string };
    };
  }
}
