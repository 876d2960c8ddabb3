import { beginsNotYet, saysNone, saysYes } from '@aipower/taiwan/answers';
import { type CertificateNumber, readNumber } from './certificate-number.ts';
import { numberWords } from './generated/cell-words.ts';
import { type ListedStatus, statusInWords } from './listed-status.ts';

/** Why a cell that is not blank gives no number to look up. */
export const unreadableReasons = [
  /** Two or more numbers. */
  'several-numbers',
  /** 如附件, 同上, 〃: the number stands elsewhere. */
  'number-elsewhere',
  /** 已通過, 是: a registration is claimed, without its number. */
  'number-not-given',
  /** 1.13E+09: a spreadsheet has rounded it. */
  'number-rounded',
  /** Words, a date, a 統一編號: nothing that is surely a number. */
  'number-unreadable',
] as const;
/** Why a cell holds no number that can be read. */
export type UnreadableReason = (typeof unreadableReasons)[number];

/** What stands in the cell of a form or sheet that asks for a certificate number. */
export type NumberCell =
  | { readonly kind: 'blank' }
  /** 無 and its kin, also 0. */
  | { readonly kind: 'none' }
  /** 申請中, 尚未取得: no registration yet. */
  | { readonly kind: 'not-yet' }
  /** 是, 已通過: yes, without a number. */
  | { readonly kind: 'yes' }
  | {
      readonly kind: 'number';
      /** As printed and as compared. */
      readonly number: CertificateNumber;
      /** What stood beside the number and was set aside, e.g. `效期至117年`. */
      readonly notes: readonly string[];
      /** A status word among the notes. */
      readonly status: ListedStatus | null;
    }
  | {
      readonly kind: 'unreadable';
      /** Why no number could be read. */
      readonly reason: UnreadableReason;
      /** Parts that look like numbers, as printed: to look up, never to take for the answer. */
      readonly likely: readonly string[];
    };

const w = numberWords;
const elsewhere = new RegExp(
  `^(?:(?:${w.see})+(?:${w.place})+.{0,8}|(?:${w.enclosed}).{0,10}|(?:${w.annex}).{0,6}|[〃″"'、々]+|${w.elsewhere}|(?:${w.seeAttached})\\w*)$`,
);
/** Does an entry of any field say that what belongs there stands elsewhere: 同上, 如附件? */
export const saysElsewhere = (entry: string): boolean => elsewhere.test(bare(entry));

const yes = new RegExp(`^(?:${w.yes}|(?:${w.already})?(?:${w.done}))(?:${w.doneOf})?$`);
const none = new RegExp(`^(?:${w.none})(?:${w.noneOf}|(?:${w.related}).{0,4})?$`);
const label = new RegExp(
  `^(?:${w.own})?(?:${w.registration})?(?:${w.registered})?(?:${w.kind})?(?:${w.called})(?:${w.is})?[:.;]?(?=.)|^(?:${w.english})(?:\\.|:|no\\.?:?)+(?=.)`,
  'i',
);

/** One pair of brackets at the end, and what it says. */
const lastBracket = /^(.+?)[([【〔「《<]([^()[\]【】〔〕「」《》<>]*)[)\]】〕」》>]$/su;
const firstBracket = /^[([【〔「《<]([^()[\]【】〔〕「」《》<>]*)[)\]】〕」》>](.+)$/su;

const separators = new RegExp(`[、,;，；\\n|]+|(?<=[^a-z])及(?=.)|(?<=.)(?:${w.joined})(?=.)|\\s/\\s|\\s{2,}`, 'i');
const noteBehind = new RegExp(`^(\\S*\\d\\S*?)\\s*[,，;；:：\\s]\\s*((?:${w.validity}|${w.notes}).*)$`, 'u');
const statusBehind = new RegExp(`^(\\S*\\d)\\s*((?:${w.now})?(?:${w.stated}))$`, 'u');
const sentence = new RegExp(`${w.bodies}|[。!?：:]`);

const fold = (text: string) => text.normalize('NFKC').trim();
const bare = (text: string) =>
  fold(text)
    .toLowerCase()
    .replace(/[\s。.!,，、]+/gu, '');

/** The words around a number of an official letter: （113）電簽字第0001號 and 113年電簽0001 are written for 113電簽0001. */
export function plainKey(key: string): string {
  return key
    .replace(/^民國/, '')
    .replace(/^[([]?(\d{2,3})[)\]]?年?(?:度)?/, '$1')
    .replace(/字?第(?=[0-9A-Z])/, '')
    .replace(/號$/, '');
}

/** Could this be a certificate number? One word with a digit, no date, no bare year, no sentence. */
function looksLikeNumber(text: string): boolean {
  if (!/\d/.test(text) || text.length > 40) return false;
  if (/^(?:民國)?\d{2,4}(?:年度?|[/.-]\d{1,2}[/.-]\d{1,2})?$/.test(text)) return false;
  if (/\d年\d{1,2}月/.test(text) || /^\d{1,2}年$/.test(text)) return false;
  if (sentence.test(text)) return false;
  // Numbers carry a few letters of Chinese; a sentence carries many.
  const longestRun = Math.max(0, ...(text.match(/[\p{sc=Han}]+/gu) ?? []).map((run) => run.length));
  return longestRun <= 6 && /^[\p{L}\p{N}\s\p{Pd}_./()（）−]+$/u.test(text);
}

