import { type CompanyIndex, matchCompany } from '@aipower/matcher';

/** Below this a name shares little more than common words with what was typed; tried on names with one or two slips. */
const nearEnough = 0.55;
/** A candidate this far behind the best one is only there because it shares its common words. */
const farBehind = 0.12;
const most = 5;

/** Registered names a person may have meant, where a search finds none: offered as links, never counted as found. */
export function likeNames(text: string, companies: CompanyIndex): { ubn: string; name: string }[] {
  const { candidates } = matchCompany(companies, { name: text }, { limit: most });
  const best = candidates[0]?.score ?? 0;
  return candidates
    .filter(({ score }) => score >= Math.max(nearEnough, best - farBehind))
    .map(({ ubn, name }) => ({ ubn, name }));
}
