import { type NumberRead, nameParts, readNumber, readText, specialOf, spelledOut } from '@aipower/taiwan/firm-name';
import { flatten, isSimplified } from '@aipower/taiwan/han';
import { candidate, hasSpecialName, type NameCandidate, ranked } from './candidate.ts';
import { CompanyIndex, type NameRecord } from './company-index.ts';
import { type DoubtReason, judgeMention, judgeWhole, type LinkReason, type MentionJudgement } from './judge-mention.ts';

/** The firm that is looked for, by name, number or both. */
export interface CompanyQuery {
  /** A name as someone wrote it; a line of a form with labels, brackets and numbers will do. At most 500 characters are read. */
  name: string;
  /** 統一編號 given beside the name. Empty means none. */
  ubn?: string | undefined;
}

/** Why a firm was linked, or why it was left to a person. */
export type MatchReason =
  | LinkReason
  | DoubtReason
  | 'number'
  | 'several-firms-named'
  | 'several-numbers'
  | 'number-of-another-firm'
  | 'number-not-registered'
  | 'no-name'
  | 'too-long';

/** What a reader should know beside the answer. */
export type MatchNote =
  | 'county-differs'
  | 'county-decides'
  | 'branch'
  | 'name-not-confirmed'
  | 'number-malformed'
  | 'number-not-counted';

/** Linked to one firm, unsure between candidates, none, or in conflict with the number; each with its reason. */
export interface CompanyMatch {
  /** `conflict`: the number is another firm's than the name, or no firm's. */
  decision: 'linked' | 'unsure' | 'none' | 'conflict';
  /** The rule that decided. */
  reason: MatchReason;
  /** At most one firm, only when `decision` is `linked`. */
  link: { ubn: string; name: string; branch?: string } | null;
  /** For a person to choose from, best first. */
  candidates: NameCandidate[];
  /** What a person should know beside the decision; never changes it. */
  notes: MatchNote[];
  /** What was read in the text: the numbers that count as 統一編號, and the names. */
  read: { numbers: string[]; names: string[] };
}

const MAX_TEXT_LENGTH = 500;
const MAX_MENTIONS = 8;

/**
 * Which registered firm does a name, or a number with a name, mean? Links at most one; abstains rather than guesses.
 *
 * @param index made by companyIndex
 * @param query `name` as written (an empty one is fine when `ubn` is given); `ubn` as written
 * @param options `limit`: how many candidates at most, 1–50, 5 unless told
 * @returns `linked` with `link`; `unsure` with candidates for a person; `none` when nothing is near; `conflict` when number and name contradict
 *   each other. Codes: {@link MatchReason}, {@link MatchNote}. Policy and its source: docs/decisions/020-company-names.md.
 * @throws TypeError on an index, query or limit of the wrong kind
 * @example matchCompany(index, { name: '星塵示範科技(股)公司台中分公司' }).link?.ubn
 * Cost: some tens of microseconds for a registered name; see test/bench.
 */
export function matchCompany(index: CompanyIndex, query: CompanyQuery, options: { limit?: number } = {}): CompanyMatch {
  const limit = options.limit ?? 5;
  if (!(index instanceof CompanyIndex))
    throw new TypeError('matchCompany(index, …): index must come from companyIndex()');
  if (query === null || typeof query !== 'object' || typeof query.name !== 'string') {
    throw new TypeError('matchCompany(…, query): query must be { name: string, ubn?: string }');
  }
  if (query.ubn !== undefined && typeof query.ubn !== 'string')
    throw new TypeError('matchCompany: query.ubn must be a string; a number loses leading zeros');
  if (!Number.isInteger(limit) || limit < 1 || limit > 50)
    throw new TypeError('matchCompany: options.limit must be a whole number from 1 to 50');
  if (query.name.length > MAX_TEXT_LENGTH) return answer('none', 'too-long');
  return decide(index, query, limit);
}

function answer(decision: CompanyMatch['decision'], reason: MatchReason): CompanyMatch {
  return { decision, reason, link: null, candidates: [], notes: [], read: { numbers: [], names: [] } };
}

