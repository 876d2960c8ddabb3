import { type FormField, formFields, type Programme } from '@aipower/programme';

/** The fields of a programme's form that tell of the project in words, those of every category, in the order of the form. */
export function projectFields(programme: Programme): readonly FormField[] {
  const fields = programme.categories.flatMap(({ id }) => formFields(programme, id));
  const told = fields.filter(
    ({ id, kind, criterion }) => id === 'topic' || (kind === 'long-text' && criterion !== undefined),
  );
  return [...new Map(told.map((field) => [field.id, field])).values()];
}
