import { isUbn } from '@aipower/taiwan/ubn';
import * as z from 'zod';
import { linkProblem, maxUrlLength } from '../bonus/link.ts';
import type { FormField } from '../programme/parse-programme.ts';
import { type FieldCode, missingCode } from './field-code.ts';

const defaultMax = 1000;

/** Formats as one pattern each, so that the JSON Schema carries the same rule. Sources: the hints in the programme's form. */
const formats = {
  ubn: { code: 'ubn-format', pattern: '[0-9]{8}' },
  // 區碼-號碼#分機, and the example of the form has a blank for the hyphen.
  phone: {
    code: 'phone-format',
    pattern: '0[2-8][0-9]{0,3}[- ]?(?:[0-9]{5,8}|[0-9]{3,4}[- ][0-9]{3,4})(?: ?#[0-9]{1,6})?',
  },
  // Ten digits; the form prints one x too few (see misprints in the programme file).
  mobile: { code: 'mobile-format', pattern: '09[0-9]{2}-?[0-9]{3}-?[0-9]{3}' },
  email: {
    code: 'email-format',
    pattern: "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}",
  },
  url: { code: 'url-format', pattern: '[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+' },
  pixels: { code: 'pixels-format', pattern: '[1-9][0-9]{0,4} ?[x×X*] ?[1-9][0-9]{0,4}' },
} as const satisfies Record<string, { code: FieldCode; pattern: string }>;

type Formatted = keyof typeof formats;

/** A value that is text, with every rule of its field. Error messages are field codes. */
export function textField(field: FormField, noneWord: string): z.ZodType {
  const missing = missingCode(field);
  const optional = field.requirement === 'optional' || field.requirement === 'when';
  const base = z
    .string({ error: ({ input }) => (input === undefined || input === null ? missing : 'not-text') })
    .check(atMost(field.max ?? (field.kind === 'url' ? maxUrlLength : defaultMax)));
  const schema = isFormatted(field.kind)
    ? withFormat(base, field, field.kind, noneWord)
    : withoutFormat(base, field, missing, optional);
  return optional ? schema.optional() : schema;
}

/** Characters as people and JSON Schema count them: 𠮷 is one, a line end is one. Zod's own `max` counts UTF-16 units. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\r\n?/g, '\n')).length;
}

function atMost(max: number) {
  const check = z.check<string>(({ value, issues }) => {
    if (value.length <= max || countCharacters(value) <= max) return;
    issues.push({ code: 'custom', message: 'too-long', input: value, continue: true });
  });
  // Where the JSON Schema is made, this is its maxLength.
  check._zod.onattach.push(({ _zod }) => {
    _zod.bag['maximum'] = max;
  });
  return check;
}

function isFormatted(kind: FormField['kind']): kind is Formatted {
  return Object.hasOwn(formats, kind);
}

function withoutFormat(base: z.ZodString, field: FormField, missing: FieldCode, optional: boolean): z.ZodType {
  if (field.kind === 'date') {
    return base.refine((text) => (optional && text === '') || z.iso.date().safeParse(text).success, {
      error: ({ input }) => (input === '' ? missing : 'date-format'),
    });
  }
  // Marks that turn the direction of writing make a reviewer read another text than the one that is kept.
  const allowed =
    field.kind === 'long-text'
      ? /^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\n\r\t])*$/u
      : /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u;
  const clean = base.regex(allowed, { error: 'control-characters' });
  return optional ? clean : clean.regex(/\S/, { error: missing });
}

function withFormat(base: z.ZodString, field: FormField, kind: Formatted, noneWord: string): z.ZodType {
  const { code, pattern } = formats[kind];
  const instead = [
    ...(field.requirement === 'none-word' ? [noneWord] : []),
    ...(field.requirement === 'zero' ? ['0'] : []),
    ...(field.requirement === 'optional' ? [''] : []),
  ];
  const whole = new RegExp(`^(?:${[...instead, pattern].join('|')})$`, 'u');
  const missing = missingCode(field);
  const formatted = base.regex(whole, { error: ({ input }) => (String(input).trim() === '' ? missing : code) });
  if (kind === 'ubn')
    return formatted.refine((text) => !/^[0-9]{8}$/.test(text) || isUbn(text), { error: 'ubn-checksum' });
  if (kind !== 'url') return formatted;
  return formatted.superRefine((text, context) => {
    if (!whole.test(text) || instead.includes(text)) return;
    const problem = linkProblem(text, field.hosts);
    if (problem) context.addIssue({ code: 'custom', message: problem === 'wrong-host' ? 'url-host' : 'url-format' });
  });
}
