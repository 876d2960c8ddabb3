import type { CaseFile } from '@aipower/applications';

/** Where reviewers can still be given or taken. */
export const assigning: readonly CaseFile['main'][] = ['eligible', 'under-review'];
const holding = ['assigned', 'reading', 'submitted'];

/** Who reads an application now, or has sent an opinion. */
export const busy = ({ reviews }: CaseFile) =>
  reviews.filter(({ state }) => holding.includes(state)).map(({ reviewer }) => reviewer);

/** Stepped aside, or an opinion that was struck: not asked a second time. */
export const isOut = ({ reviews }: CaseFile, id: string) =>
  reviews.some(({ reviewer, state }) => reviewer === id && (state === 'recused' || state === 'annulled'));

/** With as many reviewers as a review takes. */
export const isReady = (state: CaseFile, least: number) => state.main === 'eligible' && busy(state).length >= least;

/** With as many opinions as it takes, and nobody left who still writes one. */
export const isClosable = ({ main, reviews }: CaseFile, least: number) =>
  main === 'under-review' &&
  reviews.filter(({ state }) => state === 'submitted').length >= least &&
  !reviews.some(({ state }) => state === 'assigned' || state === 'reading');
