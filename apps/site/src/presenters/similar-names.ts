import { type CompanyIndex, foldText, matchCompany } from '@aipower/matcher';
import { withoutForm } from '@aipower/taiwan/firm-name';

/** Below this a name shares little more than common words with what was typed; tried on names with one or two slips. */
const nearEnough = 0.55;
/** A candidate this far behind the best one is only there because it shares its common words. */
const farBehind = 0.12;
/** Nobody else can be meant: all but one of the characters are the name's. */
const surely = 0.8;
const most = 5;
const looked = 50;

/** Registered names a person may have meant; `sure` when the first is all but what was typed. */
export interface LikeNames {
  readonly names: readonly { readonly ubn: string; readonly name: string }[];
  readonly sure: boolean;
}

/**
 * Registered names a person may have meant, where a search finds none: offered as links, never counted as found. The matcher
 * weighs the parts of a name; which of those it holds near is meant, the characters say (智慧學院 means 智慧學苑, not 智慧建築).
 */
export function likeNames(text: string, companies: CompanyIndex): LikeNames {
  const { candidates, link } = matchCompany(companies, { name: text }, { limit: looked });
  const all = link ? [{ ...link, score: 1 }, ...candidates.filter(({ ubn }) => ubn !== link.ubn)] : candidates;
  const typed = lettersOf(text);
  const near = all
    .map(({ ubn, name, score, ...one }) => {
      const found = 'foundAs' in one && one.foundAs ? one.foundAs.name : name;
      return { ubn, name, near: (score + shareOf(typed, lettersOf(found))) / 2 };
    })
    .sort((a, b) => b.near - a.near);
  const best = near[0]?.near ?? 0;
  return {
    names: near
      .filter((one) => one.near >= Math.max(nearEnough, best - farBehind))
      .slice(0, most)
      .map(({ ubn, name }) => ({ ubn, name })),
    sure: best >= surely,
  };
}

const lettersOf = (name: string) => [...foldText(withoutForm(name)).text.replace(/\s/gu, '')];

/** Letters in common, whatever their order, of all in both; 0–1. */
function shareOf(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  let common = 0;
  for (const letter of one) {
    const at = left.indexOf(letter);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}