function decide(index: CompanyIndex, query: CompanyQuery, limit: number): CompanyMatch {
  const simplified = isSimplified(query.name);
  const registered = (digits: string): boolean => index.firmWith(digits) !== undefined;
  const whole = judgeText(index, query.name, simplified);
  const text = whole ? { mentions: [], numbers: [] } : readText(query.name, registered);
  const given = givenNumber(query.ubn);
  const notes: MatchNote[] = [];
  if (given === 'malformed') notes.push('number-malformed');
  const found = [...(typeof given === 'object' ? [given] : []), ...text.numbers];
  const numbers = countedNumbers(found, registered);
  if (numbers.length < distinct(found.map((n) => n.digits)).length) notes.push('number-not-counted');
  const judged = whole
    ? [whole]
    : text.mentions.slice(0, MAX_MENTIONS).map((mention) => judgeMention(index, mention, simplified));
  const names = judged.map(({ mention }) => mention.text);
  const owners = numbers.map((digits) => index.firmWith(digits));
  const name = combine(judged);
  const verdict = withNumbers(owners, name);
  const { firm } = verdict;
  const branch = firm === undefined ? undefined : branchSaid(index, judged, firm);
  if (branch !== undefined) notes.push('branch');
  if (verdict.reason === 'number' && judged.some((j) => j.mention.text !== '') && !name.firms.includes(firm!))
    notes.push('name-not-confirmed');
  const candidates = rankedCandidates(index, judged, owners, simplified).slice(0, limit);
  const decision = verdict.decision === 'unsure' && candidates.length === 0 ? 'none' : verdict.decision;
  return {
    decision,
    reason: verdict.reason,
    link:
      decision === 'linked' && firm !== undefined
        ? { ubn: index.ubn(firm), name: index.name(firm), ...(branch === undefined ? {} : { branch }) }
        : null,
    candidates,
    notes: distinct([...judged.flatMap((j) => (j.linked ? j.notes : [])), ...notes]),
    read: { numbers, names },
  };
}

/** The text as one name, as it stands and with （股）公司 written out. */
function judgeText(index: CompanyIndex, text: string, simplified: boolean): MentionJudgement | undefined {
  const flat = flatten(text);
  const spelled = spelledOut(flat);
  return judgeWhole(index, text, simplified) ?? (spelled === flat ? undefined : judgeWhole(index, spelled, simplified));
}

/** The branch that the text names, unless it is what the linked firm itself is registered as. */
function branchSaid(index: CompanyIndex, judged: readonly MentionJudgement[], firm: number): string | undefined {
  if (nameParts(index.name(firm)).branch !== '') return undefined;
  const said = judged
    .filter(({ firms }) => firms.includes(firm))
    .map(({ reading }) => reading.branch ?? reading.parts.branch);
  return said.find((branch) => branch !== '');
}

function givenNumber(ubn: string | undefined): NumberRead | 'malformed' | undefined {
  const digits = (ubn ?? '').normalize('NFKC').replace(/[\s\-\u200b\ufeff]/g, '');
  if (digits === '' || /^(無|n\/?a|none)$/i.test(digits)) return undefined;
  return /^[0-9]{8}$/.test(digits) ? { ...readNumber(digits, true), dateLike: false } : 'malformed';
}

/** Numbers that count as a 統一編號: registered ones, and well-formed ones that are not a day. A labelled one counts though it looks like a day. */
function countedNumbers(numbers: readonly NumberRead[], registered: (digits: string) => boolean): string[] {
  const counted = numbers.filter((number) => {
    if (number.dateLike && !number.labelled) return registered(number.digits) && numbers.length === 1;
    return registered(number.digits) || number.wellFormed;
  });
  return distinct(counted.map((number) => number.digits));
}

interface NameVerdict {
  firms: number[];
  linked: LinkReason | undefined;
  reason: MatchReason;
  /** The names said are registered, letter for letter. */
  exact: boolean;
}

