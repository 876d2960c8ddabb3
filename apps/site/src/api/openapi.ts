import { z } from 'zod';
import type { Language } from '../page/language.ts';
import { showIn } from '../page/show.ts';
import { problemUri } from '../problems/problem.ts';
import { type ProblemType, problemTypes } from '../problems/problem-types.ts';
import { problemWords } from '../problems/problem-words.ts';
import { components } from './components.ts';
import { ZH_KEYWORD } from './describe.ts';
import { exampleOf } from './example.ts';
import { examplesMadeOn } from './generated/api-examples.ts';
import type { Json, JsonObject } from './json.ts';
import { type Operation, problemsOf } from './operation.ts';
import { problem } from './schemas/problem.ts';
import { apiEn } from './words.en.ts';
import { apiZh } from './words.zh.ts';

export const API_VERSION = '1.0.0';
const words = { zh: apiZh, en: apiEn };
const REFERENCE = '#/components/schemas/';

/**
 * The OpenAPI 3.1 document of the operations, made from the same zod schemas that check requests.
 * @param language of titles and descriptions; names and codes are the same in both.
 * @example openApiDocument(operations, { origin: 'https://register.example.tw', language: 'en' })
 */
export function openApiDocument(
  operations: readonly Operation[],
  { origin, language }: { readonly origin: string; readonly language: Language },
): JsonObject {
  const t = words[language];
  const schemas = componentSchemas(operations, language);
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method] = pathItem(operation, origin, language);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: t.title,
      summary: t.summary,
      description: [...t.conventions, { title: t.examples, text: t.examplesNote(examplesMadeOn) }]
        .map(({ title, text }) => `### ${title}\n\n${text}`)
        .join('\n\n'),
      version: API_VERSION,
      license: { name: t.license, url: `${origin}/about#licence` },
      contact: { name: t.contact, url: `${origin}/about#report` },
    },
    servers: [{ url: `${origin}/api/v1` }],
    // Nothing here needs a key; saying so is how OpenAPI tells it from having forgotten.
    security: [],
    tags: Object.entries(t.tags).map(([name, { title, text }]) => ({ name, description: `**${title}.** ${text}` })),
    paths,
    components: { schemas, headers: headers(language) },
    externalDocs: { url: `${origin}${language === 'en' ? '/en' : ''}/api`, description: t.referencePage },
  };
}

function pathItem(operation: Operation, origin: string, language: Language): Json {
  const t = words[language];
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary[language],
    description: operation.description[language],
    ...parametersOf(operation, language),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: reference(operation.body.schema), example: operation.body.example as Json },
        },
      },
    }),
    responses: {
      200: {
        description: t.ok,
        headers: {
          'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
          RateLimit: { $ref: '#/components/headers/RateLimit' },
          'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
          ...(operation.method === 'get' && { ETag: { $ref: '#/components/headers/ETag' } }),
          ...(operation.paged && { Link: { $ref: '#/components/headers/Link' } }),
        },
        content: Object.fromEntries(
          mediaOf(operation).map((type, index) => [
            type,
            {
              schema: answerSchema(operation, type),
              ...(index === 0 && { example: exampleOf(operation.id, origin).answer }),
            },
          ]),
        ),
      },
      ...(operation.method === 'get' && { 304: { description: t.notModified } }),
      ...problemResponses(operation, origin, language),
    },
  };
}

/** The media types of the answer, the preferred one first. */
export function mediaOf(operation: Operation): readonly string[] {
  return operation.media ?? ['application/json'];
}

function answerSchema(operation: Operation, type: string): Json {
  return /json$/.test(type) && components.has(operation.response) ? reference(operation.response) : { type: 'string' };
}