/** Letters and digits that hang together, for what a cell of many words may hold. */
function numbersWithin(text: string): string[] {
  const runs =
    text.match(/(?:\d{2,4}[\p{Pd}\s]?)?[\p{sc=Han}A-Za-z]{0,6}[\p{Pd}\s]?[A-Za-z]{0,4}[\p{Pd}]?\d{3,8}/gu) ?? [];
  return [...new Set(runs.map((run) => run.trim()))].slice(0, 5);
}

/**
 * Reads the cell that asks for a certificate number as people fill it in: 無, 申請中, a number with a note or a label, two
 * numbers, a sentence.
 *
 * A note in brackets or behind the number is split off only when what is left is one number; what is not surely one
 * number is `unreadable`, never a number that nobody wrote.
 * @example readNumberCell('通過編號：113電簽0001（效期至116年）') // { kind: 'number', number: { key: '113電簽0001' … } … }
 */
export function readNumberCell(text: string | null | undefined): NumberCell {
  if (text !== undefined && text !== null && typeof text !== 'string')
    throw new TypeError(`readNumberCell(text): expected text, got ${typeof text}`);
  const printed = fold(text ?? '');
  if (bare(printed) === '' && !/[、,。.]/.test(printed)) return printed === '' ? { kind: 'blank' } : { kind: 'none' };
  if (saysNone(printed) || /^[0〇○零.]+$/.test(printed) || none.test(bare(printed))) return { kind: 'none' };
  const { core, notes } = splitNotes(printed);
  const said = bare(core);
  const whole = bare(printed);
  const numbers = numbersWithin(
    core.replace(/(?:民國)?\d{2,4}(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?|[/.-]\d{1,2}(?:[/.-]\d{1,2})?)/g, ''),
  );
  if (beginsNotYet(core) || beginsNotYet(printed))
    return numbers.length === 0
      ? { kind: 'not-yet' }
      : { kind: 'unreadable', reason: 'number-unreadable', likely: numbers };
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(core.replace(/\s+/g, '')))
    return { kind: 'unreadable', reason: 'number-rounded', likely: [] };
  if (elsewhere.test(said) || elsewhere.test(whole))
    return { kind: 'unreadable', reason: 'number-elsewhere', likely: numbers };
  if (saysYes(core) || yes.test(said)) return { kind: 'yes' };
  return readCore(core, notes);
}

function splitNotes(printed: string): { core: string; notes: string[] } {
  const notes: string[] = [];
  let core = printed.replace(label, (found) => (/\d/.test(found) ? found : '')).trim();
  if (core === '') core = printed;
  for (let i = 0; i < 4; i++) {
    const last = lastBracket.exec(core);
    if (last && !/^展延$/.test(last[2]!.trim())) {
      // A number that stands in brackets itself is no note.
      if (!/\d/.test(last[1]!) && /\d/.test(last[2]!)) break;
      notes.unshift(last[2]!.trim());
      core = last[1]!.trim();
      continue;
    }
    break;
  }
  const first = firstBracket.exec(core);
  // （113）電簽字第0001號 begins with its year; （展延）113… with a note.
  if (first && !/^\d{2,3}$/.test(first[1]!.trim()) && /\d/.test(first[2]!)) {
    notes.unshift(first[1]!.trim());
    core = first[2]!.trim();
  }
  const behind = noteBehind.exec(core);
  if (behind && looksLikeNumber(behind[1]!)) {
    core = behind[1]!;
    notes.push(behind[2]!.trim());
  } else {
    const word = statusBehind.exec(core);
    if (word && word[2] !== '展延') {
      core = word[1]!;
      notes.push(word[2]!);
    }
  }
  // With a label found only now that brackets are gone.
  const unlabelled = core.replace(label, '').trim();
  return { core: unlabelled === '' ? core : unlabelled, notes };
}

function readCore(core: string, notes: readonly string[]): NumberCell {
  const parts = core.split(separators).flatMap((part) => {
    const clean = part.replace(label, '').trim();
    return clean === '' ? [] : [clean];
  });
  const looking = parts.filter(looksLikeNumber);
  const keys = new Map(looking.map((part) => [plainKey(readNumber(part).key), part]));
  if (keys.size > 1) return { kind: 'unreadable', reason: 'several-numbers', likely: [...keys.values()] };
  const words = parts.filter((part) => !looking.includes(part));
  if (keys.size === 1 && words.length === 0) {
    const extendedNote = notes.some((note) => /^(?:已)?展延/.test(note));
    const read = readNumber([...keys.values()][0]!);
    const blanks = read.printed.split(/\s+/).filter((one) => /\d{3,}/.test(one));
    if (blanks.length > 1) return { kind: 'unreadable', reason: 'several-numbers', likely: blanks };
    const number = { ...read, extended: read.extended || extendedNote };
    return { kind: 'number', number, notes, status: notes.map(statusInWords).find((one) => one !== null) ?? null };
  }
  // Without a digit, a bare word of letters and hyphens could be a number that nobody has seen yet.
  if (looking.length === 0 && parts.length === 1 && /^[A-Za-z][A-Za-z\p{Pd}]{3,30}$/u.test(core))
    return { kind: 'number', number: readNumber(core), notes, status: null };
  const likely = looking.length > 0 ? looking : numbersWithin([core, ...notes].join(' '));
  return { kind: 'unreadable', reason: 'number-unreadable', likely };
}
