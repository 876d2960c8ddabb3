import { z } from 'zod';

/** The schemas that have a name in the OpenAPI document, `#/components/schemas/{id}`. */
export const components: z.core.$ZodRegistry<{ id: string }> = z.registry<{ id: string }>();

/**
 * Gives a schema its name in the OpenAPI document.
 * @throws TypeError when another schema has the name: one concept, one name.
 */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  if (names.has(id)) throw new TypeError(`named: two schemas are called ${id}`);
  names.add(id);
  components.add(schema, { id });
  return schema;
}

const names = new Set<string>();
