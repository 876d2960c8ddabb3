import type { Register } from '@aipower/registry';
import { isUbn, ubnDigits } from '@aipower/taiwan/ubn';
import { findItem, getGroup, getTier, isItemCode, isTierCode, parseCode } from '@aipower/taxonomy';
import type { Visit } from '../page/page.ts';
import { eightDigitsIn, withoutLabel } from './form.ts';
import { ubnsNear } from './numbers-in-text.ts';

const mostNear = 5;

/** Eight figures, or one too few or too many with nothing beside them: a 統一編號 that was meant. */
function figuresOf(q: string): string | null {
  const eight = eightDigitsIn(q);
  if (eight !== null) return eight;
  const digits = ubnDigits(withoutLabel(q));
  return /^(?:\d{7}|\d{9})$/.test(digits) ? digits : null;
}

/** What to say of a text that is shaped like a 統一編號 but leads nowhere, and the registered firms that one slip away. */
export function ubnSlip(q: string, register: Register, t: Visit['t']) {
  const digits = figuresOf(q);
  if (digits === null) return null;
  const near = ubnsNear(digits, register)
    .slice(0, mostNear)
    .map((ubn) => ({ ubn, name: register.provider(ubn)!.name }));
  if (digits.length !== 8) return { near, message: t.search.ubnLength(digits) };
  // A number that is right may be a firm's that is on no list: then nobody else was meant.
  return isUbn(digits)
    ? { near: [], message: t.search.ubnUnknown(digits) }
    : { near, message: t.search.ubnInvalid(digits) };
}

/** Codes near to one that does not exist, such as 4.6.9. */
export function nearCodes(q: string, { t, language, paths }: Visit) {
  if (figuresOf(q) !== null) return null;
  const parsed = parseCode(q);
  if (parsed.ok || !/^[\d.\s]+$/.test(q.normalize('NFKC')) || parsed.nearest.length === 0) return null;
  const links = parsed.nearest.map((code) => {
    const entry = isItemCode(code) ? findItem(code)! : isTierCode(code) ? getTier(code) : getGroup(code as never);
    return { href: paths.catalogueEntry(code), label: `${code} ${entry.title[language]}` };
  });
  return { message: t.search.codeUnknown(parsed.found), links };
}
