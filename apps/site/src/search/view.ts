import type { CompanyIndex } from '@aipower/matcher';
import type { Programme } from '@aipower/programme';
import { type NearNumber, type Provider, type Register, readNumber, schemes } from '@aipower/registry';
import { firmEnding, nameParts, onlyGeneric } from '@aipower/taiwan/firm-name';
import { getGroup, getItem, parentOf } from '@aipower/taxonomy';
import type { Visit } from '../page/page.ts';
import { holdingsOf, markOf } from '../presenters/holding.ts';
import { nearFirms } from '../presenters/near-firms.ts';
import { likeNames } from '../presenters/similar-names.ts';
import { destinationsFor } from './destinations.ts';
import { eightDigitsIn, withoutLabel } from './form.ts';
import { itemFirms } from './item-firms.ts';
import { type FoundItem, itemsFor } from './items-found.ts';
import { nearCodes, ubnSlip } from './near-misses.ts';
import { certificatesNumbered, numbersNamed, ubnsAsked, withoutQuestion } from './numbers-in-text.ts';
import { isServed } from './trades-asked.ts';
import { type Asked, withoutValidity, wordsAsked } from './words-asked.ts';

const shown = 10;
const nearShown = 5;
/** Firms named under the first items, and how many items are first. */
const firmsShown = 5;
const itemsWithFirms = 3;
/** Names that hold the words by chance are many. */
const fewFirms = 3;
/** car stands in the name of a firm that offers Care. */
const fewLetters = /^[\x20-\x7e]{1,3}$/;

/** What a search looks through. */
export interface Searched {
  readonly register: Register;
  readonly companies: CompanyIndex;
  readonly programmes: ReadonlyMap<string, Programme>;
}

/** What a text of words finds: pages, items with their firms, firms by name, numbers, and what may have been meant. */
export function searchPage(q: string, { register, companies, programmes }: Searched, visit: Visit) {
  const { paths, today } = visit;
  const asked = wordsAsked(q);
  const numbers = numbersFor(q, register, visit);
  const isNumber = numbers.certificates.length > 0 || numbers.unknown !== null;
  const slip = ubnSlip(q, register, visit.t);
  const several = ubnsAsked(q);
  const names =
    isNumber || slip
      ? noNames
      : several.length > 1
        ? firmsOf(several, register, today)
        : namesFor(q, asked, register, companies, today);
  const { exact, pages } = isNumber
    ? { exact: false, pages: [] }
    : destinationsFor(asked.words, asked.text, programmes, visit);
  const suggestions = slip ? slip.near : names.suggestions;
  const alone = names.total + suggestions.length + pages.length === 0;
  const { items, named } =
    isNumber || slip || several.length > 1 || (isFirmInFull(q) && !isServed(asked.words))
      ? noItems
      : itemsFor(asked, alone, visit.language, exact || names.sure);
  const found = items.map((item, index) => itemView(item, index, asked, register, visit));
  const place = asked.place && placeView(asked.place, asked.words === '', register, visit);
  return {
    place,
    pages,
    /** The words are the name of a page: it comes before everything else. */
    pagesFirst: exact,
    items: found,
    /** A firm bears the words as its name, and no item does. */
    firmsFirst:
      found.length === 0 ||
      (!named && (names.begun || (names.total > 0 && names.total <= fewFirms && !fewLetters.test(asked.words)))),
    providers: names.providers,
    total: names.total,
    suggestions,
    all: paths.providers({ q: names.q }),
    ...numbers,
    notice: slip?.message ?? unlisted(several, register, visit),
    codes: nearCodes(q, visit),
    /** Only words that anybody puts around a question. */
    onlyCommon: asked.words === '' && place === null && !isNumber && names.total === 0,
    nothing: !isNumber && place === null && found.length + names.total + suggestions.length + pages.length === 0,
  };
}

/** The firms of several 統一編號 that were typed together; those that no list has are told in {@link unlisted}. */
function firmsOf(ubns: readonly string[], register: Register, today: string) {
  const firms = ubns.flatMap((ubn) => register.provider(ubn) ?? []);
  return { ...noNames, total: firms.length, providers: firms.map((firm) => providerView(firm, today)) };
}

