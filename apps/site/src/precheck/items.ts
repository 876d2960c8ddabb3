import type { ApplicantAssessment, CapabilityMatch, CapabilityMatches } from '@aipower/matcher';
import { getScheme, isSchemeId } from '@aipower/registry';
import { getItem, isItemCode } from '@aipower/taxonomy';
import type { Visit } from '../page/page.ts';
import { joining } from './generated/joining.ts';

const needStatus = { matched: 'good', unsure: 'unsure', none: 'open', 'no-text': 'open' } as const;

/** Evidence below this share of an item's own sum is left out of the highlights: it counts, but it would mark every 的. */
const SHOWN_SHARE = 0.03;
const MAX_WORDS = 8;

/** Where the words of a text begin and end, for any language that the text mixes. */
const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'word' });

const joiningCharacters: ReadonlySet<string> = new Set(joining);

type Match = CapabilityMatch;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

function strongEvidence({ evidence }: Match) {
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return evidence.filter(({ weight }) => weight >= sum * SHOWN_SHARE);
}

/**
 * The words of the text that spoke for an item. Evidence is counted in runs of characters, some across two words (服協 of 客服協助);
 * shown are words that it covers whole. Characters that the dictionary leaves single are one word with their neighbour (客服); one
 * that stays alone, or only joins words, says nothing.
 */
function wordsThatSpoke(text: string, match: Match): readonly Word[] {
  const evidence = strongEvidence(match);
  const covered = new Uint8Array(text.length);
  for (const { start, end } of evidence) covered.fill(1, start, end);
  const words: { text: string; start: number; end: number; isSingle: boolean }[] = [];
  for (const { segment, index: start, isWordLike } of segmenter.segment(text)) {
    const end = start + segment.length;
    if (!isWordLike || joiningCharacters.has(segment) || covered.subarray(start, end).includes(0)) continue;
    const last = words.at(-1);
    const isSingle = segment.length === 1;
    if (isSingle && last?.isSingle && last.end === start) {
      last.text += segment;
      last.end = end;
    } else words.push({ text: segment, start, end, isSingle });
  }
  return words
    .filter((word) => word.text.length > 1)
    .map(({ text: shown, start, end }) => {
      const weights = evidence.filter((one) => one.start < end && start < one.end).map(({ weight }) => weight);
      return { text: shown, start, end, weight: weights.reduce((total, weight) => total + weight, 0) };
    });
}

export interface TextPiece {
  readonly text: string;
  /** Codes the words speak for; empty for plain text. */
  readonly codes: readonly string[];
}

/** The applicant's own text, cut at the words that spoke for an item, without losing a character. */
export function highlighted(text: string, matches: readonly Match[]): TextPiece[] {
  const marks = matches.flatMap((match) =>
    wordsThatSpoke(text, match).map(({ start, end }) => ({ start, end, code: match.code })),
  );
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces: { text: string; codes: string[] }[] = [];
  for (const [i, from] of edges.entries()) {
    const to = edges[i + 1];
    if (to === undefined) break;
    const codes = [...new Set(marks.filter(({ start, end }) => start <= from && to <= end).map(({ code }) => code))];
    const last = pieces.at(-1);
    if (last && last.codes.join() === codes.join()) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), codes });
  }
  return pieces;
}

function wordsOf(text: string, match: Match): string[] {
  const strongest = wordsThatSpoke(text, match).toSorted((a, b) => b.weight - a.weight);
  return [...new Set(strongest.map((word) => word.text))].slice(0, MAX_WORDS);
}

/** The items a project needs, which of them the applicant holds, and who is registered for the rest. */
export function itemsView(
  assessment: ApplicantAssessment<Match>,
  matched: CapabilityMatches | null,
  text: string,
  visit: Visit,
) {
  const { t, language, paths, show } = visit;
  const { capabilities, partners } = assessment;
  const title = (code: string) => (isItemCode(code) ? `${code} ${getItem(code).title[language]}` : code);
  const needed = capabilities.needed.map((match) => ({
    code: match.code,
    title: getItem(match.code).title[language],
    href: paths.catalogueEntry(match.code),
    percent: Math.round(match.score * 100),
    words: wordsOf(text, match),
    held: capabilities.held.includes(match.code),
    cautions: match.cautions.map((caution) => ({
      ...caution,
      says: t.precheck.caution[caution.kind](caution.reasonTerm),
    })),
  }));
  return {
    decision: capabilities.decision,
    lead: t.precheck.itemsDecision[capabilities.decision],
    status: needStatus[capabilities.decision],
    needed,
    pieces: needed.length > 0 ? highlighted(text, capabilities.needed) : [],
    truncated: matched?.truncated ?? false,
    held: show.names(capabilities.held.map(title)),
    gap: show.names(capabilities.gap.map(title)),
    hasGap: capabilities.gap.length > 0,
    partners: partners.map(({ provider, score, reasons }) => ({
      name: provider.name,
      ubn: provider.ubn,
      href: paths.provider(provider.ubn),
      covers: t.precheck.covers(Math.round(score * 100)),
      reasons: reasons.map((reason) => {
        if (reason.code === 'holds-items') return t.rules.partners['holds-items'](show.names(reason.items.map(title)));
        if (reason.code === 'same-city') return t.rules.partners['same-city'](reason.city);
        if (reason.code === 'valid-until') return t.rules.partners['valid-until'](show.day(reason.day));
        const names = reason.schemes.map((id) => (isSchemeId(id) ? getScheme(id).shortName[language] : id));
        return t.rules.partners['other-registrations'](show.names(names));
      }),
    })),
  };
}