/** Several mentions must mean one firm; a remark that names nobody does not disturb a full name. */
function combine(judged: readonly MentionJudgement[]): NameVerdict {
  const none: NameVerdict = { firms: [], linked: undefined, reason: 'no-name', exact: false };
  if (judged.length === 0) return none;
  const telling = judged.filter((j) => j.firms.length > 0);
  const silent = judged.filter((j) => j.firms.length === 0);
  if (telling.length === 0) {
    const doubt = silent.find((j) => j.doubt !== 'not-registered' && j.doubt !== 'generic-words-only') ?? silent[0]!;
    return { ...none, reason: doubt.doubt ?? 'not-registered' };
  }
  const exact = telling.some((j) => j.exact);
  let common = telling[0]!.firms;
  for (const { firms } of telling.slice(1)) common = common.filter((firm) => firms.includes(firm));
  const everyone = distinct(telling.flatMap((j) => j.firms));
  if (common.length === 0) return { firms: everyone, linked: undefined, reason: 'several-firms-named', exact };
  const linking = telling.filter((j) => j.linked !== undefined);
  const doubtful = telling.find((j) => j.linked === undefined && j.doubt !== 'shared-name');
  const [best] = linking;
  if (common.length > 1 || !best) {
    const reason = telling.find((j) => j.doubt)?.doubt ?? 'shared-name';
    return { firms: common, linked: undefined, reason, exact };
  }
  if (doubtful && !linking.some((j) => j.full))
    return { firms: common, linked: undefined, reason: doubtful.doubt!, exact };
  // 靈犀鹿、某某: a part of a name beside words nobody can read is not enough; nor is a second full name that is not registered.
  // An English name is nobody's until it is registered, and a former name need not be in the register: neither is a stranger.
  const stranger = silent.find(
    ({ reading, doubt }) =>
      doubt !== 'generic-words-only' &&
      reading.parts.form !== 0 &&
      reading.parts.script === 'han' &&
      reading.role !== 'former' &&
      reading.role !== 'alias',
  );
  if (stranger || (silent.length > 0 && !linking.some((j) => j.full))) {
    return { firms: common, linked: undefined, reason: stranger ? 'several-firms-named' : 'unread-words', exact };
  }
  return { firms: common, linked: best.linked, reason: best.linked!, exact };
}

function withNumbers(
  owners: readonly (number | undefined)[],
  name: NameVerdict,
): { decision: CompanyMatch['decision']; reason: MatchReason; firm?: number } {
  const known = distinct(owners.filter((owner) => owner !== undefined));
  const [owner] = known;
  if (known.length > 1) return { decision: 'unsure', reason: 'several-numbers' };
  if (owner !== undefined) {
    if (name.exact && !name.firms.includes(owner)) return { decision: 'conflict', reason: 'number-of-another-firm' };
    if (name.reason === 'several-firms-named') return { decision: 'unsure', reason: name.reason };
    return { decision: 'linked', reason: 'number', firm: owner };
  }
  if (owners.length > 0) {
    return name.firms.length > 0
      ? { decision: 'conflict', reason: 'number-not-registered' }
      : { decision: 'none', reason: 'number-not-registered' };
  }
  if (name.linked !== undefined) return { decision: 'linked', reason: name.linked, firm: name.firms[0]! };
  return { decision: name.reason === 'no-name' ? 'none' : 'unsure', reason: name.reason };
}

/** Below this a firm of the same or a like-sounding special name is no help to the person who has to choose. */
const MIN_KINDRED = 0.4;

function rankedCandidates(
  index: CompanyIndex,
  judged: readonly MentionJudgement[],
  owners: readonly (number | undefined)[],
  simplified: boolean,
): NameCandidate[] {
  const all: NameCandidate[] = [];
  for (const firm of owners) {
    if (firm !== undefined) all.push(candidate(index, judged[0]?.reading, index.firstRecord(firm), true, simplified));
  }
  for (const { reading, near, exact } of judged) {
    const shown = (records: readonly NameRecord[]): NameCandidate[] =>
      records
        .filter((record) => !owners.includes(record.firm))
        .map((record) => candidate(index, reading, record, false, simplified));
    all.push(...shown(near));
    if (exact || !hasSpecialName(reading.parts)) continue;
    all.push(...shown(kindred(index, reading.parts)).filter((one) => one.score >= MIN_KINDRED));
  }
  return ranked(all);
}

/** Firms of the same special name, or one that sounds the same, whatever their line of business. */
const kindred = (index: CompanyIndex, parts: MentionJudgement['reading']['parts']): NameRecord[] => [
  ...index.withSpecial(specialOf(parts).replaceAll(' ', '')),
  ...index.soundingLike(parts),
  ...(parts.script === 'latin' ? index.near(parts) : []),
];

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];
