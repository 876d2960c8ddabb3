import { type Certificate, readNumber, type Snapshot } from '@aipower/registry';
import { items, parseCode } from '@aipower/taxonomy';
import { search as searchItems } from '@aipower/taxonomy/search';
import type { Bilingual } from '../page/language.ts';
import { type CatalogueItem, certificateEntity, type Entity, type EntityType, entityOf, firmEntity } from './entity.ts';
import { type Asked, allProperties } from './properties.ts';
import { reconcileWords } from './words.ts';

/** Suggestions of one answer; `cursor` leads on. */
export const SUGGESTED = 10;

/** Entities that what has been typed may begin: firms, then numbers, then items. An id leads to what it names. */
export function suggestEntities(typed: string, type: EntityType | null, asked: Asked): Entity[] {
  const prefix = typed.trim();
  const wants = (one: EntityType) => type === null || type === one;
  const named = prefix === '' ? null : entityOf(prefix, asked.register);
  const found: Entity[] = [
    ...(named && wants(named.type) ? [named] : []),
    ...(wants('firm') ? firms(prefix, asked) : []),
    ...(wants('certificate') ? numbers(prefix, asked) : []),
    ...(wants('item') ? catalogue(prefix) : []),
  ];
  return [...new Map(found.map((one) => [`${one.type} ${one.id}`, one])).values()];
}

function firms(prefix: string, { register, on }: Asked): Entity[] {
  return register.providers({ on, q: prefix, perPage: 50 }).providers.map(firmEntity);
}

function catalogue(prefix: string): CatalogueItem[] {
  const one = (code: string): CatalogueItem => ({
    type: 'item',
    id: code,
    item: items.find((item) => item.code === code)!,
  });
  if (prefix === '') return items.map(({ code }) => one(code));
  const parsed = parseCode(prefix);
  if (parsed.ok && parsed.level !== 'item')
    return items.filter(({ code }) => code.startsWith(`${parsed.code}.`)).map(({ code }) => one(code));
  return searchItems(prefix, { limit: 50 }).map(({ code }) => one(code));
}

const ordered = new WeakMap<Snapshot, readonly Certificate[]>();
const MAX_NUMBERS = 50;

/** Numbers that begin with it, in their comparable form; made once per import. */
function numbers(prefix: string, { register }: Asked): Entity[] {
  const snapshot = register.snapshot();
  let all = ordered.get(snapshot);
  if (!all) {
    all = snapshot.providers
      .flatMap(({ certificates }) => certificates.filter(({ key }) => key !== ''))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    ordered.set(snapshot, all);
  }
  const { key } = readNumber(prefix);
  const found: Entity[] = [];
  for (const one of all) {
    if (!one.key.startsWith(key)) continue;
    const entity = certificateEntity(register.certificates(one.scheme, one.key));
    if (entity) found.push(entity);
    if (found.length >= MAX_NUMBERS) break;
  }
  return found;
}

interface Suggested {
  readonly id: string;
  readonly name: string;
}

const beginning = (prefix: string, one: { readonly id: string; readonly name: Bilingual }) => {
  const typed = prefix.trim().toLowerCase();
  return [one.id, one.name.zh, one.name.en].some((word) => word.toLowerCase().includes(typed));
};

export function suggestTypes(prefix: string, { language }: Pick<Asked, 'language'>): Suggested[] {
  return Object.entries(reconcileWords.types)
    .filter(([id, name]) => beginning(prefix, { id, name }))
    .map(([id, name]) => ({ id, name: name[language] }));
}

export function suggestProperties(prefix: string, { language }: Pick<Asked, 'language'>): Suggested[] {
  return allProperties.filter((one) => beginning(prefix, one)).map(({ id, name }) => ({ id, name: name[language] }));
}
