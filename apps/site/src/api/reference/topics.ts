import type { Json, JsonObject } from '../json.ts';
import { referencesIn } from '../openapi.ts';
import { type Tag, tags } from '../operation.ts';

/** One page of the reference: a group of operations with the schemas that only they use, or the schemas of several. */
export type ApiTopic = Tag | 'shared';
export const apiTopics: readonly ApiTopic[] = [...tags, 'shared'];

export const isApiTopic = (value: string): value is ApiTopic => (apiTopics as readonly string[]).includes(value);

/** The schemas that a part of the document names, in themselves or inside those that it names. */
function schemasIn(part: Json, schemas: Readonly<Record<string, JsonObject>>, found: Set<string>): Set<string> {
  for (const name of referencesIn(part)) {
    if (found.has(name)) continue;
    found.add(name);
    schemasIn(schemas[name]!, schemas, found);
  }
  return found;
}

/**
 * Which page explains which schema: that of the operations that use it, as long as they are of one group.
 *
 * @param schemas of the document, by name
 * @param asked each group with what one of its operations takes and answers with when all is well
 * @returns a topic for every schema; what no answer holds is what all operations refuse with, and is shared
 */
export function topicsOfSchemas(
  schemas: Readonly<Record<string, JsonObject>>,
  asked: readonly { readonly tag: Tag; readonly parts: readonly Json[] }[],
): ReadonlyMap<string, ApiTopic> {
  const topics = new Map<string, ApiTopic>();
  for (const { tag, parts } of asked)
    for (const name of schemasIn(parts, schemas, new Set()))
      topics.set(name, (topics.get(name) ?? tag) === tag ? tag : 'shared');
  for (const name of Object.keys(schemas)) if (!topics.has(name)) topics.set(name, 'shared');
  return topics;
}
