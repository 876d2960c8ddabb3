import * as z from 'zod';
import { idSchema, officialSchema } from './official.ts';

export const fieldKinds = [
  'category',
  'text',
  'long-text',
  'ubn',
  'date',
  'integer',
  'number',
  'phone',
  'mobile',
  'email',
  'url',
  'pixels',
  'certificate-number',
  'choice-many',
  'choice-one',
  'yes-no',
  'consent',
] as const;

/** required · none-word: 無 when there is none · zero: 0 when there is none · when: if another choice is taken · accept: agreed to. */
export const requirements = ['required', 'none-word', 'zero', 'optional', 'when', 'accept'] as const;

/** People of an applicant: 專案主持人, 專案聯絡人, 專案聯絡人(2). */
export const contactRoles = ['leader', 'contact', 'second-contact'] as const;

const fieldIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a field id in camelCase');
const optionSchema = z.strictObject({ id: z.string().min(1), label: officialSchema });

export const formFieldSchema = z.strictObject({
  id: fieldIdSchema,
  no: z.string().optional(),
  categories: z.array(idSchema).min(1).optional(),
  environment: idSchema.optional(),
  /** Names a person to be reached: not shown to who reviews. Telephones and mail addresses never are. */
  person: z.literal(true).optional(),
  /** Whom of the applicant it names or reaches: those are written to, and may be exchanged after an award. */
  role: z.enum(contactRoles).optional(),
  criterion: idSchema.optional(),
  bonus: z.string().optional(),
  kind: z.enum(fieldKinds),
  requirement: z.enum(requirements),
  when: z.strictObject({ field: fieldIdSchema, has: z.string() }).optional(),
  unit: z.string().optional(),
  max: z.int().positive().optional(),
  hosts: z.array(z.string()).min(1).optional(),
  label: officialSchema,
  hint: officialSchema.optional(),
  help: officialSchema.optional(),
  example: officialSchema.optional(),
  options: z.array(optionSchema).min(1).optional(),
  modelList: idSchema.optional(),
  exclusive: optionSchema.optional(),
});

export const formSectionSchema = z.strictObject({
  id: idSchema,
  categories: z.array(idSchema).min(1).optional(),
  heading: officialSchema,
  notice: officialSchema.optional(),
  /** What else the page of the form says. */
  remarks: z.array(officialSchema).min(1).optional(),
  noticeId: idSchema.optional(),
  fields: z.array(formFieldSchema).min(1),
});

export const formsSchema = z.strictObject({ sections: z.array(formSectionSchema).min(1) });
