import { type CaseFile, publishedDecision, replay } from '@aipower/applications';
import { eventsOf, textOf } from '@aipower/applications/storage';
import { formFields, getCategory, type Programme } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { meanScore } from '../../presenters/exact-score.ts';
import { reasonWords } from '../../results/reason-words.ts';

/**
 * What a company is told of the decision about it: the grounds with their fields, the sentence, and its scores where the year
 * shows them. Null before the publication, whatever was decided.
 */
export async function resultView(
  deps: Deps,
  state: CaseFile,
  programme: Programme,
  { show, language }: Visit,
): Promise<ResultView | null> {
  const told = publishedDecision(state);
  if (!told) return null;
  const fields = formFields(programme, state.category);
  const because = (told.because ?? []).map((id) => ({
    label: reasonWords(programme, state.category, id === 'capacity' ? id : `criterion:${id}`)[language],
    fields: show.names(fields.filter(({ criterion }) => criterion === id).map(({ label }) => label[language])),
  }));
  const sentence = told.told === undefined ? null : await textOf(deps.desk.database, state.id, told.told);
  return {
    isApproved: told.outcome === 'approved',
    because,
    sentence: sentence === null ? '' : String(sentence),
    scores: state.rules?.scoresShown ? scoresOf(await asPublished(deps, state), programme, language) : [],
  };
}

/** The case as it stood when it was told: a correction that is held may be scored anew, and must not show. */
async function asPublished({ desk }: Deps, state: CaseFile): Promise<CaseFile> {
  const events = await eventsOf(desk.database, state.id);
  const last = events.findLastIndex(({ type }) => type === 'round.publish');
  return replay(events.slice(0, last + 1)) ?? state;
}

export interface ResultView {
  readonly isApproved: boolean;
  readonly because: readonly { readonly label: string; readonly fields: string }[];
  readonly sentence: string;
  readonly scores: readonly { readonly name: string; readonly percent: number; readonly mean: string }[];
}

function scoresOf({ reviews, rules, category }: CaseFile, programme: Programme, language: 'zh' | 'en') {
  const scores = reviews.flatMap(({ state, scores: own }) => (state === 'submitted' && own ? [own] : []));
  if (scores.length === 0) return [];
  const { weights } = getCategory(programme, category);
  return rules!.weights.map(({ id, percent }) => ({
    name: weights.find((one) => one.id === id)?.name[language] ?? id,
    percent,
    mean: meanScore(scores.map((one) => one[id]!)),
  }));
}
