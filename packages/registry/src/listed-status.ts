import { type Day, parseDay } from '@aipower/taiwan/dates';
import { STATUS_DATA, statusWords } from './generated/status-words.ts';

/** How a list states a certificate: 生效 or 展延 in force, 暫停 suspended, 廢止 revoked, 屆期失效 expired. */
export const listedStatuses = ['in-force', 'renewed', 'suspended', 'revoked', 'expired'] as const;
/** One of {@link listedStatuses}. */
export type ListedStatus = (typeof listedStatuses)[number];

/**
 * The words of each status, the gravest first: where a text holds words of two, the graver one is meant, since nobody writes
 * 廢止 by the way. Bare words are whole cells; the patterns are looked for within headings, brackets and notes.
 */
const words = STATUS_DATA.map(({ id, within, ...rest }) => ({ ...rest, status: id, within: new RegExp(within) }));

const decoration = new RegExp(`^(?:${statusWords.before})|(?:${statusWords.behind})$`);
const since = new RegExp(`^(?:${statusWords.since})?起?|起$`, 'g');
const excepted = new RegExp(statusWords.excepted);

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_:：。.]+/g, '');

const wholeOf: ReadonlyMap<string, ListedStatus> = new Map(
  words.flatMap(({ status, whole }) => whole.map((word) => [word, status] as const)),
);

/** The status that a cell of its own says, e.g. `已廢止`, `現生效業者`, `廢止(113/12/01)`; `null` when it says none. */
export function statusOfCell(text: string): { status: ListedStatus; on: Day | null } | null {
  const folded = fold(text);
  if (folded === '') return { status: 'in-force', on: null };
  const on = dayWithin(text);
  const word = statusOfWord(text);
  if (word) return { status: word, on };
  // 自113年5月1日起廢止登錄資格: a sentence with a grave word says that word; one about good standing is not taken on trust.
  const status = statusInWords(text);
  return status === 'revoked' || status === 'suspended' || status === 'expired' ? { status, on } : null;
}

/** The status whose word the text is, brackets, days and 現, 已, 中 aside; `null` for a sentence. */
export function statusOfWord(text: string): ListedStatus | null {
  let word = fold(text)
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(dates, '')
    .replace(since, '');
  for (let i = 0; i < 4; i++) {
    const found = wholeOf.get(word);
    if (found) return found;
    const shorter = word.replace(decoration, '');
    if (shorter === word || shorter === '') break;
    word = shorter;
  }
  return null;
}

/** The gravest status word within a heading, a bracket or a note; `null` when it holds none. */
export function statusInWords(text: string): ListedStatus | null {
  const folded = fold(text);
  return words.find(({ within }) => within.test(folded))?.status ?? null;
}

const dates = /(?:民國)?\d{2,4}(?:年\d{1,2}月\d{1,2}日?|[/.-]\d{1,2}[/.-]\d{1,2})|(?<!\d)\d{7,8}(?!\d)/g;

/** The one day that a text names, e.g. of 自113年5月1日起廢止; `null` when it names none or several. */
export function dayWithin(text: string): Day | null {
  const found = [...text.normalize('NFKC').replace(/\s+/g, '').matchAll(dates)].flatMap(([one]) => {
    const reading = parseDay(one);
    return reading.ok ? [reading.day] : [];
  });
  return found.length === 1 ? found[0]! : null;
}

/** The one status that a title, a heading or the name of a sheet says of all rows below it; `null` for none or several. */
export function statusOfHeading(text: string): ListedStatus | null {
  const own = text.trim() === '' ? null : statusOfCell(text);
  if (own) return own.status;
  const folded = fold(text);
  if (excepted.test(folded)) return null;
  const said = words.filter(({ within }) => within.test(folded));
  return said.length === 1 ? said[0]!.status : null;
}

const gravity: readonly ListedStatus[] = words.map(({ status }) => status).reverse();

/** The graver of two statuses. */
export function graverStatus(a: ListedStatus, b: ListedStatus): ListedStatus {
  return gravity.indexOf(a) >= gravity.indexOf(b) ? a : b;
}

/** How the ministry's lists write a status. */
export const statusWord = Object.fromEntries(words.map(({ status, printed }) => [status, printed])) as Readonly<
  Record<ListedStatus, string>
>;
