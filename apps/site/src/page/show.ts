import { countCharacters } from '@aipower/programme';
import { adYear, formatRocDay } from '@aipower/taiwan/dates';
import type { Language } from './language.ts';
import { mark } from './marks.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Days of some years: a page shows dozens, and pages show the same ones. */
const DAYS_KEPT = 3000;
const FIRST_ROC_DAY = `${adYear(1)}-01-01`;
const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** 1 July 2026. A page shows dozens of days, and `Intl` takes a microsecond for each. */
const adDay = (day: string): string =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;

/** Years before ROC year 1 are counted backwards as 民國前. */
function rocDay(day: string, zh: boolean): string {
  if (day >= FIRST_ROC_DAY) return zh ? formatRocDay(day, 'words') : `ROC ${formatRocDay(day)}`;
  if (!zh) return 'before ROC 1';
  return `民國前${adYear(1) - Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/**
 * How values look on a page, the same everywhere: every day in both calendars, numbers with thousands marks.
 * Views reach it as `show`.
 */
export function showIn(language: Language) {
  const zh = language === 'zh';
  const gap = zh ? '' : ' ';
  const written = new Map<string, string>();
  const day = (value: string): string => {
    let text = written.get(value);
    if (text === undefined) {
      text = zh ? `${rocDay(value, true)}（${value}）` : `${adDay(value)} (${rocDay(value, false)})`;
      if (written.size >= DAYS_KEPT) written.clear();
      written.set(value, text);
    }
    return text;
  };
  return {
    /** A calendar day `YYYY-MM-DD`: 115年7月1日（2026-07-01）, or 1 July 2026 (ROC 115/07/01). */
    day,
    /** A day in a narrow column: 115/07/01, or 1 Jul 2026 in English. */
    shortDay: (value: string): string =>
      zh
        ? `${Number(value.slice(0, 4)) - 1911}/${value.slice(5, 7)}/${value.slice(8)}`
        : `${Number(value.slice(8))} ${months[Number(value.slice(5, 7)) - 1]!.slice(0, 3)} ${value.slice(0, 4)}`,
    /** A day inside a sentence that names several: 115年7月1日, or 1 July 2026. */
    dayInMinutes: (value: string): string => (zh ? rocDay(value, true) : adDay(value)),
    /** A moment with its offset, to the minute as the guide prints its own, as the offset gives it. */
    moment: (iso: string): string => `${day(iso.slice(0, 10))}${zh ? '' : ' '}${iso.slice(11, 16)}`,
    /** Sentences one after the other, without those that are empty: Chinese ones have no blank between them. */
    sentences: (values: readonly string[]): string => values.filter(Boolean).join(gap),
    /** The blank between two sentences, where one of them is more than text. */
    gap,
    /** A sentence of its own, with its full stop. */
    sentence: (text: string): string => `${text}${zh ? '。' : '.'}`,
    /** Clauses, without those that are empty, or names that may hold a comma: A；B or A; B. */
    clauses: (values: readonly string[]): string => values.filter(Boolean).join(zh ? '；' : '; '),
    /** Names beside each other that may hold a comma: A、B or A; B. */
    names: (values: readonly string[]): string => values.join(zh ? '、' : '; '),
    /** What stands after a label: A：x or A: x. */
    labelled: (label: string, value: string): string => `${label}${zh ? '：' : ': '}${value}`,
    /** Short things beside each other, such as codes: A、B or A, B. */
    list: (values: readonly string[]): string => values.join(zh ? '、' : ', '),
    mark,
    /** How many characters a text has, as people and the checks of the form count them. */
    characters: countCharacters,
    number: (value: number): string =>
      Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : grouped.format(value),
  };
}

export type Show = ReturnType<typeof showIn>;
