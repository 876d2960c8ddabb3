import type { JsonObject } from '@aipower/site/api/json';
import { openApiDocument } from '@aipower/site/api/openapi';
import { operations } from '@aipower/site/api/operations';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';

/** A part of an answer whose shape the contract has checked; tests read it without saying the shape again. */
// biome-ignore lint/suspicious/noExplicitAny: that is what it is.
export type Loose = any;

/** An answer of the API, held against the document that promises it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Loose;
}

export type Method = 'get' | 'post';

interface ResponseObject {
  readonly content?: Readonly<Record<string, { readonly schema: JsonObject }>>;
}
export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: JsonObject }[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: JsonObject; readonly example: unknown } };
  };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

export interface Contract {
  readonly document: {
    readonly paths: Readonly<Record<string, Readonly<Record<Method, OperationObject>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, JsonObject>> };
  };
  readonly ajv: Ajv2020;
  /** Every failed promise of an answer; empty when it keeps them all. */
  breaches(at: string, method: Method, answer: Answer): string[];
}

export function contractOf(origin: string): Contract {
  const document = openApiDocument(operations, { origin, language: 'en' }) as unknown as Contract['document'];
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addKeyword('x-description-zh');
  // References inside the document point at itself, so it is one schema with an id of its own.
  ajv.addSchema({ $id: 'openapi:', components: document.components } as object, 'openapi:');
  ajv.addVocabulary(['components']);
  const compiled = new Map<string, ReturnType<Ajv2020['compile']>>();

  function validate(schema: JsonObject, data: unknown): string[] {
    const key = JSON.stringify(schema);
    let check = compiled.get(key);
    if (!check) {
      check = ajv.compile(JSON.parse(key.replaceAll('"#/components', '"openapi:#/components')));
      compiled.set(key, check);
    }
    return check(data)
      ? []
      : (check.errors ?? []).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`);
  }

  return {
    document,
    ajv,
    breaches(at, method, answer) {
      const promised = document.paths[at]![method].responses[String(answer.status)];
      if (!promised) return [`${method} ${at}: status ${answer.status} is not documented`];
      if (!promised.content) return answer.text === '' ? [] : [`${method} ${at}: ${answer.status} has a body`];
      const type = (answer.headers.get('content-type') ?? '').split(';')[0]!;
      const media = promised.content[type];
      if (!media) return [`${method} ${at}: ${answer.status} as ${type} is not documented`];
      return /[/+]json$/.test(type) && type !== 'application/ld+json' ? validate(media.schema, answer.json) : [];
    },
  };
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const json =
    /[/+]json(;|$)/.test(response.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

/** Asks one operation and fails when the answer breaks the document. */
export function client(base: string, contract: Contract) {
  const checked = async (at: string, method: Method, address: string, init?: RequestInit) => {
    const answer = await ask(base + address, init);
    expect(contract.breaches(at, method, answer), `${method} ${address}`).toEqual([]);
    return answer;
  };
  return {
    get: (at: string, address: string = at, headers: Record<string, string> = {}) =>
      checked(at, 'get', address, { headers }),
    post: (at: string, body: unknown, headers: Record<string, string> = {}) =>
      checked(at, 'post', at, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
