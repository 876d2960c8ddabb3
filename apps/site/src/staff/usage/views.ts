import type { usageView } from './view.ts';

declare module '../../page/views.ts' {
  interface Views {
    'staff-usage': Awaited<ReturnType<typeof usageView>>;
  }
}
