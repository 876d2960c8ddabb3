import type { Response } from 'express';
import { type Language, languageTag } from '../page/language.ts';
import type { FieldError } from './field-errors.ts';
import { type ProblemType, problemTypes } from './problem-types.ts';
import { problemWords } from './problem-words.ts';

/** RFC 9457 problem details as this API sends them; the members behind `instance` depend on the type. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** `urn:uuid:` and the request id, under which the log knows this occurrence. */
  readonly instance: string;
  readonly errors?: readonly FieldError[];
  readonly [member: string]: unknown;
}

interface Occurrence {
  /** Further members of the document, such as `nearest` or `limit`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown by whatever handles an API request and cannot answer it; becomes a problem document. */
export class Problem extends Error {
  override name = 'Problem';
  readonly type: ProblemType;
  readonly occurrence: Occurrence;

  get status(): number {
    return problemTypes[this.type];
  }

  constructor(type: ProblemType, occurrence: Occurrence = {}) {
    super(problemWords.en.types[type].detail, { cause: occurrence.cause });
    this.type = type;
    this.occurrence = occurrence;
  }
}

/**
 * A query that is not percent-encoded UTF-8 would be read with characters replaced, and answered as another question.
 *
 * @param address path and query; of a page, without the parameters that it passes over
 * @throws Problem `malformed-address`
 */
export function assertDecodable(address: string): void {
  const query = address.indexOf('?');
  try {
    if (query >= 0 && address.includes('%', query)) decodeURIComponent(address.slice(query));
  } catch (cause) {
    throw new Problem('malformed-address', { cause });
  }
}

export function problemUri(origin: string, type: ProblemType): string {
  return `${origin}/problems/${type}`;
}

/** The document of one occurrence, in the reader's language. */
export function problemDocument(
  problem: Problem,
  context: { readonly origin: string; readonly language: Language; readonly requestId: string },
): ProblemDocument {
  const { type, occurrence } = problem;
  const words = problemWords[context.language].types[type];
  return {
    type: problemUri(context.origin, type),
    title: words.title,
    status: problemTypes[type],
    detail: words.detail,
    instance: `urn:uuid:${context.requestId}`,
    ...(occurrence.errors && { errors: occurrence.errors }),
    ...occurrence.members,
  };
}

/** The reader's language by `Accept-Language`; English when nothing is asked for, as in the reference document. */
export function apiLanguage(header: string | undefined): Language {
  if (!header) return 'en';
  const wishes = header
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((value) => value !== undefined);
      return { tag, q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, q }) => q > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.q - a.q);
  return wishes[0]?.tag.startsWith('zh') ? 'zh' : 'en';
}

export function sendProblem(
  res: Response,
  problem: Problem,
  context: { readonly origin: string; readonly language: Language },
): void {
  const document = problemDocument(problem, { ...context, requestId: String(res.locals['requestId']) });
  res
    .status(document.status)
    .set({ 'Cache-Control': 'no-store', ...problem.occurrence.headers })
    .set('Content-Language', languageTag[context.language])
    .vary('Accept-Language')
    .type('application/problem+json')
    // A Buffer, so that Express adds no charset parameter: the media type defines none.
    .send(Buffer.from(JSON.stringify(document)));
}
