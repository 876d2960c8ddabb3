import type { DeepReadonly } from '@aipower/programme';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Bilingual, Language } from '../page/language.ts';
import type { ProblemType } from '../problems/problem-types.ts';

/** The groups of operations, in the order of the reference. */
export const tags = [
  'catalogue',
  'register',
  'verification',
  'matching',
  'programme',
  'precheck',
  'changes',
  'dumps',
] as const;
export type Tag = (typeof tags)[number];

type Params = z.ZodObject;

/** What an operation gets: everything it was asked, checked and typed, and the day in Taipei. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly deps: Deps;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly today: string;
  readonly language: Language;
  /** True once the client is gone: long work stops. */
  readonly aborted: () => boolean;
}

/** Lines that are the same for all who ask; `key` says everything that they depend on. */
export interface SharedLines {
  readonly key: string;
  lines(): Iterable<string>;
}

/** Text as a whole, lines that are sent as they are made, or lines that are made once for all who ask. */
type RawBody = string | Buffer | Iterable<string> | SharedLines;

/** An answer that is not JSON, or one with headers of its own. */
export class RawAnswer {
  readonly mediaType: string;
  readonly body: RawBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(mediaType: string, body: RawBody, headers: Readonly<Record<string, string>> = {}) {
    this.mediaType = mediaType;
    this.body = body;
    this.headers = headers;
  }
}

interface Definition<P extends Params, Q extends Params, B extends z.ZodType, A extends z.ZodType> {
  /** `operationId`: kept for ever, generated clients are named by it. */
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Under `/api/v1`; parameters as `{name}`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: Bilingual;
  readonly description: Bilingual;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: { readonly schema: B; readonly limit: number; readonly example: z.input<B> };
  readonly response: A;
  /** The media types of the answer; `application/json` when left out. */
  readonly media?: readonly string[];
  /** Which of them it is follows from `Accept`, so that caches keep them apart. */
  readonly negotiated?: true;
  /** The answer has a `page` member: `Link` headers lead to the other pages. */
  readonly paged?: boolean;
  /** An address that shows the operation at work on the sample register, such as `/catalogue/4.6.1`. */
  readonly example?: string;
  /** The address names something that only the sample register holds, and leads nowhere on another. */
  readonly exampleNeedsSample?: true;
  /** Beyond those every operation can meet (see problemsOf). */
  readonly problems?: readonly ProblemType[];
  handle(
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
    req: Request,
    res: Response,
  ): Answer<A> | Promise<Answer<A>>;
}

type Answer<A extends z.ZodType> = DeepReadonly<z.output<A>> | RawAnswer;

export type Operation = Omit<Definition<Params, Params, z.ZodType, z.ZodType>, 'handle'> & {
  handle(call: Call, req: Request, res: Response): unknown;
};

/** One operation of the API: its schemas, its words, its work. The router, the document and the tests read the same. */
export function defineOperation<
  P extends Params = z.ZodObject<Record<never, never>>,
  Q extends Params = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodNever,
  A extends z.ZodType = z.ZodType,
>(definition: Definition<P, Q, B, A>): Operation {
  return definition as unknown as Operation;
}

/** Every problem type an operation can answer with. */
export function problemsOf(operation: Operation): ProblemType[] {
  const all: ProblemType[] = [
    'invalid-parameter',
    ...(operation.params || operation.query ? (['malformed-address'] as const) : []),
    'not-acceptable',
    ...(operation.body
      ? (['malformed-json', 'invalid-body', 'request-timeout', 'body-too-large', 'unsupported-media-type'] as const)
      : []),
    ...(operation.problems ?? []),
    'too-many-requests',
    // Also before an operation is reached: a client that makes the process hold too much for it.
    'busy',
    'internal-error',
  ];
  return [...new Set(all)];
}
