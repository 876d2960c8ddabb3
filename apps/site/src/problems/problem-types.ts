/**
 * Every kind of problem an API answer can carry, with its HTTP status. The address of a kind is
 * `/problems/{id}`; its words are in `words.*.ts`. Ids are kept for ever: clients compare them.
 */
export const problemTypes = {
  'malformed-address': 400,
  'invalid-parameter': 400,
  'malformed-json': 400,
  'invalid-body': 400,
  'not-found': 404,
  'unknown-code': 404,
  'unknown-provider': 404,
  'unknown-certificate': 404,
  'unknown-programme': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'request-timeout': 408,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'internal-error': 500,
  'register-unavailable': 503,
  'applications-unavailable': 503,
  'list-not-usable': 503,
  busy: 503,
} as const;

/** The day on which what the pages of the problems say was last changed. A test holds it beside their words. */
export const problemsDescribedOn = '2026-11-27';

export type ProblemType = keyof typeof problemTypes;

export const problemTypeIds = Object.keys(problemTypes) as readonly ProblemType[];

export function isProblemType(id: string): id is ProblemType {
  return Object.hasOwn(problemTypes, id);
}
