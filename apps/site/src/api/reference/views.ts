import type { SchemaField } from './json-schema.ts';
import type { ApiReference, ApiTopicPage } from './view.ts';

declare module '../../page/views.ts' {
  interface Views {
    api: ApiReference;
    'api-topic': ApiTopicPage;
  }

  interface Partials {
    'api-fields': { readonly fields: readonly (SchemaField & { readonly place?: string })[] };
    'api-type': { readonly parts: SchemaField['type'] };
  }
}
