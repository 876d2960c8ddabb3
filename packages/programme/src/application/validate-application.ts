import type { Programme } from '../programme/parse-programme.ts';
import { formFields } from '../programme/programme.ts';
import { type Application, applicationSchema } from './application-schema.ts';
import { type FieldCode, isFieldCode } from './field-code.ts';

/** What is wrong with one answer: the field's id and a code. */
export interface FieldIssue {
  /** Field id of the form; for `unknown-field` the key that came, for `not-an-object` empty. */
  readonly field: string;
  /** What is wrong with it. */
  readonly code: FieldCode;
  /** What was found, shortened to 80 characters; null when nothing was. */
  readonly found: string | null;
}

/** The application, or every issue of it. */
export type ApplicationCheck =
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** What else the check knows of the application. */
export interface ApplicationOptions {
  /** The category under which this application was submitted, once it was: it is frozen then. */
  readonly submittedCategory?: string | undefined;
}

/** More keys than this are counted, not listed. */
const maxUnknown = 20;

/**
 * Is this application complete by the rules of the form, and if not, what is wrong with each field?
 *
 * @param input plain data; for the entries of an HTML form use `readApplicationForm` first.
 * @param options `submittedCategory`: after submission the category can no longer change.
 * @returns the application as it came, or every issue in the order of the form, at most one per field.
 * @throws TypeError for a category the programme does not have.
 */
export function validateApplication(
  programme: Programme,
  categoryId: string,
  input: unknown,
  options: ApplicationOptions = {},
): ApplicationCheck {
  const order = ['', ...formFields(programme, categoryId).map(({ id }) => id)];
  const issues = new Map<string, FieldIssue>();
  const report = (field: string, code: FieldCode) => {
    if (!issues.has(field)) issues.set(field, { field, code, found: shown(input, field) });
  };
  const { submittedCategory } = options;
  const asked = isObject(input) && typeof input['category'] === 'string' ? input['category'] : categoryId;
  if (submittedCategory !== undefined && (submittedCategory !== categoryId || submittedCategory !== asked)) {
    report('category', 'category-frozen');
  }
  const parsed = applicationSchema(programme, categoryId).safeParse(input);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys.slice(0, maxUnknown)) report(key.slice(0, 80), 'unknown-field');
      } else report(String(issue.path[0] ?? ''), isFieldCode(issue.message) ? issue.message : 'not-an-object');
    }
  }
  if (issues.size === 0 && parsed.success) return { ok: true, application: parsed.data };
  const place = ({ field }: FieldIssue) => (order.includes(field) ? order.indexOf(field) : order.length);
  return { ok: false, issues: [...issues.values()].sort((a, b) => place(a) - place(b)) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(input: unknown, field: string): string | null {
  if (!isObject(input) || !Object.hasOwn(input, field)) return null;
  const value = input[field];
  if (value === undefined || value === null || value === '') return null;
  const text = Array.isArray(value)
    ? value.slice(0, 10).join(', ')
    : typeof value === 'object'
      ? typeof value
      : String(value);
  return text.slice(0, 80);
}
