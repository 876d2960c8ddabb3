import type { z } from 'zod';
import type { Language } from '../page/language.ts';
import { showIn } from '../page/show.ts';
import { problemWords } from './problem-words.ts';

/** One thing that is wrong with a request: where, a stable code, one sentence. */
export interface FieldError {
  /** JSON pointer into the body, as a fragment: `#/claims/0/scheme`. */
  readonly pointer?: string;
  /** Name of a parameter of the address. */
  readonly parameter?: string;
  readonly code: FieldCode;
  readonly detail: string;
}

export type FieldCode = keyof (typeof problemWords)['en']['fields'];

/** Who sends thousands of bad fields learns no more from the hundredth. */
export const MAX_FIELD_ERRORS = 100;

type Place = 'body' | 'parameter';
type Issue = z.core.$ZodIssue;

/**
 * Says every issue zod found as a field error, in official order, at most {@link MAX_FIELD_ERRORS}.
 * @param known the names a caller may use at the top level, to answer an unknown one with.
 */
export function fieldErrors(
  issues: readonly Issue[],
  place: Place,
  language: Language,
  known: readonly string[] = [],
): FieldError[] {
  const found: FieldError[] = [];
  for (const issue of issues) {
    for (const { path, code, args } of readIssue(issue, place, language, known)) {
      if (found.length === MAX_FIELD_ERRORS) return found;
      const at = place === 'body' ? { pointer: pointerOf(path) } : { parameter: String(path[0] ?? '') };
      // Each code has its own arguments; readIssue pairs them, which the type of the table cannot express.
      const say = problemWords[language].fields[code] as (...args: readonly (string | number)[]) => string;
      found.push({ ...at, code, detail: say(...args) });
    }
  }
  return found;
}

/** RFC 6901, in the fragment form that RFC 9457 shows. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${encodeURIComponent(String(part).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}

interface Said {
  readonly path: readonly PropertyKey[];
  readonly code: FieldCode;
  readonly args: readonly (string | number)[];
}

function readIssue(issue: Issue, place: Place, language: Language, known: readonly string[]): Said[] {
  const { path } = issue;
  const { fieldTypes, formats } = problemWords[language];
  const list = (values: readonly unknown[]) => showIn(language).list(values.map(String));
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return [{ path, code: 'missing', args: [] }];
      if (place === 'parameter' && Array.isArray(issue.input)) return [{ path, code: 'repeated-parameter', args: [] }];
      const words = [fieldTypes[issue.expected] ?? issue.expected, fieldTypes[kind(issue.input)] ?? kind(issue.input)];
      return [{ path, code: 'wrong-type', args: words }];
    }
    case 'too_small':
      if (issue.origin === 'string') return [{ path, code: 'too-short', args: [Number(issue.minimum)] }];
      if (issue.origin === 'array') return [{ path, code: 'too-few', args: [Number(issue.minimum)] }];
      return [{ path, code: 'too-small', args: [String(issue.minimum)] }];
    case 'too_big':
      if (issue.origin === 'string') return [{ path, code: 'too-long', args: [Number(issue.maximum)] }];
      if (issue.origin === 'array') return [{ path, code: 'too-many', args: [Number(issue.maximum)] }];
      return [{ path, code: 'too-large', args: [String(issue.maximum)] }];
    case 'invalid_value':
      return [{ path, code: issue.input === undefined ? 'missing' : 'not-one-of', args: [list(issue.values)] }];
    case 'invalid_format':
      return [{ path, code: 'bad-format', args: [formats[issue.format] ?? formats[issue.message] ?? issue.format] }];
    case 'unrecognized_keys': {
      const code = place === 'parameter' ? 'unknown-parameter' : 'unknown-field';
      // What an object deeper down may hold is not told by the issue.
      const names = list(path.length === 0 ? known : []);
      return issue.keys.map((key) => ({ path: [...path, key], code, args: [names] }));
    }
    case 'invalid_union': {
      // The form that was meant is the one whose type fits; without one, the first says what was expected.
      const meant = issue.errors.find(
        (branch) => !branch.some((one) => one.code === 'invalid_type' && one.path.length === 0),
      );
      const branch = (meant ?? issue.errors[0] ?? []) as readonly Issue[];
      return branch.flatMap((one) => readIssue({ ...one, path: [...path, ...one.path] }, place, language, []));
    }
    case 'custom': {
      const { code = 'contradiction', format, zh, en } = (issue.params ?? {}) as CustomParams;
      if (code === 'bad-format') return [{ path, code, args: [formats[format ?? ''] ?? String(format)] }];
      return [{ path, code, args: [{ zh, en }[language] ?? issue.message] }];
    }
    default:
      return [{ path, code: 'contradiction', args: [issue.message] }];
  }
}

/** What a schema's own check says of itself, so that both languages can be told. */
export interface CustomParams {
  readonly code?: 'bad-format' | 'unusable-text' | 'contradiction';
  readonly format?: string;
  readonly zh?: string;
  readonly en?: string;
}

function kind(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
