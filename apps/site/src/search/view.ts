import { type CompanyIndex, matchCapabilities } from '@aipower/matcher';
import { type NearNumber, type Register, readNumber, schemes } from '@aipower/registry';
import { isUbn } from '@aipower/taiwan/ubn';
import {
  findItem,
  getGroup,
  getItem,
  getTier,
  type ItemCode,
  isItemCode,
  isTierCode,
  parentOf,
  parseCode,
} from '@aipower/taxonomy';
import { search as searchItems } from '@aipower/taxonomy/search';
import type { Language } from '../page/language.ts';
import type { Visit } from '../page/page.ts';
import { holdingsOf, markOf } from '../presenters/holding.ts';
import { likeNames } from '../presenters/similar-names.ts';
import { certificatesNumbered, eightDigitsIn, withoutLabel } from './form.ts';

const shown = 10;
const nearShown = 5;
const unsureShown = 3;

/** Below this the search by title and keyword met only a part of a word; tried on names of companies typed with slips. */
const likely = 0.2;

/** What a text of words finds: items, providers, certificate numbers, and what may have been meant. */
export function searchPage(q: string, register: Register, companies: CompanyIndex, visit: Visit) {
  const { t, language, paths, today } = visit;
  const found = register.providers({ on: today, q, perPage: shown });
  const providers = found.providers.map((provider) => {
    const best = holdingsOf(provider, today)[0];
    return { ...provider, state: best?.state ?? null, mark: best ? markOf[best.state] : null };
  });
  const number = withoutLabel(q);
  const exact = certificatesNumbered(number, register).map(({ scheme, number: printed, ubn }) => ({
    scheme: schemes.find(({ id }) => id === scheme)!,
    number: printed ?? number,
    href: paths.certificate(scheme, printed ?? number),
    name: register.provider(ubn)?.name ?? ubn,
  }));
  const near = exact.length > 0 ? [] : nearNumbers(number, register).map((one) => nearView(one, visit));
  const items = itemsFor(q, { number: exact.length + near.length > 0, nothingElse: found.total === 0 }, language);
  const suggestions = found.total === 0 ? likeNames(q, companies) : [];
  const nothing = items.length + providers.length + exact.length + near.length + suggestions.length === 0;
  return {
    items,
    providers,
    total: found.total,
    similar: found.match === 'similar',
    suggestions,
    all: paths.providers({ q }),
    certificates: exact,
    near,
    notice: notice(q, t),
    codes: nearCodes(q, visit),
    nothing,
  };
}

/**
 * Items for words of any kind: first what the matcher is sure they ask for, then what a search by title and keyword
 * adds, which also understands a word half typed. What the matcher is unsure of is shown only when nothing else is
 * found, so that a company's name does not bring a page of items; and whoever types a certificate number wants none
 * that share a word with it.
 */
function itemsFor(q: string, is: { readonly number: boolean; readonly nothingElse: boolean }, language: Language) {
  const because = new Map<ItemCode, string | null>();
  const { decision, matches } = matchCapabilities(q, { limit: shown });
  const best = matches[0]?.score ?? 0;
  const take = (count: number) => {
    for (const { code, score, evidence } of matches.slice(0, count)) {
      const whole = evidence.find(({ term }) => saysWhy(q, term));
      if (score >= best / 2 && (whole || evidence.length === 0)) because.set(code, whole?.term ?? null);
    }
  };
  if (decision === 'matched' && !is.number) take(shown);
  for (const { code, score, matches: met } of searchItems(q, { limit: shown })) {
    if (score < likely) continue;
    // A keyword tells why; the title speaks for itself.
    if (!because.has(code)) because.set(code, met.find(({ field }) => field === 'keyword')?.text ?? null);
  }
  if (because.size === 0 && is.nothingElse && !is.number) take(unsureShown);
  return [...because].slice(0, shown).map(([code, term]) => ({
    code,
    title: getItem(code).title[language],
    group: getGroup(parentOf(code)).title[language],
    because: term,
  }));
}

/**
 * Three letters out of the middle of an English word tell a reader nothing, nor does one Chinese character out of
 * several (影 of 影像 is met in 影響); a word does.
 */
function saysWhy(q: string, term: string): boolean {
  if (term.length === 1) return q.trim().length === 1;
  if (!/^[a-z]+$/i.test(term)) return true;
  return q
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(term.toLowerCase());
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

/** What to say of a text that is shaped like a 統一編號 but leads nowhere. */
function notice(q: string, t: Visit['t']): string | null {
  const digits = eightDigitsIn(q);
  if (digits === null) return null;
  return isUbn(digits) ? t.providers.search.ubnUnknown(digits) : t.providers.search.ubnInvalid(digits);
}

/** Codes near to one that does not exist, such as 4.6.9. */
function nearCodes(q: string, { t, language, paths }: Visit) {
  const parsed = parseCode(q);
  if (parsed.ok || !/^[\d.\s]+$/.test(q.normalize('NFKC')) || parsed.nearest.length === 0) return null;
  const links = parsed.nearest.map((code) => {
    const entry = isItemCode(code) ? findItem(code)! : isTierCode(code) ? getTier(code) : getGroup(code as never);
    return { href: paths.catalogueEntry(code), label: `${code} ${entry.title[language]}` };
  });
  return { message: t.providers.search.codeUnknown(parsed.found), links };
}
