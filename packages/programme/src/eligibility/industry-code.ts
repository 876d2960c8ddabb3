import type { ConditionTest } from '../programme/parse-programme.ts';

/** A class of industries that a programme names, by the start of its code. */
export type IndustryClass = Extract<ConditionTest, { kind: 'industry-code' }>['classes'][number];

/** How one entry of a list of industry codes was read. */
export type CodeReading =
  /** Six digits of the tax register, or digits of an older edition. */
  | { readonly kind: 'tax-code'; readonly code: string; readonly rank: number; readonly class: IndustryClass | null }
  /** A class such as J62 as the form prints it: said by somebody, not read from the register. */
  | { readonly kind: 'class'; readonly code: string; readonly rank: number; readonly class: IndustryClass | null }
  /** One letter and six digits (I301010): an item of 商工登記, another system. */
  | { readonly kind: 'business-item'; readonly code: string; readonly rank: number }
  /**
   * May be a hit, and may not. Five digits: the register drops leading zeros, so 62010 may be 062010 or a shortened 62010x.
   * A class wider than an eligible one (J58 holds J582). Or the letter of an eligible class before six digits of it (J620211): the register prints none, 商工登記 items look so.
   */
  | { readonly kind: 'ambiguous'; readonly code: string; readonly rank: number; readonly class: IndustryClass }
  | { readonly kind: 'unreadable'; readonly code: string; readonly rank: number };

/** As the register itself writes it: most codes are, and need no reading. */
const plainCode = /^\d{6}$/;

const dashes = /[-‐-―−.]/gu;
/** Spreadsheets turn a code into a number (620211.0) or mark it as text ('620211); people put codes in quotes. */
const wrapping = /\.0+$|["'`“”‘’「」]/gu;

/**
 * The entries of a list of codes as people paste it, one code each: `620211, 620900`, `620211 系統整合；261199`,
 * `系統整合(620211)、其他電腦相關服務(620900)`. Names stay with their code; what holds no code stays whole.
 * `checkEligibility` does this by itself.
 * @example separateIndustryCodes('620211, 620900') // ['620211', '620900']
 */
export function separateIndustryCodes(text: string): readonly string[] {
  if (plainCode.test(text)) return [text];
  const plain = text.normalize('NFKC');
  const codes = plain.match(/(?<![A-Za-z\d])[A-Za-z]{0,2}\d{2,7}(?!\d)/g) ?? [];
  if (codes.length < 2) return [text];
  const pieces = plain
    .split(/[,、;|/\r\n\t]+|(?<=\))(?=[^\s)])|\s+(?=(?:[A-Za-z]{1,2}\d{2,6}|\d{5,6})(?!\d))/u)
    .map((piece) => piece.trim());
  // 系統規劃、分析及設計(620212): a comma inside a name leaves a piece without a code, which belongs to the next or the last.
  const whole: string[] = [];
  let waiting = '';
  for (const piece of pieces.filter((one) => one !== '')) {
    if (/\d{2}/.test(piece)) {
      whole.push(`${waiting}${piece}`);
      waiting = '';
    } else waiting += piece;
  }
  return whole.length > 0 ? whole : [text];
}

/**
 * Which system does this code belong to, and which eligible class does it fall under?
 * Matched by prefix, because codes of older editions of the classification linger in the register. Width, blanks, hyphens,
 * quotes and a name beside the code (`620211 系統整合`, `系統整合(620211)`) do not matter. Several codes in one entry are
 * unreadable; see `separateIndustryCodes`.
 * @param rank 1 for the first code of the register.
 * @throws TypeError for a number: 062010 would have lost its zero.
 */
export function readIndustryCode(entry: string, rank: number, classes: readonly IndustryClass[]): CodeReading {
  if (typeof entry !== 'string') throw new TypeError(`readIndustryCode(entry): expected text, got ${typeof entry}`);
  if (plainCode.test(entry) && entry !== '000000')
    return { kind: 'tax-code', code: entry, rank, class: classUnder(classes, entry) };
  const unreadable = { kind: 'unreadable', code: entry.slice(0, 40), rank } as const;
  const code =
    entry.length > maxEntry ? '' : isolate(entry.normalize('NFKC').trim().toUpperCase().replace(wrapping, ''));
  const [, letter = '', digits = ''] = /^([A-Z]{0,2})(\d+)$/.exec(code) ?? [];
  // The letter must agree: J6699 is not K6699.
  const found = classUnder(classes, digits);
  const agreed = found && (letter === '' || found.id.startsWith(letter)) ? found : null;
  if (letter.length + digits.length === 7 && letter !== '') {
    return agreed && letter.length === 1
      ? { kind: 'ambiguous', code, rank, class: agreed }
      : { kind: 'business-item', code, rank };
  }
  // J58 holds J582: a class that is wider than an eligible one may be a hit.
  const within = classes.find(({ id, prefix }) => prefix.startsWith(digits) && id.startsWith(letter));
  const asClass = (): CodeReading =>
    agreed || !within ? { kind: 'class', code, rank, class: agreed } : { kind: 'ambiguous', code, rank, class: within };
  if (/^[A-S]$/.test(letter) && digits.length >= 2 && digits.length <= 5) return asClass();
  if (letter !== '' || /^0+$/.test(digits)) return unreadable;
  if (digits.length === 6) return { kind: 'tax-code', code, rank, class: found };
  if (digits.length === 5) {
    return found
      ? { kind: 'ambiguous', code, rank, class: found }
      : { kind: 'tax-code', code: `0${code}`, rank, class: null };
  }
  // Classes of two to four digits, as the classification itself numbers them.
  return digits.length >= 2 && digits.length <= 4 ? asClass() : unreadable;
}

function classUnder(classes: readonly IndustryClass[], digits: string): IndustryClass | null {
  for (const one of classes) if (digits.startsWith(one.prefix)) return one;
  return null;
}

/** Far longer than any code with its name. */
const maxEntry = 400;

/** The one code of an entry without its name, or '' when there is none, or more than one. */
function isolate(text: string): string {
  const joined = text.replace(dashes, '');
  if (joined.match(/\d{2,}/g)?.length !== 1 || /\d\s+\d/.test(joined)) return '';
  const bare = joined.replace(/\s/gu, '');
  const bracketed = /\(([A-Z]{0,2}\d{2,6})\)$/.exec(bare)?.[1];
  if (bracketed) return bracketed;
  const [, before = '', code = ''] = /^([^A-Z\d]*)([A-Z]{0,2}\d+)\D*$/u.exec(bare) ?? [];
  // 行業代號:620211 and 620211系統整合 are codes; a short number beside words may be anything (62年設立).
  if (code.length >= 5 && /^[\p{sc=Han}:(]*$/u.test(before)) return code;
  return before === '' && /\d(?:[\s(:;]\D*)?$/u.test(joined) ? code : '';
}
