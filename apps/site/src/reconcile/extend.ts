import { isSchemeId, type SchemeId } from '@aipower/registry';
import { parseDay } from '@aipower/taiwan/dates';
import { z } from 'zod';
import type { Language } from '../page/language.ts';
import { Problem } from '../problems/problem.ts';
import { entityOf } from './entity.ts';
import { type Asked, findProperty, type Property, type Value } from './properties.ts';
import { check } from './read-queries.ts';
import { reconcileWords } from './words.ts';

const MAX_IDS = 1000;
/** Ids by properties. OpenRefine asks for ten rows at a time. */
const MAX_CELLS = 10_000;

const extension = z.object({
  ids: z.array(z.string().max(500)).max(MAX_IDS),
  properties: z
    .array(z.object({ id: z.string().max(100), settings: z.looseObject({}).nullish() }))
    .min(1)
    .max(50),
});

interface Column {
  readonly property: Property;
  readonly asked: Asked;
}

export interface Extension {
  readonly columns: readonly Property[];
  /** For each id the values of each column; a row of an id that nothing is known under is empty. */
  readonly rows: readonly { readonly id: string; readonly values: readonly (readonly Value[])[] }[];
}

/** A question for values that was understood: its columns, and what makes the row of an id. */
interface ReadExtension {
  readonly columns: readonly Property[];
  readonly ids: readonly string[];
  rowOf(id: string): Extension['rows'][number];
}

/**
 * Reads a question for the values of some properties of some entities.
 * @throws Problem when it cannot be read, asks for too many values, names a property the service does not have, or a day that is none
 */
export function readExtension(raw: unknown, asked: Asked): ReadExtension {
  const { language } = asked;
  const { ids, properties } = check(extension, raw, language);
  const cells = ids.length * properties.length;
  if (cells > MAX_CELLS) throw new Problem('body-too-large', { members: { limit: MAX_CELLS, cells } });
  const columns = properties.map(({ id, settings }, index): Column => {
    const property = findProperty(id);
    if (!property) throw unknown(`#/properties/${index}/id`, id, language);
    return { property, asked: { ...asked, ...settingsOf(settings ?? {}, `#/properties/${index}/settings`, asked) } };
  });
  const rowOf = (id: string) => {
    const entity = entityOf(id, asked.register);
    return { id, values: columns.map((one) => (entity ? one.property.values(entity, one.asked) : [])) };
  };
  return { columns: columns.map(({ property }) => property), ids, rowOf };
}

function unknown(pointer: string, id: string, language: Language): Problem {
  const detail = {
    zh: `沒有「${id.slice(0, 60)}」這個欄位；可用的欄位見 suggest/property。`,
    en: `There is no property ${id.slice(0, 60)}; suggest/property names them.`,
  }[language];
  return new Problem('invalid-body', { errors: [{ pointer, code: 'contradiction', detail }] });
}

function settingsOf(
  settings: Readonly<Record<string, unknown>>,
  pointer: string,
  { language }: Asked,
): { on?: string; scheme?: SchemeId } {
  const { on = '', scheme = '' } = settings;
  const read: { on?: string; scheme?: SchemeId } = {};
  if (typeof on === 'string' && on.trim() !== '') {
    const day = parseDay(on);
    if (!day.ok) {
      const detail = {
        zh: `「${on.slice(0, 40)}」不是日期；請寫成 115-07-01 或 2026-07-01。`,
        en: `${on.slice(0, 40)} is not a date; write 2026-07-01 or 115-07-01.`,
      }[language];
      throw new Problem('invalid-body', { errors: [{ pointer: `${pointer}/on`, code: 'contradiction', detail }] });
    }
    read.on = day.day;
  }
  if (typeof scheme === 'string' && isSchemeId(scheme)) read.scheme = scheme;
  return read;
}

/** What the columns are, as both versions of the protocol tell it. */
export function metaOf(columns: readonly Property[], language: Language) {
  return columns.map(({ id, name, valuesAre }) => ({
    id,
    name: name[language],
    ...(valuesAre && { type: { id: valuesAre, name: reconcileWords.types[valuesAre][language] } }),
  }));
}
