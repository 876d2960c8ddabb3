import type { Language } from '../../page/language.ts';
import type { Paths } from '../../page/paths.ts';
import { problemTypes } from '../../problems/problem-types.ts';
import { problemWords } from '../../problems/problem-words.ts';
import { exampleOf } from '../example.ts';
import { examplesMadeOn } from '../generated/api-examples.ts';
import type { Json, JsonObject } from '../json.ts';
import { mediaOf, openApiDocument } from '../openapi.ts';
import { type Operation, problemsOf } from '../operation.ts';
import { apiEn } from '../words.en.ts';
import { apiZh } from '../words.zh.ts';
import { fieldsOf, type Reader, type SchemaField, type TypePart, typeOf } from './json-schema.ts';
import { type ApiTopic, apiTopics, topicsOfSchemas } from './topics.ts';

interface Context {
  readonly origin: string;
  readonly language: Language;
  readonly paths: Paths;
  /** Whether the register in use is the fictional sample, which the example requests ask for. */
  readonly sample: boolean;
}

/** What an operation asks for, short enough for a list of all. */
interface Asked {
  readonly id: string;
  readonly method: string;
  readonly at: string;
  readonly title: string;
  /** A working address, to look at the answer in the browser. */
  readonly tryIt: string | null;
  /** The request as a command. */
  readonly curl: string;
}

interface ReferenceOperation extends Asked {
  readonly text: string;
  readonly parameters: readonly (SchemaField & { place: string })[];
  readonly body: readonly TypePart[] | null;
  readonly answer: readonly TypePart[];
  readonly media: readonly string[];
  /** What was answered to the example, and what of that is left out. */
  readonly example: { readonly answer: string; readonly cut: string | null };
  readonly problems: readonly { readonly status: number; readonly href: string; readonly title: string }[];
}

interface Link {
  readonly href: string;
  readonly label: string;
}

interface Examples {
  /** The day the examples live in, as `YYYY-MM-DD`. */
  readonly examplesMadeOn: string;
  readonly sample: boolean;
}

/** The first page: everything that can be asked, and where each answer and schema is explained. */
export interface ApiReference extends Examples {
  readonly base: string;
  readonly topics: readonly (Link & {
    readonly id: ApiTopic;
    readonly text: string;
    readonly operations: readonly (Asked & { readonly href: string })[];
  })[];
  readonly schemas: readonly { readonly name: string; readonly href: string }[];
}

/** The page of one group of operations with their schemas, or of the schemas that several groups use. */
export interface ApiTopicPage extends Examples {
  readonly title: string;
  readonly text: string;
  readonly topics: readonly (Link & { readonly here: boolean })[];
  readonly operations: readonly ReferenceOperation[];
  readonly schemas: readonly {
    readonly name: string;
    readonly text: string;
    readonly type: readonly TypePart[];
    readonly fields: readonly SchemaField[];
  }[];
}

/** All pages of the reference, read from the OpenAPI document in the reader's language. */
export function apiReference(
  operations: readonly Operation[],
  context: Context,
): { readonly index: ApiReference; readonly topics: ReadonlyMap<ApiTopic, ApiTopicPage> } {
  const { origin, language, paths, sample } = context;
  const t = { zh: apiZh, en: apiEn }[language];
  const document = openApiDocument(operations, context) as unknown as Document;
  const { schemas } = document.components;
  const read = operations.map((operation) => ({
    operation,
    object: document.paths[operation.path]![operation.method]!,
  }));
  const topicOf = topicsOfSchemas(
    schemas,
    read.map(({ operation: { tag }, object: { parameters = [], requestBody, responses } }) => ({
      tag,
      parts: [
        ...parameters.map(({ schema }) => schema),
        requestBody?.content ?? null,
        responses[200].content,
      ] as Json[],
    })),
  );
  const anchor = (name: string) => `#schema-${name}`;
  const schemaAt = (name: string) => paths.apiTopic(topicOf.get(name)!) + anchor(name);
  const examples = { examplesMadeOn, sample };
  const headings = apiTopics.map((id) => ({
    id,
    ...(id === 'shared' ? { title: t.shared.title, text: t.shared.text } : t.tags[id]),
    href: paths.apiTopic(id),
  }));
  const page = (topic: ApiTopic): ApiTopicPage => {
    const reader = { t, schemaAt: (name: string) => (topicOf.get(name) === topic ? anchor(name) : schemaAt(name)) };
    const { title, text } = headings.find(({ id }) => id === topic)!;
    return {
      ...examples,
      title,
      text,
      topics: headings.map(({ id, title: label, href }) => ({ label, href, here: id === topic })),
      operations: read
        .filter(({ operation }) => operation.tag === topic)
        .map(({ operation, object }) => operationShape(operation, object, context, reader)),
      schemas: Object.entries(schemas)
        .filter(([name]) => topicOf.get(name) === topic)
        .map(([name, schema]) => ({
          name,
          text: String(schema['description'] ?? ''),
          type: typeOf(schema, reader),
          fields: fieldsOf(schema, reader),
        })),
    };
  };
  return {
    index: {
      ...examples,
      base: `${origin}/api/v1`,
      topics: headings.map(({ id, title: label, text, href }) => ({
        ...{ id, label, text, href },
        operations: read
          .filter(({ operation }) => operation.tag === id)
          .map(({ operation, object }) => ({
            ...asked(operation, object, context),
            href: `${href}#${operation.id}`,
          })),
      })),
      schemas: Object.keys(schemas).map((name) => ({ name, href: schemaAt(name) })),
    },
    topics: new Map(apiTopics.map((topic) => [topic, page(topic)])),
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

function asked(
  operation: Operation,
  { requestBody }: OperationObject,
  { origin, language, paths, sample }: Context,
): Asked {
  const example = requestBody?.content['application/json'].example;
  return {
    id: operation.id,
    method: operation.method.toUpperCase(),
    at: operation.path,
    title: operation.summary[language],
    tryIt: operation.example && (sample || !operation.exampleNeedsSample) ? paths.api(operation.example) : null,
    curl:
      example === undefined
        ? `curl '${origin}${paths.api(operation.example ?? operation.path)}'`
        : curl(origin + paths.api(operation.path), example),
  };
}

function operationShape(
  operation: Operation,
  object: OperationObject,
  context: Context,
  reader: Reader,
): ReferenceOperation {
  const { origin, language, paths } = context;
  const { t } = reader;
  const body = object.requestBody?.content['application/json'];
  const media = mediaOf(operation);
  const { answer, most } = exampleOf(operation.id, origin);
  return {
    ...asked(operation, object, context),
    text: operation.description[language],
    parameters: (object.parameters ?? []).map(({ name, in: place, required, description, schema }) => {
      const one = {
        properties: { [name]: { ...schema, ...(description && { description }) } },
        required: required ? [name] : [],
      };
      return { ...fieldsOf(one, reader)[0]!, place: t.places[place] ?? place };
    }),
    body: body ? typeOf(body.schema, reader) : null,
    answer: typeOf(object.responses[200].content[media[0]!]!.schema, reader),
    media,
    example: {
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
