import type { ConditionTest } from '../programme/parse-programme.ts';

export type IndustryClass = Extract<ConditionTest, { kind: 'industry-code' }>['classes'][number];

/** How one entry of a list of industry codes was read. */
export type CodeReading =
  /** Six digits of the tax register, or digits of an older edition. */
  | { readonly kind: 'tax-code'; readonly code: string; readonly rank: number; readonly class: IndustryClass | null }
  /** A class such as J62 as the form prints it: said by somebody, not read from the register. */
  | { readonly kind: 'class'; readonly code: string; readonly rank: number; readonly class: IndustryClass | null }
  /** One letter and six digits (I301010): an item of 商工登記, another system. */
  | { readonly kind: 'business-item'; readonly code: string; readonly rank: number }
  /** Five digits: the register drops leading zeros, so 62010 may be 062010 or a shortened 62010x. */
  | { readonly kind: 'ambiguous'; readonly code: string; readonly rank: number; readonly class: IndustryClass }
  | { readonly kind: 'unreadable'; readonly code: string; readonly rank: number };

const dashes = /[\s\-‐-―−.]/gu;

/**
 * Which system does this code belong to, and which eligible class does it fall under?
 * Matched by prefix, because codes of older editions of the classification linger in the register. Width, blanks, hyphens
 * and a name after the code (`620211 系統整合`, `系統整合(620211)`) do not matter.
 * @param rank 1 for the first code of the register.
 */
export function readIndustryCode(entry: string, rank: number, classes: readonly IndustryClass[]): CodeReading {
  const code = isolate(entry.normalize('NFKC').toUpperCase());
  const under = (digits: string) => classes.find(({ prefix }) => digits.startsWith(prefix)) ?? null;
  if (/^[A-Z]\d{6}$|^[A-Z]{2}\d{5}$/.test(code)) return { kind: 'business-item', code, rank };
  const lettered = /^([A-S])(\d{2,5})$/.exec(code);
  if (lettered) {
    const found = under(lettered[2]!);
    // The letter must agree: J6699 is not K6699.
    return { kind: 'class', code, rank, class: found?.id.startsWith(lettered[1]!) ? found : null };
  }
  if (/^\d{6}$/.test(code)) return { kind: 'tax-code', code, rank, class: under(code) };
  if (/^\d{5}$/.test(code)) {
    const found = under(code);
    return found
      ? { kind: 'ambiguous', code, rank, class: found }
      : { kind: 'tax-code', code: `0${code}`, rank, class: null };
  }
  // Classes of two to four digits, as the classification itself numbers them.
  if (/^\d{2,4}$/.test(code)) return { kind: 'class', code, rank, class: under(code) };
  return { kind: 'unreadable', code: entry.slice(0, 40), rank };
}

function isolate(text: string): string {
  const bare = text.replace(dashes, '');
  const bracketed = /\(([A-Z]{0,2}\d{2,6})\)$/.exec(bare)?.[1];
  return bracketed ?? /^([A-Z]{0,2}\d+)(?:\D*)$/u.exec(bare)?.[1] ?? bare;
}
