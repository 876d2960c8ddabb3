import type { problemsZh } from './words.zh.ts';

/** The same keys as `problems.zh.ts`, in English. */
export const problemsEn: typeof problemsZh = {
  title: 'API problem types',
  lead: 'RFC 9457 problem details; errors points at every field to fix.',
  status: 'HTTP status',
  means: 'What it means',
  todo: 'What to do',
  tell: 'If it keeps happening, contact the site team and quote the instance: ',
  example: 'Example answer',
  all: 'All problem types',
  fieldCodes: 'Codes in errors',
  fieldCodesLead:
    'Each entry of errors has a code, a place (pointer into the body, or the name of a parameter) and one sentence.',
  types: {
    'malformed-address': {
      title: 'The address cannot be read',
      detail: 'The percent-encoding in the address is broken or is not UTF-8.',
      means: 'Every % in an address must be followed by two hexadecimal digits, and the decoded text must be UTF-8.',
      todo: 'Encode path and values, for example with encodeURIComponent.',
    },
    'invalid-parameter': {
      title: 'A parameter is not right',
      detail: 'At least one parameter is unknown or does not fit; errors lists every one.',
      means:
        'A parameter in the address does not exist, is repeated, or is outside what is allowed. An unknown parameter is an error; it is never silently ignored.',
      todo: 'Fix each item in errors.',
    },
    'malformed-json': {
      title: 'The content is not valid JSON',
      detail: 'The body of the request cannot be read as JSON.',
      means: 'The body breaks the syntax of JSON somewhere, or is empty.',
      todo: 'Let a JSON library write it.',
    },
    'invalid-body': {
      title: 'The content is not right',
      detail: 'The body does not fit the description; errors lists every place.',
      means: 'The JSON can be read, but a field is missing, unknown, or does not fit.',
      todo: 'Fix every place that errors points at.',
    },
    'not-found': {
      title: 'No such address',
      detail: 'The API has no such address.',
      means: 'It does not mean that nothing was found.',
      todo: 'Compare with the paths on the reference page, and mind the version, /api/v1.',
    },
    'unknown-code': {
      title: 'No such code',
      detail: 'The catalogue has no such code; nearest lists the codes close to it.',
      means: 'The code is not in this edition of the catalogue. Codes are text: 4.10 is not 4.1.',
      todo: 'Use a code from nearest.',
    },
    'unknown-provider': {
      title: 'The register has no such provider',
      detail: 'The register has no provider under this UBN (統一編號).',
      means: 'This number is not on the lists loaded at present. Their age and completeness are in register.',
      todo: 'Check the number; to search by name use POST /matches/companies.',
    },
    'unknown-certificate': {
      title: 'The list has no such number',
      detail: 'The list of this scheme has no such number; suggestions lists numbers close to it.',
      means: 'The list is complete and up to date, and the number is not on it. Similar numbers are suggestions only.',
      todo: 'Check the number and the scheme.',
    },
    'unknown-programme': {
      title: 'No programme of this year',
      detail: 'There is no programme of this year here.',
      means: 'Only announced years are on file.',
      todo: 'Use one of the years in known (ROC years).',
    },
    'method-not-allowed': {
      title: 'This address does not take this method',
      detail: 'The address does not take this HTTP method; the Allow header lists the ones it takes.',
      means: 'The address exists, the method is another.',
      todo: 'Use a method from the Allow header.',
    },
    'not-acceptable': {
      title: 'None of the formats asked for is available',
      detail: 'None of the formats in the Accept header can be given.',
      means: 'This address answers only in the formats listed in available.',
      todo: 'Add one of them to Accept, or omit it.',
    },
    'request-timeout': {
      title: 'The content arrived too slowly',
      detail: 'The body of the request was not complete within the time limit.',
      means: 'The server does not wait for a body for ever.',
      todo: 'Send it again; split what is large.',
    },
    'body-too-large': {
      title: 'The content is too large',
      detail: 'The body is larger than this address takes.',
      means: 'Every address has its own limit, given in limit (bytes).',
      todo: 'Send it in parts; a verification takes at most 10,000 claims.',
    },
    'unsupported-media-type': {
      title: 'This kind of content is not supported',
      detail: 'The body must be application/json in UTF-8, not compressed.',
      means: 'Content-Type or Content-Encoding is not one this address takes.',
      todo: 'Set Content-Type: application/json; do not compress.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      detail: 'More requests than allowed arrived within one minute.',
      means: 'Each client may send a number of requests per minute; the RateLimit headers say how many are left.',
      todo: 'Wait the seconds in Retry-After; verify many claims in one POST /verifications.',
    },
    'internal-error': {
      title: 'A fault on this site',
      detail: 'This request was not completed. This does not mean there is no record.',
      means: 'The fault is the site’s. It was recorded under the request id.',
      todo: 'Try again later.',
    },
    'register-unavailable': {
      title: 'The register cannot be read right now',
      detail:
        'The register cannot be read right now, so this request was not completed. This does not mean there is no record.',
      means: 'The database is out of reach, locked or damaged; reason says which.',
      todo: 'Wait the seconds in Retry-After and try again.',
    },
    'applications-unavailable': {
      title: 'Applications cannot be read or saved right now',
      detail: 'The database of applications does not answer right now, so this request was not completed.',
      means: 'The database of applications is out of reach, locked, full or read-only; reason says which.',
      todo: 'Wait the seconds in Retry-After and try again.',
    },
    'list-not-usable': {
      title: 'The list of this scheme cannot answer this',
      detail:
        'The list of this scheme is not loaded, not complete or too old, so whether the number exists cannot be said.',
      means:
        '“Cannot be verified” does not mean “not registered”: the list is not loaded, not complete, or older than its limit.',
      todo: 'See the day of the list in list; try again when it is updated.',
    },
    busy: {
      title: 'Busy',
      detail: 'Too many large computations are under way; please try again shortly.',
      means: 'So that large computations do not slow down everyone else, only some run at the same time.',
      todo: 'Wait the seconds in Retry-After and try again.',
    },
  },
  pages: {
    'malformed-address': { title: 'This address is not complete', text: 'Copy it again, or search below.' },
    'malformed-json': { title: 'What you sent could not be read', text: 'Send it again from a page of this site.' },
    'unsupported-media-type': {
      title: 'What you sent could not be read',
      text: 'Send it again from a page of this site.',
    },
    'request-timeout': { title: 'Sending took too long', text: 'The connection was too slow. Send it again.' },
    'body-too-large': { title: 'This is over the size limit', text: 'Shorten it, or send it in parts.' },
    'too-many-requests': { title: 'Too many requests', text: 'To check many numbers, use the batch check.' },
    'register-unavailable': {
      title: 'The register cannot be read right now',
      text: 'This request was not completed. This does not mean there is no record.',
    },
    'applications-unavailable': {
      title: 'Applications cannot be read right now',
      text: 'This request was not completed. Saved data was not changed.',
    },
    busy: { title: 'The site is busy', text: 'This request has not been processed.' },
  },
  fields: {
    missing: () => 'Required, but not given.',
    'wrong-type': (expected: string, found: string) => `Expected ${expected}, got ${found}.`,
    'too-short': (min: number) => `At least ${min} characters.`,
    'too-long': (max: number) => `At most ${max} characters.`,
    'too-few': (min: number) => `At least ${min} entries.`,
    'too-many': (max: number) => `At most ${max} entries.`,
    'too-small': (min: number | string) => `Not less than ${min}.`,
    'too-large': (max: number | string) => `Not more than ${max}.`,
    'not-one-of': (known: string) => `Must be one of: ${known}.`,
    'bad-format': (format: string) => `Not in the right form; expected ${format}.`,
    'unknown-field': (known: string) => (known ? `No such field; the fields are: ${known}.` : 'No such field.'),
    'unknown-parameter': (known: string) =>
      known ? `No such parameter; the parameters are: ${known}.` : 'No such parameter; this address takes none.',
    'repeated-parameter': () => 'This parameter may be given only once.',
    'unusable-text': () => 'Contains control characters or broken Unicode characters.',
    contradiction: (what: string) => what,
  },
  fieldTypes: {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'null',
    undefined: 'nothing',
  },
  formats: {
    date: 'a day as YYYY-MM-DD, such as 2026-07-01',
    datetime: 'a date and time with its zone, such as 2026-07-01T09:00:00+08:00',
    url: 'an http or https address',
    ubn: 'a UBN (統一編號) of 8 ASCII digits',
    'item-code': 'an item code such as 4.6.1',
  },
};
