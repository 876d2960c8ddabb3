import { z } from 'zod';
import type { Language } from '../page/language.ts';
import { fieldErrors, pointerOf } from '../problems/field-errors.ts';
import { Problem } from '../problems/problem.ts';
import type { Condition, Question } from './candidates.ts';
import { type EntityType, entityTypes } from './entity.ts';

/** Queries of one batch; more are answered 413. Told in the manifest. */
export const MAX_BATCH = 500;
const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 10;
const MAX_VALUES = 50;

const scalar = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.looseObject({ id: z.string().max(500), name: z.string().optional() }),
]);
const value = z.union([scalar, z.array(scalar).max(MAX_VALUES), z.null()]);
/** Any: of what we do not have there is no candidate, and the other queries of the batch are answered (`knownTypes`). */
const type = z.string().max(500);
/** OpenRefine sends 0 for "as many as there are". */
const limit = z.number().min(0).optional();
const text = z.string().max(20_000);

/** One query of version 0.2. What a later version adds is passed over: a client may send more than we read. */
const query02 = z
  .object({
    query: text.optional(),
    type: z.union([type, z.array(type).max(MAX_VALUES), z.null()]).optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
    limit,
    properties: z
      .array(z.looseObject({ pid: z.string(), v: value }))
      .max(MAX_VALUES)
      .optional(),
  })
  .refine(({ query, properties }) => query !== undefined || (properties?.length ?? 0) > 0, {
    params: { zh: 'query 與 properties 至少須提供一項。', en: 'Give query, properties, or both.' },
  });

const condition = z
  .object({
    matchType: z.enum(['name', 'property']),
    propertyId: z.string().optional(),
    propertyValue: value.optional(),
    // The names of the draft before 2025.
    pid: z.string().optional(),
    v: value.optional(),
    required: z.boolean().optional(),
    matchQuantifier: z.enum(['any', 'all', 'none']).optional(),
    matchQualifier: z.string().optional(),
  })
  .refine(({ matchType, propertyId, pid }) => matchType === 'name' || (propertyId ?? pid) !== undefined, {
    params: {
      zh: 'matchType 為 property 時須提供 propertyId。',
      en: 'A condition on a property names it in propertyId.',
    },
  })
  .refine(({ propertyValue, v }) => (propertyValue ?? v) !== undefined, {
    params: { zh: '條件須提供 propertyValue。', en: 'A condition needs propertyValue.' },
  });

const batch10 = z.object({
  queries: z.array(
    z.object({
      type: type.optional(),
      limit,
      lang: z.string().optional(),
      dir: z.string().optional(),
      conditions: z.array(condition).min(1).max(MAX_VALUES),
    }),
  ),
});

const batch02 = z.record(z.string(), query02);

/**
 * A batch of version 0.2, as the field `queries` holds it.
 * @throws Problem naming the query and the field that cannot be read
 */
export function readBatch02(json: string, language: Language): ReadonlyMap<string, Question> {
  const raw = parsed(json);
  tooMany(Object.keys(raw ?? {}).length);
  const read = check(batch02, raw, language);
  // An id that an object of JavaScript has no room for.
  const lost = Object.keys(raw as object).find((key) => !Object.hasOwn(read, key));
  if (lost !== undefined) throw new Problem('invalid-body', { errors: [unknownId(lost, language)] });
  return new Map(Object.entries(read).map(([key, one]) => [key, question02(one)]));
}

const unknownId = (id: string, language: Language) => ({
  pointer: pointerOf([id]),
  code: 'contradiction' as const,
  detail: {
    zh: `「${id}」不能作為查詢的代號，請改用其他名稱。`,
    en: `${id} cannot be the id of a query; use another.`,
  }[language],
});

/** The single query of version 0.1: plain text or one query as JSON. */
export function readSingle02(given: string, language: Language): Question {
  const raw = given.trimStart().startsWith('{') ? parsed(given) : { query: given };
  return question02(check(query02, raw, language));
}

function question02({ query = '', type: given, limit: most, properties = [] }: z.output<typeof query02>): Question {
  const conditions = properties.map(
    ({ pid, v }): Condition => ({ property: pid, values: textsOf(v), required: false, quantifier: 'any' }),
  );
  return { text: query, types: knownTypes([given ?? []].flat()), limit: limitOf(most), conditions: spoken(conditions) };
}

/** A batch of the 1.0 draft. */
export function readBatch10(raw: unknown, language: Language): readonly Question[] {
  const { queries } = (raw ?? {}) as { queries?: unknown };
  if (Array.isArray(queries)) tooMany(queries.length);
  const read = check(batch10, raw, language);
  return read.queries.map(({ type: one, limit: most, conditions }): Question => {
    const names = conditions.filter(({ matchType }) => matchType === 'name');
    const others = conditions
      .filter(({ matchType }) => matchType === 'property')
      .map(
        ({ propertyId, pid, propertyValue, v, required = false, matchQuantifier = 'any' }): Condition => ({
          property: propertyId ?? pid!,
          values: textsOf(propertyValue ?? v ?? null),
          required,
          quantifier: matchQuantifier,
        }),
      );
    const said = names.flatMap(({ propertyValue, v }) => textsOf(propertyValue ?? v ?? null));
    return {
      text: said[0] ?? '',
      types: knownTypes([one ?? []].flat()),
      limit: limitOf(most),
      conditions: spoken(others),
    };
  });
}

/** Those of the asked types that we have; `null` where none was asked for. */
function knownTypes(given: readonly string[]): readonly EntityType[] | null {
  const asked = given.filter((one) => one !== '');
  return asked.length === 0 ? null : entityTypes.filter((one) => asked.includes(one));
}

/** A cell that is blank says nothing of the property. */
const spoken = (conditions: readonly Condition[]) => conditions.filter(({ values }) => values.length > 0);

function textsOf(given: z.output<typeof value>): string[] {
  return [given]
    .flat()
    .map((one) => (typeof one === 'object' && one !== null ? one.id : String(one ?? '')).trim())
    .filter((one) => one !== '');
}

function limitOf(given: number | undefined): number {
  return given === undefined || !(given >= 1) ? DEFAULT_LIMIT : Math.min(Math.floor(given), MAX_LIMIT);
}

function tooMany(count: number): void {
  if (count > MAX_BATCH) throw new Problem('body-too-large', { members: { limit: MAX_BATCH, queries: count } });
}

/** The JSON of a form field. @throws Problem */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Problem('malformed-json', { cause });
  }
}

/** Reads a value by its schema. @throws Problem naming every field at fault */
export function check<T extends z.ZodType>(schema: T, raw: unknown, language: Language): z.output<T> {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  throw new Problem('invalid-body', { errors: fieldErrors(result.error.issues, 'body', language) });
}
