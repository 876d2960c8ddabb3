import type { Candidate } from './candidates.ts';
import { descriptionOf, nameOf } from './describe-entity.ts';
import type { Extension } from './extend.ts';
import { metaOf } from './extend.ts';
import type { Asked } from './properties.ts';
import { reconcileWords } from './words.ts';

/** A candidate as both versions write it. OpenRefine needs `type` and `name`, and takes `match` of the first one only. */
export function candidateShape({ entity, score, match, features }: Candidate, asked: Asked) {
  return {
    id: entity.id,
    name: nameOf(entity),
    description: descriptionOf(entity, asked),
    type: [{ id: entity.type, name: reconcileWords.types[entity.type][asked.language] }],
    score,
    match,
    features,
  };
}

/** Version 0.2: rows by id, columns by property. */
export function extension02({ columns, rows }: Extension, { language }: Asked) {
  return {
    meta: metaOf(columns, language),
    rows: Object.fromEntries(
      rows.map(({ id, values }) => [id, Object.fromEntries(columns.map((one, i) => [one.id, values[i] ?? []]))]),
    ),
  };
}

/** The 1.0 draft: rows and columns as lists. */
export function extension10({ columns, rows }: Extension, { language }: Asked) {
  return {
    meta: metaOf(columns, language),
    rows: rows.map(({ id, values }) => ({
      id,
      properties: columns.map((one, i) => ({ id: one.id, values: values[i] ?? [] })),
    })),
  };
}
