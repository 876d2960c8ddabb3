import { type Certificate, nameKey, type Register, readNumber } from '@aipower/registry';
import { ubnDigits } from '@aipower/taiwan/ubn';
import { parseCode } from '@aipower/taxonomy';
import type { Paths } from '../page/paths.ts';
import { labels } from './generated/questions.ts';
import { certificatesNumbered, numbersNamed, ubnsAsked } from './numbers-in-text.ts';

/** What a form or a letter prints before a number. `No` alone begins names as well, so it needs its stop or a blank. */
const label = new RegExp(
  `^(?:(?:${labels.ubnOf})?(?:${labels.ubn})|${labels.number}|No(?:\\.|\\s))\\s*[:：]?\\s*`,
  'iu',
);
const opening = /^[\s「『“"'《（(]+/u;
/** A bracket that closes one inside the text is part of it: （展延） ends a number. */
const closing = /(?:[\s」』”"'》。，,；;]|(?<![（(][^（()）]*)[）)])+$/u;
const bare = (text: string) => text.replace(opening, '').replace(closing, '');

/** A number without what was copied along with it: 「統一編號：00000005」 is 00000005. Text without a figure stays as it is. */
export function withoutLabel(text: string): string {
  const rest = bare(bare(text).replace(label, ''));
  return /\p{Nd}/u.test(rest) ? rest : text;
}

/** The eight digits of a text that is nothing else or asks about them only, whatever their width and grouping; else `null`. */
export function eightDigitsIn(text: string): string | null {
  const digits = ubnDigits(withoutLabel(text));
  if (/^\d{8}$/.test(digits)) return digits;
  const [asked, ...more] = ubnsAsked(text);
  return asked !== undefined && more.length === 0 ? asked : null;
}

/**
 * Does the text name exactly one thing? A code of the catalogue, a 統一編號, a certificate number or a provider's full
 * name, in this order; a number also with its label or in quotation marks.
 *
 * @returns the address of its page; `null` for words, and for what names several things or none
 */
export function recognise(typed: string, register: Register, paths: Paths): string | null {
  const rest = withoutLabel(typed);
  const there = named(typed, register, paths) ?? (rest === typed ? null : named(rest, register, paths));
  if (there) return there;
  const [certificates, ...others] = numbersNamed(typed, register);
  return certificates && others.length === 0 ? pageOf(certificates, paths) : null;
}

function named(text: string, register: Register, paths: Paths): string | null {
  const code = codeIn(text);
  if (code) return paths.catalogueEntry(code);

  const digits = eightDigitsIn(text);
  if (digits && register.provider(digits)) return paths.provider(digits);

  const certificates = pageOf(certificatesNumbered(text, register), paths);
  if (certificates) return certificates;

  const called = register.snapshot().providersByName(text);
  const only = called.length === 1 ? called[0]! : null;
  return only && nameKey(only.name) === nameKey(text) ? paths.provider(only.ubn) : null;
}

/** Certificates that share a number (its 展延, a second holder) share the page. */
function pageOf([first, ...more]: readonly Certificate[], paths: Paths): string | null {
  if (!first?.number || more.some(({ scheme }) => scheme !== first.scheme)) return null;
  return paths.certificate(first.scheme, more.length > 0 ? readNumber(first.number).key : first.number);
}

/** A code that stands alone, or an item's code with its title behind it: 「3D 成像」 is not tier 3. */
function codeIn(text: string): string | null {
  const parsed = parseCode(text);
  if (!parsed.ok) return null;
  return parsed.level === 'item' || !/\p{L}/u.test(text.normalize('NFKC')) ? parsed.code : null;
}
