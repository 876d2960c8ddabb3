import * as z from 'zod';
import type { FormField, Programme } from '../programme/parse-programme.ts';
import { formFields } from '../programme/programme.ts';
import { choiceIds, fieldSchema } from './field-schema.ts';

/** An answer as the form keeps it: text, number, tick, or chosen ids. */
export type FieldValue = string | number | boolean | readonly string[];

/** A complete application of one category: field id → value. Choices hold option ids, models their printed names. */
export type Application = Readonly<Record<string, FieldValue | undefined>>;

const schemas = new WeakMap<Programme, Map<string, z.ZodType<Application>>>();

/**
 * The zod schema of a category's form: every field with its rule, strict, error messages are field codes.
 * Built once per programme and category from the programme's data, so a later year needs no code.
 * @throws TypeError for a category the programme does not have.
 */
export function applicationSchema(programme: Programme, categoryId: string): z.ZodType<Application> {
  const known = schemas.get(programme) ?? new Map<string, z.ZodType<Application>>();
  schemas.set(programme, known);
  const schema = known.get(categoryId) ?? build(programme, categoryId);
  known.set(categoryId, schema);
  return schema;
}

function build(programme: Programme, categoryId: string): z.ZodType<Application> {
  const fields = formFields(programme, categoryId);
  const shape = Object.fromEntries(fields.map((field) => [field.id, fieldSchema(programme, field, categoryId)]));
  const object = z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'not-an-object'),
  });
  // 其他 needs its text. Judged also when other fields are wrong, so that one round of corrections is enough.
  return object.superRefine(
    (application, context) => {
      for (const field of fields) {
        if (isAskedFor(field, application) && blank(application[field.id])) {
          context.addIssue({ code: 'custom', path: [field.id], message: 'other-needs-text' });
        }
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  ) as unknown as z.ZodType<Application>;
}

function isAskedFor({ when }: FormField, application: Readonly<Record<string, unknown>>): boolean {
  if (!when) return false;
  const chosen = application[when.field];
  return Array.isArray(chosen) ? chosen.includes(when.has) : chosen === when.has;
}

function blank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A JSON Schema 2020-12 document. */
export type JsonSchema = { [key: string]: unknown };

/**
 * The same form as JSON Schema 2020-12, for other systems. It carries types, patterns, lengths, choices, at least one, no
 * choice twice, 無使用需求 alone, and text with 其他. Only the checksum of the 統一編號 and the host of a link it cannot say.
 */
export function applicationJsonSchema(programme: Programme, categoryId: string): JsonSchema {
  const schema: JsonSchema = z.toJSONSchema(applicationSchema(programme, categoryId), { unrepresentable: 'any' });
  const properties = schema['properties'] as Record<string, JsonSchema>;
  const conditions: JsonSchema[] = [];
  for (const field of formFields(programme, categoryId)) {
    const property = properties[field.id];
    if (!property) continue;
    property['title'] = field.label.zh;
    property['description'] = field.label.en;
    if (field.kind === 'date') property['format'] = 'date';
    if (field.kind === 'choice-many') {
      property['uniqueItems'] = true;
      property['maxItems'] = choiceIds(programme, field).length;
      if (field.exclusive) {
        property['anyOf'] = [{ not: { contains: { const: field.exclusive.id } } }, { maxItems: 1 }];
      }
    }
    if (field.when) conditions.push(conditionalText(field, properties));
  }
  const title = `${programme.title.zh} ${categoryId}`;
  return { ...schema, title, ...(conditions.length > 0 ? { allOf: conditions } : {}) };
}

function conditionalText({ id, when }: FormField, properties: Record<string, JsonSchema>): JsonSchema {
  const other = when!.field;
  const many = properties[other]?.['type'] === 'array';
  const chosen = many ? { type: 'array', contains: { const: when!.has } } : { const: when!.has };
  const notChosen = { properties: { [other]: { not: chosen } } };
  return { anyOf: [notChosen, { properties: { [id]: { pattern: '\\S' } }, required: [id] }] };
}