function unlisted(ubns: readonly string[], register: Register, { t, show }: Visit): string | null {
  const none = ubns.length > 1 ? ubns.filter((ubn) => !register.provider(ubn)) : [];
  return none.length === 0 ? null : t.search.ubnUnknown(show.list(none));
}

const noItems = { items: [], named: false };
const noNames = { q: '', providers: [], total: 0, suggestions: [], sure: false, begun: false };
/** A firm in full: nothing else can be meant, also with a question behind it. 做 AOI 的公司 and AOI 公司 ask for what firms do. */
function isFirmInFull(typed: string): boolean {
  const words = typed.trim().split(/\s+/u);
  const beginnings = words.map((_, count) => words.slice(0, count + 1).join(' '));
  return beginnings.some((text) => firmEnding(withoutValidity(text)) === 'registered');
}
/** The head office stands between: 算力雲有限公司高雄分公司 is also called 算力雲高雄分公司. */
const branch = /^(\p{Script=Han}{2,}?)(\p{Script=Han}{2}分公司)$/u;

function withoutHeadOffice(typed: string): string {
  const parts = nameParts(typed);
  return parts.branch === ''
    ? typed.replace(branch, '$1 $2')
    : `${parts.plain.slice(0, parts.coreEnd)} ${parts.branch}`;
}

/** Firms whose name holds the words; where none does, those that were probably meant. */
function namesFor(typed: string, { words }: Asked, register: Register, companies: CompanyIndex, today: string) {
  const q = firmEnding(typed) !== null && words !== '' ? withoutHeadOffice(typed) : words;
  if (q === '') return noNames;
  const found = register.providers({ on: today, q, perPage: shown });
  const exact = found.match === 'exact' ? found : words === q ? null : exactly(words, register, today);
  if (!exact) {
    const like = likeNames(q, companies);
    const begun = like.sure ? null : firmBegun(q, register, today);
    const others = like.names.filter(({ ubn }) => ubn !== begun?.ubn);
    return {
      ...noNames,
      suggestions: begun ? [begun, ...others] : like.names,
      sure: like.sure,
      begun: begun !== null,
    };
  }
  const providers = exact.providers.filter((provider) => !fewLetters.test(q) || beginsWord(provider, q));
  if (providers.length === 0) return noNames;
  return {
    q: exact === found ? q : words,
    providers: providers.map((provider) => providerView(provider, today)),
    total: exact.total <= shown ? providers.length : exact.total,
    suggestions: [],
    sure: false,
    begun: false,
  };
}

/** As much of a name begins with nothing else, and as much of it may end otherwise: 示範藥物開發 is 示範藥物探索. */
const leastBegun = 4;
const mostOther = 2;

/** The only firm whose name begins as the text does, to within its last two characters. */
function firmBegun(q: string, register: Register, today: string): { ubn: string; name: string } | null {
  if (!/^\p{Script=Han}{5,}$/u.test(q)) return null;
  for (let end = q.length - 1; end >= Math.max(leastBegun, q.length - mostOther); end--) {
    const beginning = q.slice(0, end);
    const found = register.providers({ on: today, q: beginning, perPage: 2 });
    const [firm] = found.providers;
    if (found.match !== 'exact' || !firm) continue;
    const isOnly = found.total === 1 && firm.name.startsWith(beginning) && !onlyGeneric(nameParts(beginning));
    return isOnly ? { ubn: firm.ubn, name: firm.name } : null;
  }
  return null;
}

/** age stands inside Image and Management, which are about no age. A number and a Chinese name are found as they are. */
function beginsWord({ name, nameEn, formerNames, ubn }: Provider, letters: string): boolean {
  const word = new RegExp(`(?<![a-z])${letters.replace(/[^a-z\d]/gi, '.')}`, 'i');
  return [name, nameEn ?? '', ...formerNames, ubn].some((text) => word.test(text.normalize('NFKC')));
}

function exactly(q: string, register: Register, today: string) {
  const found = register.providers({ on: today, q, perPage: shown });
  return found.match === 'exact' && found.total > 0 ? found : null;
}

function providerView(provider: Provider, today: string) {
  const best = holdingsOf(provider, today)[0];
  const { ubn, name, city } = provider;
  return { ubn, name, city, state: best?.state ?? null, mark: best ? markOf[best.state] : null };
}

