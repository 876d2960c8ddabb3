import { type Certificate, nameKey, type Register, readNumber, schemes } from '@aipower/registry';
import { parseCode } from '@aipower/taxonomy';
import type { Paths } from '../paths.ts';

/** Every certificate of any scheme whose number reads like the text. */
export function certificatesNumbered(text: string, register: Register): Certificate[] {
  const { key } = readNumber(text);
  return key === '' ? [] : schemes.flatMap(({ id }) => register.certificates(id, text));
}

/**
 * Does the text name exactly one thing? A code of the catalogue, a 統一編號, a certificate number or a provider's full
 * name, in this order.
 *
 * @returns the address of its page; `null` for words, and for what names several things or none
 */
export function recognise(text: string, register: Register, paths: Paths): string | null {
  const code = codeIn(text);
  if (code) return paths.catalogueEntry(code);

  const digits = text.normalize('NFKC').replace(/\s+/g, '');
  if (/^\d{8}$/.test(digits) && register.provider(digits)) return paths.provider(digits);

  const certificates = certificatesNumbered(text, register);
  const pages = new Set(certificates.map(({ scheme, number }) => paths.certificate(scheme, number ?? text)));
  if (pages.size === 1) return [...pages][0]!;

  const named = register.snapshot().providersByName(text);
  const only = named.length === 1 ? named[0]! : null;
  return only && nameKey(only.name) === nameKey(text) ? paths.provider(only.ubn) : null;
}

/** A code that stands alone, or an item's code with its title behind it: 「3D 成像」 is not tier 3. */
function codeIn(text: string): string | null {
  const parsed = parseCode(text);
  if (!parsed.ok) return null;
  return parsed.level === 'item' || !/\p{L}/u.test(text.normalize('NFKC')) ? parsed.code : null;
}
