import type { JsonObject } from '@aipower/site/api/json';

/**
 * What versions 0.2 and 1.0-draft of the Reconciliation Service API ask of an answer, written after their texts and held
 * stricter than they are: OpenRefine also needs `type` and `name`, which 0.2 leaves open. A real OpenRefine asks
 * in `npm run interop`.
 */
const text = { type: 'string', minLength: 1 } as const;
const object = (properties: JsonObject, required: readonly string[] = Object.keys(properties)): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const named = object({ id: text, name: text });
const uri = { type: 'string', pattern: '^https?://' };

const candidate = object({
  id: text,
  name: text,
  description: text,
  type: { type: 'array', minItems: 1, items: named },
  score: { type: 'number', minimum: 0, maximum: 100 },
  match: { type: 'boolean' },
  features: list(object({ id: text, name: text, value: { type: 'number', minimum: 0, maximum: 1 } })),
});

const value = {
  oneOf: [
    object({ str: { type: 'string' } }),
    object({ int: { type: 'integer' } }),
    object({ id: text, name: text, description: text }, ['id', 'name']),
  ],
};
const meta = list(object({ id: text, name: text, type: named }, ['id', 'name']));

const common = {
  name: text,
  documentation: uri,
  logo: uri,
  defaultTypes: { ...list(named), minItems: 1, uniqueItems: true },
};
const service = object({
  service_url: { type: 'string', pattern: '^https?://[^/]+$' },
  service_path: { type: 'string', pattern: '^/' },
  flyout_service_url: { type: 'string', pattern: '^https?://[^/]+$' },
  flyout_service_path: { type: 'string', pattern: '\\$\\{id\\}' },
});
const size = { width: { type: 'integer' }, height: { type: 'integer' } };
const setting = (label: string, help: string, id: string) =>
  object(
    {
      type: { enum: ['number', 'text', 'checkbox', 'select'] },
      [id]: text,
      [label]: text,
      [help]: text,
      default: { type: 'string' },
      choices: list(object({ value: text, name: text })),
    },
    ['type', id, label],
  );

export const schemas = {
  manifest02: object({
    versions: { type: 'array', contains: { const: '0.2' } },
    ...common,
    identifierSpace: uri,
    schemaSpace: uri,
    view: object({ url: { type: 'string', pattern: '\\{\\{id\\}\\}' } }),
    preview: object({ url: { type: 'string', pattern: '\\{\\{id\\}\\}' }, ...size }),
    suggest: object({ entity: service, property: service, type: service }),
    extend: object({
      propose_properties: object({ service_url: uri, service_path: { type: 'string', pattern: '^/' } }),
      property_settings: list(setting('label', 'help_text', 'name')),
    }),
    batch_size: { type: 'integer' },
  }),
  manifest10: object({
    versions: { type: 'array', contains: { const: '1.0-draft' } },
    ...common,
    view: object({ url: { type: 'string', pattern: '^[^{}]*\\{id\\}$' } }),
    preview: object(size),
    suggest: object({ entity: { type: 'boolean' }, property: { type: 'boolean' }, type: { type: 'boolean' } }),
    extend: object({
      proposeProperties: { type: 'boolean' },
      propertySettings: list(setting('name', 'helpText', 'id')),
    }),
    batchSize: { type: 'integer' },
    standardizedScore: { const: true },
    lang: text,
    dir: { enum: ['ltr', 'rtl', 'auto'] },
  }),
  results02: { type: 'object', additionalProperties: object({ result: list(candidate) }) },
  results10: object({ results: list(object({ candidates: list(candidate) })) }),
  suggestEntities: object({
    result: list(object({ id: text, name: text, description: text, notable: list(named) })),
  }),
  suggestNamed: object({ result: list(named) }),
  proposal: object({ type: text, properties: list(named) }),
  extension02: object({
    meta,
    rows: { type: 'object', additionalProperties: { type: 'object', additionalProperties: list(value) } },
  }),
  extension10: object({
    meta,
    rows: list(object({ id: text, properties: list(object({ id: text, values: list(value) })) })),
  }),
  flyout: object({ id: text, html: text }),
} as const satisfies Record<string, JsonObject>;
