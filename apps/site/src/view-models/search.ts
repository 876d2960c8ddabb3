import { checkUbn, type NearNumber, type Register, readNumber, schemes } from '@aipower/registry';
import { findItem, getGroup, getTier, isItemCode, isTierCode, parentOf, parseCode } from '@aipower/taxonomy';
import { search as searchItems } from '@aipower/taxonomy/search';
import type { Visit } from '../page.ts';
import { holdingsOf, markOf } from './holding.ts';
import { certificatesNumbered } from './recognise.ts';

const shown = 10;
const nearShown = 5;

/** What a text of words finds: items, providers, certificate numbers, and what may have been meant. */
export function searchPage(q: string, register: Register, visit: Visit) {
  const { t, language, paths, today } = visit;
  const items = searchItems(q, { limit: shown }).map(({ code, matches }) => ({
    code,
    title: findItem(code)!.title[language],
    group: getGroup(parentOf(code)).title[language],
    // A keyword tells why; the title speaks for itself.
    because: matches.find(({ field }) => field === 'keyword')?.text ?? null,
  }));
  const found = register.providers({ on: today, q, perPage: shown });
  const providers = found.providers.map((provider) => {
    const best = holdingsOf(provider, today)[0];
    return { ...provider, state: best?.state ?? null, mark: best ? markOf[best.state] : null };
  });
  const exact = certificatesNumbered(q, register).map(({ scheme, number, ubn }) => ({
    scheme: schemes.find(({ id }) => id === scheme)!,
    number: number ?? q,
    href: paths.certificate(scheme, number ?? q),
    name: register.provider(ubn)?.name ?? ubn,
  }));
  const near = exact.length > 0 ? [] : nearNumbers(q, register).map((one) => nearView(one, visit));
  return {
    items,
    providers,
    total: found.total,
    similar: found.match === 'similar',
    all: paths.providers({ q }),
    certificates: exact,
    near,
    notice: notice(q, t),
    codes: nearCodes(q, visit),
    nothing: items.length + providers.length + exact.length + near.length === 0,
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

/** What to say of a text that is shaped like a 統一編號 but leads nowhere. */
function notice(q: string, t: Visit['t']): string | null {
  const digits = q.normalize('NFKC').replace(/\s+/g, '');
  if (!/^\d{8}$/.test(digits)) return null;
  return checkUbn(digits).ok ? t.providers.search.ubnUnknown(digits) : t.providers.search.ubnInvalid(digits);
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