function problemResponses(operation: Operation, origin: string, language: Language): Record<string, Json> {
  const byStatus = Map.groupBy(problemsOf(operation), (type) => problemTypes[type]);
  const line = (type: ProblemType) => `[${problemWords[language].types[type].title}](${problemUri(origin, type)})`;
  return Object.fromEntries(
    [...byStatus].map(([status, types]) => [
      String(status),
      {
        description: showIn(language).list(types.map(line)),
        ...(status === 429 || status === 503
          ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } }
          : {}),
        content: { 'application/problem+json': { schema: reference(problem) } },
      },
    ]),
  );
}

function parametersOf(operation: Operation, language: Language): { parameters?: Json } {
  const parameters = (['path', 'query'] as const).flatMap((place) => {
    const schema = place === 'path' ? operation.params : operation.query;
    if (!schema) return [];
    const read = tidy(z.toJSONSchema(schema, { io: 'input' }) as Json, language) as Record<string, Json>;
    const required = (read['required'] ?? []) as string[];
    return Object.entries((read['properties'] ?? {}) as Record<string, JsonObject>).map(
      ([name, { description, ...rest }]) => ({
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(description !== undefined && { description }),
        ...(rest['type'] === 'array' && { explode: true }),
        schema: rest,
      }),
    );
  });
  return parameters.length > 0 ? { parameters } : {};
}

function reference(schema: z.ZodType): Json {
  const id = components.get(schema)?.id;
  if (!id) throw new TypeError('openApiDocument: a request or answer schema has no name; give it one with named()');
  return { $ref: REFERENCE + id };
}

/** Bodies are described as they are sent, answers as they come; what both use must look the same. */
function componentSchemas(operations: readonly Operation[], language: Language): Record<string, Json> {
  const generate = (io: 'input' | 'output') =>
    z.toJSONSchema(components, { io, uri: (id) => REFERENCE + id, reused: 'inline' }).schemas as Record<
      string,
      JsonObject
    >;
  const input = generate('input');
  const output = generate('output');
  const sent = new Set<string>();
  const visit = (value: Json) => {
    for (const id of referencesIn(value)) {
      if (sent.has(id)) continue;
      sent.add(id);
      visit(input[id]!);
    }
  };
  for (const { body } of operations) if (body) visit(reference(body.schema));
  return Object.fromEntries(
    Object.keys(output)
      .sort()
      .map((id) => [id, tidy((sent.has(id) ? input : output)[id]!, language)]),
  );
}

/** The ids of the named schemas a piece of JSON Schema refers to. */
export function referencesIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return Object.entries(value as JsonObject).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part.slice(REFERENCE.length)] : referencesIn(part),
  );
}

/** Takes out what says nothing to a reader, and picks the language of the descriptions. */
function tidy(value: Json, language: Language): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => tidy(part, language));
  const object = value as JsonObject;
  const kept: Record<string, Json> = {};
  for (const [key, part] of Object.entries(object)) {
    if (key === '$schema' || key === '$id' || key === 'readOnly' || key === ZH_KEYWORD) continue;
    if (Math.abs(Number(part)) === Number.MAX_SAFE_INTEGER && (key === 'maximum' || key === 'minimum')) continue;
    // The pattern repeats, in two hundred characters, what the format says.
    if (key === 'pattern' && (object['format'] === 'date' || object['format'] === 'date-time')) continue;
    if (key === 'propertyNames' && JSON.stringify(part) === '{"type":"string"}') continue;
    kept[key] = tidy(part, language);
  }
  const zh = object[ZH_KEYWORD];
  if (language === 'zh' && typeof zh === 'string') kept['description'] = zh;
  return kept;
}

function headers(language: Language): Json {
  const text = (description: string, schema: Json = { type: 'string' }): Json => ({ description, schema });
  const t = words[language].headers;
  return {
    ETag: text(t.etag),
    Link: text(t.link),
    RateLimit: text(t.rateLimit),
    'RateLimit-Policy': text(t.rateLimitPolicy),
    'Retry-After': text(t.retryAfter, { type: 'integer', minimum: 1 }),
    'X-Request-Id': text(t.requestId, { type: 'string', format: 'uuid' }),
  };
}