function itemView({ code, because }: FoundItem, index: number, asked: Asked, register: Register, visit: Visit) {
  const count = index < itemsWithFirms ? firmsShown : 1;
  const firms = itemFirms(code, asked.place?.counties ?? null, count, register, visit);
  return {
    code,
    title: getItem(code).title[visit.language],
    group: getGroup(parentOf(code)).title[visit.language],
    because,
    firms: index < itemsWithFirms ? firms : { ...firms, firms: [] },
    /** Nobody has the first item, anywhere: who has one close to it. */
    near: index === 0 && (firms.anywhere ?? firms).total === 0 ? nearFirms(code, register, visit) : [],
  };
}

/** The place as it was understood; with the firms there, when nothing else was asked. */
function placeView(place: NonNullable<Asked['place']>, alone: boolean, register: Register, visit: Visit) {
  const { language, paths, today } = visit;
  const city = place.counties.map(({ name }) => name as string);
  const found = alone ? register.providers({ on: today, city, state: ['valid'], perPage: shown }) : null;
  return {
    typed: place.typed,
    names: place.counties.map(({ name, en }) => (language === 'zh' ? name : en)),
    firms: found && {
      total: found.total,
      providers: found.providers.map((provider) => providerView(provider, today)),
      all: city.map((name) => ({ name, href: paths.providers({ city: name, state: 'valid' }) })),
    },
  };
}

/** A number of three figures or more that is written as one, not the year or the model of something. */
const numberLike = /^(?=(?:\D*\d){3})[\p{L}（）()]{0,16}(?:[\p{Pd}_－\s/]*[\p{L}\d（）()]+)*$/u;
const numberParts = /[\p{Pd}_－]\s*[\p{L}\d]*\d{2,}|[A-Za-z]{1,6}\d{4,}|^\p{L}+\d{4,}$|字第/u;

/** Certificates of that number; where there is none, those written alike, and that it is on no list. */
function numbersFor(q: string, register: Register, visit: Visit) {
  const number = withoutQuestion(withoutLabel(q));
  const held = certificatesNumbered(number, register);
  const certificates = (held.length > 0 ? held : numbersNamed(q, register).flat()).map(
    ({ scheme, number: printed, ubn }) => ({
      scheme: schemes.find(({ id }) => id === scheme)!,
      number: printed ?? number,
      href: visit.paths.certificate(scheme, printed ?? number),
      name: register.provider(ubn)?.name ?? ubn,
    }),
  );
  const near = certificates.length > 0 ? [] : nearNumbers(number, register).map((one) => nearView(one, visit));
  const isNumber = withoutLabel(q) !== q.trim() || (numberLike.test(number) && numberParts.test(number));
  const isUbn = eightDigitsIn(q) !== null || ubnsAsked(q).length > 0;
  const unknown = certificates.length === 0 && !isUbn && (near.length > 0 || isNumber);
  return { certificates, near, unknown: unknown ? unknownNumber(number, register, visit) : null };
}

/** 查無 may be said only where every list is complete and current; otherwise it says which lists it is not about. */
function unknownNumber(number: string, register: Register, { t, show, language, today }: Visit) {
  const unsure = register.status(today).schemes.filter(({ list }) => !list.loaded || list.stale || !list.complete);
  const names = unsure.map(({ scheme }) => schemes.find(({ id }) => id === scheme)!.shortName[language]);
  return {
    title: t.search.noNumber(number),
    unsure: names.length > 0 ? t.search.noNumberUnsure(show.list(names)) : null,
  };
}

/** Numbers written like this one, in any scheme. Words without a figure are no number. */
function nearNumbers(q: string, register: Register): NearNumber[] {
  const { key } = readNumber(q);
  if (!/\d/.test(key) || key.length < 5 || key.length > 40) return [];
  const snapshot = register.snapshot();
  const all = schemes.flatMap(({ id }) => snapshot.nearNumbers(id, key, null));
  const unique = new Map(all.map((near) => [`${near.scheme} ${near.number}`, near]));
  return [...unique.values()].sort((a, b) => a.distance - b.distance).slice(0, nearShown);
}

function nearView({ scheme, number, name, kind }: NearNumber, { t, paths, language }: Visit) {
  const { shortName } = schemes.find(({ id }) => id === scheme)!;
  return {
    scheme: shortName[language],
    number,
    name,
    href: paths.certificate(scheme, number),
    why: t.verdict.near[kind],
  };
}
