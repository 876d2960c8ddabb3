import { getScheme } from '@aipower/registry';
import { findItem, getGroup } from '@aipower/taxonomy';
import { xmlText } from '../feeds/xml.ts';
import { holdingsOf, isValid } from '../presenters/holding.ts';
import type { Entity } from './entity.ts';
import { type Asked, findProperty, pageOf, propertiesOf, type Value } from './properties.ts';
import { reconcileWords } from './words.ts';

/** What a person reads first of an entity. A firm and a number are called as the lists print them, in Chinese. */
export function nameOf(entity: Entity): string {
  if (entity.type === 'firm') return entity.provider.name;
  if (entity.type === 'item') return `${entity.id} ${entity.item.title.zh}`;
  const [first] = entity.certificates;
  return first.number ?? `${getScheme(entity.scheme).shortName.zh} ${first.ubn}`;
}

/** What tells it apart from its namesakes, on one line. */
export function descriptionOf(entity: Entity, asked: Asked): string {
  const { language, on, register } = asked;
  const line = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('｜');
  if (entity.type === 'item') return line(getGroup(findItem(entity.id)!.group).title[language], entity.item.title.en);
  if (entity.type === 'certificate') {
    const holders = entity.certificates.map((one) => register.provider(one.ubn)?.name ?? one.ubn);
    return line(getScheme(entity.scheme).shortName[language], holders.join('、'), shown(entity, 'state', asked));
  }
  const holdings = holdingsOf(entity.provider, on);
  const valid = holdings.filter(isValid).length;
  const count = language === 'zh' ? `有效證書 ${valid} 張` : `${valid} valid certificate${valid === 1 ? '' : 's'}`;
  return line(entity.id, entity.provider.city, count);
}

const textOf = (value: Value): string => ('str' in value ? value.str : 'int' in value ? String(value.int) : value.name);

function shown(entity: Entity, property: string, asked: Asked): string {
  return (findProperty(property)?.values(entity, asked) ?? []).map(textOf).join('、');
}

/** The properties of an entity with something to say, as lines of a card. */
function factsOf(entity: Entity, asked: Asked): { readonly label: string; readonly text: string }[] {
  const skipped = new Set(['url', 'state_code', 'definition', 'certificates']);
  return propertiesOf[entity.type]
    .filter(({ id }) => !skipped.has(id))
    .map(({ id, name }) => ({ label: name[asked.language], text: shown(entity, id, asked) }))
    .filter(({ text }) => text !== '')
    .map((one) => (one.text === 'open' ? { ...one, text: reconcileWords.open[asked.language] } : one));
}

/** A card as HTML: what it is, how it stands on which day, and where to read on. */
export function cardOf(entity: Entity, asked: Asked, fictional: boolean): string {
  const { language, origin } = asked;
  const facts = factsOf(entity, asked)
    .map(({ label, text }) => `<dt>${xmlText(label)}</dt><dd>${xmlText(text)}</dd>`)
    .join('');
  return `<h1><a href="${xmlText(pageOf(entity, origin))}" target="_blank" rel="noopener">${xmlText(nameOf(entity))}</a></h1>
<p>${xmlText(reconcileWords.types[entity.type][language])}${fictional ? `｜${xmlText(reconcileWords.fictional[language])}` : ''}</p>
<dl>${facts}</dl>`;
}
