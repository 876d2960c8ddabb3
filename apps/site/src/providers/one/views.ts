import type { providerPage } from './view.ts';

declare module '../../page/views.ts' {
  interface Views {
    provider: ReturnType<typeof providerPage>;
  }
}
