import type { ProviderPage, ProviderQuery } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import type { PageSize, ProviderFilter } from './form.ts';

/** What the list of providers is made from: who asks, for what, and the register that answers. */
export interface ListParts {
  readonly visit: Visit;
  readonly filter: ProviderFilter;
  readonly query: ProviderQuery;
  readonly perPage: PageSize;
  /** Whether there is a list that could name whoever is looked for: without one, nobody found is no answer. */
  readonly isLoaded: boolean;
  readonly ask: (query: ProviderQuery) => ProviderPage;
}
