import type { Language } from '../../page/language.ts';
import type { Paths } from '../../page/paths.ts';
import { problemTypes } from '../../problems/problem-types.ts';
import { problemWords } from '../../problems/problem-words.ts';
import { exampleOf } from '../example.ts';
import { examplesMadeOn } from '../generated/api-examples.ts';
import type { Json, JsonObject } from '../json.ts';
import { mediaOf, openApiDocument } from '../openapi.ts';
import { type Operation, problemsOf, type Tag } from '../operation.ts';
import { apiEn } from '../words.en.ts';
import { apiZh } from '../words.zh.ts';
import { fieldsOf, type SchemaField, type TypePart, typeOf } from './json-schema.ts';

interface Context {
  readonly origin: string;
  readonly language: Language;
  readonly paths: Paths;
  /** Whether the register in use is the fictional sample, which the example requests ask for. */
  readonly sample: boolean;
}

interface ReferenceOperation {
  readonly id: string;
  readonly method: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly parameters: readonly (SchemaField & { place: string })[];
  readonly body: readonly TypePart[] | null;
  readonly answer: readonly TypePart[];
  readonly media: readonly string[];
  /** A working address, to look at the answer in the browser. */
  readonly tryIt: string | null;
  /** The request as a command, what was answered to it, and what of that is left out. */
  readonly example: { readonly curl: string; readonly answer: string; readonly cut: string | null };
  readonly problems: readonly { readonly status: number; readonly href: string; readonly title: string }[];
}

export interface ApiReference {
  readonly base: string;
  /** The day the examples live in, as `YYYY-MM-DD`. */
  readonly examplesMadeOn: string;
  readonly sample: boolean;
  readonly tags: readonly {
    readonly id: Tag;
    readonly title: string;
    readonly text: string;
    readonly operations: readonly ReferenceOperation[];
  }[];
  readonly schemas: readonly {
    readonly name: string;
    readonly text: string;
    readonly type: readonly TypePart[];
    readonly fields: readonly SchemaField[];
  }[];
}

/** What the reference page shows, read from the OpenAPI document in the reader's language. */
export function apiReference(operations: readonly Operation[], context: Context): ApiReference {
  const t = { zh: apiZh, en: apiEn }[context.language];
  const document = openApiDocument(operations, context) as unknown as Document;
  const shown = operations.map((operation) => ({
    tag: operation.tag,
    shape: operationShape(operation, document.paths[operation.path]![operation.method]!, context),
  }));
  return {
    base: `${context.origin}/api/v1`,
    examplesMadeOn,
    sample: context.sample,
    tags: Object.entries(t.tags)
      .map(([id, { title, text }]) => ({
        id: id as Tag,
        title,
        text,
        operations: shown.filter(({ tag }) => tag === id).map(({ shape }) => shape),
      }))
      .filter(({ operations: here }) => here.length > 0),
    schemas: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      text: String(schema['description'] ?? ''),
      type: typeOf(schema, t),
      fields: fieldsOf(schema, t),
    })),
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonObject>> };
}

interface OperationObject {
  readonly parameters?: readonly {
    name: string;
    in: string;
    required: boolean;
    description?: string;
    schema: JsonObject;
  }[];
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, { readonly schema: JsonObject }>> } };
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: JsonObject; readonly example: Json } };
  };
}

function operationShape(
  operation: Operation,
  read: OperationObject,
  { origin, language, paths, sample }: Context,
): ReferenceOperation {
  const t = { zh: apiZh, en: apiEn }[language];
  const body = read.requestBody?.content['application/json'];
  const media = mediaOf(operation);
  const address = `${origin}/api/v1${operation.path}`;
  const { answer, most } = exampleOf(operation.id, origin);
  return {
    id: operation.id,
    method: operation.method.toUpperCase(),
    at: operation.path,
    title: operation.summary[language],
    text: operation.description[language],
    parameters: (read.parameters ?? []).map(({ name, in: place, required, description, schema }) => {
      const object = {
        properties: { [name]: { ...schema, ...(description && { description }) } },
        required: required ? [name] : [],
      };
      return { ...fieldsOf(object, t)[0]!, place: t.places[place] ?? place };
    }),
    body: body ? typeOf(body.schema, t) : null,
    answer: typeOf(read.responses[200].content[media[0]!]!.schema, t),
    media,
    tryIt: operation.example && (sample || !operation.exampleNeedsSample) ? paths.api(operation.example) : null,
    example: {
      curl: body ? curl(address, body.example) : `curl '${origin}${paths.api(operation.example ?? operation.path)}'`,
      answer: typeof answer === 'string' ? answer : JSON.stringify(answer, null, 1),
      cut:
        most === null ? null : typeof answer === 'string' ? t.firstLines(String(most)) : t.firstEntries(String(most)),
    },
    problems: problemsOf(operation).map((type) => ({
      status: problemTypes[type],
      href: paths.problem(type),
      title: problemWords[language].types[type].title,
    })),
  };
}

function curl(address: string, example: Json): string {
  const body = JSON.stringify(example).replaceAll("'", "'\\''");
  return `curl ${address} \\\n  -H 'Content-Type: application/json' \\\n  -d '${body}'`;
}
