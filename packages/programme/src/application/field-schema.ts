import * as z from 'zod';
import type { FormField, Programme } from '../programme/parse-programme.ts';
import { missingCode } from './field-code.ts';
import { textField } from './text-field.ts';

/** Far beyond any company or data set; a larger number is a slip. */
const maxNumber = 1e15;

/** The ids a choice accepts: its options, or the names of its model list, and the exclusive one (無使用需求) last. */
export function choiceIds(programme: Programme, field: FormField): readonly string[] {
  const list = programme.modelLists.find(({ id }) => id === field.modelList);
  const names = list ? list.models.map(({ name }) => name) : (field.options ?? []).map(({ id }) => id);
  return field.exclusive ? [...names, field.exclusive.id] : names;
}

/** The schema of one field of a form, built from its data. Error messages are field codes. */
export function fieldSchema(programme: Programme, field: FormField, categoryId: string): z.ZodType {
  switch (field.kind) {
    case 'category':
      return z.literal(categoryId, {
        error: ({ input }) => (input === undefined || input === '' ? 'required' : 'wrong-category'),
      });
    case 'consent':
      return z.literal(true, { error: 'must-accept' });
    case 'integer':
    case 'number':
      return numberField(field);
    case 'choice-one':
    case 'yes-no':
      return oneChoice(programme, field);
    case 'choice-many':
      return manyChoices(programme, field);
    default:
      return textField(field, programme.bonus.noneWord);
  }
}

function numberField(field: FormField): z.ZodType {
  const missing = missingCode(field);
  const number = z
    .number({
      error: ({ input }) => (input === undefined || input === null || input === '' ? missing : 'not-a-number'),
    })
    .min(0, { error: 'negative' })
    .max(maxNumber, { error: 'too-large' });
  return field.kind === 'integer' ? number.multipleOf(1, { error: 'not-whole' }) : number;
}

function oneChoice(programme: Programme, field: FormField): z.ZodType {
  const missing = missingCode(field);
  return z.enum(choiceIds(programme, field), {
    error: ({ input }) => (input === undefined || input === null || input === '' ? missing : 'unknown-choice'),
  });
}

function manyChoices(programme: Programme, field: FormField): z.ZodType {
  const missing = missingCode(field);
  const ids = choiceIds(programme, field);
  const exclusive = field.exclusive?.id;
  return (
    z
      .array(z.enum(ids, { error: 'unknown-choice' }), {
        error: ({ input }) => (input === undefined || input === null || input === '' ? missing : 'unknown-choice'),
      })
      .min(1, { error: missing })
      // Each at most once; checked before anything looks at the entries, so that a long list costs nothing.
      .max(ids.length, { error: 'duplicate-choice' })
      .superRefine((chosen, context) => {
        if (new Set(chosen).size !== chosen.length) context.addIssue({ code: 'custom', message: 'duplicate-choice' });
        if (exclusive !== undefined && chosen.length > 1 && chosen.includes(exclusive)) {
          context.addIssue({ code: 'custom', message: 'exclusive-choice' });
        }
      })
  );
}
