import { apiExamples, examplesOrigin } from './generated/api-examples.ts';
import type { Json } from './json.ts';

/** What an operation answered to its example request on the sample register. */
export interface ApiExample {
  /** The JSON of the answer, or the beginning of its text. */
  readonly answer: Json;
  /** How many entries of each list, or lines of the text, were kept; `null` when it is whole. */
  readonly most: number | null;
}

/**
 * What does an operation answer to the request its reference shows?
 *
 * Answers are made by running the operations (`scripts/generate.ts`), on the fictional sample and a day of its own: they
 * are the same whatever register is loaded, and a test fails when an operation would answer otherwise.
 *
 * @param origin takes the place of the address the examples were made under
 * @throws TypeError for an operation that has none yet: run `npm run generate`
 * @example exampleOf('getCatalogueEntry', 'https://register.example.tw').answer
 */
export function exampleOf(operationId: string, origin: string): ApiExample {
  const made = apiExamples[operationId];
  if (!made) throw new TypeError(`exampleOf: no example of ${operationId} has been made; run npm run generate`);
  return JSON.parse(JSON.stringify(made).replaceAll(examplesOrigin, origin)) as ApiExample;
}
