import { z } from 'zod';
import type { Language } from '../page/language.ts';
import { fieldErrors } from '../problems/field-errors.ts';
import { Problem } from '../problems/problem.ts';
import type { Operation } from './operation.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Reads what a request says, with the operation's schemas. Made once per operation, at start. */
export function requestReader(operation: Operation) {
  const paramsSchema = operation.params;
  const querySchema = operation.query ?? z.strictObject({});
  const bodySchema = operation.body?.schema;
  const queryNames = Object.keys(querySchema.shape);
  const bodyNames = bodySchema instanceof z.ZodObject ? Object.keys(bodySchema.shape) : [];
  const kinds = parameterKinds(querySchema);

  return {
    params(raw: Raw, language: Language): unknown {
      return paramsSchema ? check(paramsSchema, raw, 'parameter', language, Object.keys(paramsSchema.shape)) : {};
    },
    query(raw: Raw, language: Language): unknown {
      return check(querySchema, fromText(raw, kinds), 'parameter', language, queryNames);
    },
    body(raw: unknown, language: Language): unknown {
      return bodySchema && check(bodySchema, raw, 'body', language, bodyNames);
    },
  };
}

function check(
  schema: z.ZodType,
  value: unknown,
  place: 'body' | 'parameter',
  language: Language,
  names: readonly string[],
) {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = fieldErrors(result.error.issues, place, language, names);
  throw new Problem(place === 'body' ? 'invalid-body' : 'invalid-parameter', { errors });
}

/** Which parameters are whole numbers or lists, read from the JSON Schema that the document shows. */
function parameterKinds(schema: z.ZodObject): ReadonlyMap<string, string> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, { type?: string }>;
  };
  return new Map(Object.entries(properties).map(([name, { type }]) => [name, type ?? 'string']));
}

/** An address carries text only. A number is taken only in its plain form, so that `1e3`, ` 5` and `` stay errors. */
function fromText(raw: Raw, kinds: ReadonlyMap<string, string>): Raw {
  const read = (name: string, value: unknown): unknown => {
    const kind = kinds.get(name);
    if (kind === 'integer' && typeof value === 'string' && /^(0|-?[1-9]\d*)$/.test(value)) {
      // Every parameter has bounds far within, so that what is not exact any more is still told to be too large or too small.
      return Math.max(Math.min(Number(value), Number.MAX_SAFE_INTEGER), Number.MIN_SAFE_INTEGER);
    }
    return kind === 'array' && typeof value === 'string' ? [value] : value;
  };
  // fromEntries defines every name as a member, `__proto__` too, so that none escapes the check for unknown ones.
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, read(name, value)]));
}
