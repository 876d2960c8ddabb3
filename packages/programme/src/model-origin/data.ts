import * as z from 'zod';
import { ProgrammeDataError } from '../programme/data-error.ts';

const schema = z.strictObject({
  source: z.string(),
  seenOn: z.string(),
  organisations: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      origin: z.string().regex(/^[A-Z]{2}$/),
      /** Publisher names as they stand before a slash, and company names. */
      organisations: z.array(z.string().min(1)),
      /** Beginnings of model names. */
      families: z.array(z.string().min(1)),
      /** Names that are common words or very short: they count only as a whole word. */
      exact: z.array(z.string().min(1)),
    }),
  ),
  /** Words that name a build (GGUF, Instruct) of the same model. */
  sameModel: z.array(z.string().regex(/^[a-z0-9]+$/)),
  /** Words behind a family of `exact` that name a variant of it. */
  variants: z.array(z.string().min(1)),
  bases: z.array(z.strictObject({ match: z.string().min(1), base: z.string().min(1) })),
  grey: z.array(z.strictObject({ id: z.string(), example: z.string(), why: z.string() })),
});

type Data = z.infer<typeof schema>;
export type ModelOrganisation = Readonly<Data['organisations'][number]>;
export interface ModelOrigins extends Readonly<Omit<Data, 'organisations'>> {
  readonly organisations: readonly ModelOrganisation[];
}

/** Data of the shape of data/model-origins.yml, or a ProgrammeDataError with every issue. */
export function parseModelOrigins(data: unknown): ModelOrigins {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
  throw new ProgrammeDataError('data/model-origins.yml', issues);
}
