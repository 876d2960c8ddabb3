import type { FormField } from '../programme/parse-programme.ts';

/** What can be wrong with a field. Words for people live in the site. */
export const fieldCodes = [
  'required',
  'required-or-none',
  'required-or-zero',
  'not-text',
  'too-long',
  'control-characters',
  'not-a-number',
  'not-whole',
  'negative',
  'too-large',
  'ubn-format',
  'ubn-checksum',
  'date-format',
  'phone-format',
  'mobile-format',
  'email-format',
  'url-format',
  'url-host',
  'pixels-format',
  'choose-at-least-one',
  'choose-one',
  'unknown-choice',
  'duplicate-choice',
  'exclusive-choice',
  'other-needs-text',
  'must-accept',
  'wrong-category',
  'category-frozen',
  'unknown-field',
  'not-an-object',
] as const;

/** One of {@link fieldCodes}. */
export type FieldCode = (typeof fieldCodes)[number];

export function isFieldCode(code: string): code is FieldCode {
  return (fieldCodes as readonly string[]).includes(code);
}

/** The code for a field that was left out or left blank. */
export function missingCode({ kind, requirement }: FormField): FieldCode {
  if (kind === 'consent') return 'must-accept';
  if (kind === 'choice-many') return 'choose-at-least-one';
  if (kind === 'choice-one' || kind === 'yes-no') return 'choose-one';
  if (requirement === 'none-word') return 'required-or-none';
  return requirement === 'zero' ? 'required-or-zero' : 'required';
}
