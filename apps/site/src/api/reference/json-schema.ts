import type { Json, JsonObject } from '../json.ts';
import type { apiZh } from '../words.zh.ts';

/** A piece of a type in words; with `href` it leads to the schema of that name. */
export interface TypePart {
  readonly text: string;
  readonly href?: string;
}

export interface SchemaField {
  readonly name: string;
  readonly type: readonly TypePart[];
  readonly required: boolean;
  readonly text: string;
  /** Ranges, the default, the values it can take. */
  readonly limits: readonly string[];
  readonly values: readonly string[];
  /** Fields of an object that has no name of its own. */
  readonly fields: readonly SchemaField[];
}

/** In whose words a schema is read, and where the schemas that it names are explained. */
export interface Reader {
  readonly t: typeof apiZh;
  readonly schemaAt: (name: string) => string;
}

const REFERENCE = '#/components/schemas/';

/** The type of a JSON Schema in words, as far as a reader needs it. */
export function typeOf(schema: JsonObject, reader: Reader): readonly TypePart[] {
  const { t, schemaAt } = reader;
  const { $ref, type, anyOf, oneOf, items, additionalProperties } = schema as Record<string, Json>;
  if (typeof $ref === 'string') {
    const name = $ref.slice(REFERENCE.length);
    return [{ text: name, href: schemaAt(name) }];
  }
  const choices = (anyOf ?? oneOf) as readonly JsonObject[] | undefined;
  if (choices) {
    const seen = new Map(choices.map((choice) => [JSON.stringify(typeOf(choice, reader)), typeOf(choice, reader)]));
    return [...seen.values()].flatMap((parts, index) => (index === 0 ? parts : [{ text: t.types.or }, ...parts]));
  }
  if (schema['const'] !== undefined) return [{ text: JSON.stringify(schema['const']) }];
  if (type === 'array') return around(t.types.listOf('\u0000'), typeOf((items ?? {}) as JsonObject, reader));
  if (
    type === 'object' &&
    typeof additionalProperties === 'object' &&
    additionalProperties !== null &&
    !schema['properties']
  ) {
    return around(t.types.mapOf('\u0000'), typeOf(additionalProperties as JsonObject, reader));
  }
  if (type === 'string' && schema['format'] === 'date') return [{ text: t.types.date }];
  const word = t.types[(type ?? 'any') as 'string'];
  return [{ text: typeof word === 'string' ? word : String(type) }];
}

function around(pattern: string, inner: readonly TypePart[]): TypePart[] {
  const [before = '', after = ''] = pattern.split('\u0000');
  return [{ text: before }, ...inner, { text: after }].filter(({ text }) => text !== '');
}

/** The fields of an object; of a choice between objects, the fields of each in turn. Empty for what has none. */
export function fieldsOf(schema: JsonObject, reader: Reader): readonly SchemaField[] {
  const required = new Set((schema['required'] ?? []) as string[]);
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>;
  return Object.entries(properties).map(([name, field]) => {
    const inner = inside(field);
    return {
      name,
      type: typeOf(field, reader),
      required: required.has(name),
      text: String(field['description'] ?? ''),
      limits: limitsOf(field, reader),
      values: valuesOf(field),
      fields: inner ? fieldsOf(inner, reader) : [],
    };
  });
}

/** The object behind a list or a choice with null, when it has no name of its own. */
function inside(schema: JsonObject): JsonObject | null {
  if (schema['properties']) return schema;
  if (schema['type'] === 'array') return inside((schema['items'] ?? {}) as JsonObject);
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? []) as readonly JsonObject[];
  return choices.map(inside).find((choice) => choice !== null) ?? null;
}

function valuesOf(schema: JsonObject): readonly string[] {
  if (schema['type'] === 'array') return valuesOf((schema['items'] ?? {}) as JsonObject);
  const choices = (schema['anyOf'] ?? []) as readonly JsonObject[];
  if (choices.length > 0) return choices.flatMap(valuesOf);
  return ((schema['enum'] ?? []) as readonly Json[]).map(String);
}

function limitsOf(schema: JsonObject, { t }: Reader): readonly string[] {
  const range = (low: Json | undefined, high: Json | undefined): string | null => {
    if (low !== undefined && high !== undefined) return t.limits.range(String(low), String(high));
    if (low !== undefined) return t.limits.atLeast(String(low));
    return high === undefined ? null : t.limits.atMost(String(high));
  };
  const characters = range(schema['minLength'], schema['maxLength']);
  const entries = range(schema['minItems'], schema['maxItems']);
  const numbers = range(schema['minimum'], schema['maximum']);
  const preset = schema['default'];
  return [
    characters && t.limits.characters(characters),
    entries && t.limits.entries(entries),
    numbers,
    // What may be left out and is then empty needs no saying.
    preset === undefined || preset === '' ? null : t.default(JSON.stringify(preset)),
  ].filter((limit) => limit !== null);
}
