import {
  type Category,
  formSections,
  gpuHoursToPoints,
  levelFor,
  type Programme,
  pointsToGpuHours,
  pointsToTokens,
  roundFor,
  tokensToPoints,
  whatFits,
} from '@aipower/programme';
import type { MarkKind } from '../page/marks.ts';
import type { Show } from '../page/show.ts';
import type { Messages } from '../page/words.zh.ts';

/** Whether applications are accepted at this moment, in one sentence. Every category closes together. */
export function windowState(
  programme: Programme,
  now: Date,
  t: Messages['programme'],
  show: Show,
): { readonly status: MarkKind; readonly word: string; readonly sentence: string } {
  const answer = roundFor(programme, programme.categories[0]!.id, now);
  if (answer.state === 'open') {
    return { status: 'good', word: t.open, sentence: t.openUntil(show.moment(answer.closesAt)) };
  }
  if (answer.state === 'closed') {
    return { status: 'bad', word: t.closed, sentence: t.closedAt(show.moment(answer.closesAt)) };
  }
  return { status: 'open', word: t.notOpen, sentence: t.notOpenUntil(show.day(answer.opensOn)) };
}

/** The rounds of a category, each past, next or later as seen from today. */
export function rounds(category: Category, today: string) {
  const next = category.rounds.find(({ reviewOn }) => reviewOn >= today);
  return category.rounds.map((round) => ({
    ...round,
    place: round === next ? ('next' as const) : round.reviewOn < today ? ('past' as const) : ('later' as const),
  }));
}

/** The levels side by side: points, and what they buy in each category. */
export function levels(programme: Programme) {
  return programme.levels.map((level) => ({
    ...level,
    fits: programme.categories.map((category) => whatFits(programme, category.id, level.id)),
  }));
}

export const conversions = ['training-points', 'inference-points', 'gpu-hours', 'tokens'] as const;
export type Conversion = (typeof conversions)[number];

export interface Calculation {
  readonly amount: string;
  readonly unit: Conversion;
  readonly error: string | null;
  readonly lines: readonly string[];
}

const mostPoints = 10_000_000;
const most: Readonly<Record<Conversion, number>> = {
  'training-points': mostPoints,
  'inference-points': mostPoints,
  'gpu-hours': mostPoints / 2,
  tokens: mostPoints * 100_000,
};

/** Converts what was typed; an amount that cannot be read is told with what was found and what would do. */
export function calculate(
  programme: Programme,
  amount: string,
  unit: Conversion,
  t: Messages['programme'],
  show: Show,
): Calculation {
  const plain = amount.normalize('NFKC').replace(/[,\s]/g, '');
  const fail = (error: string): Calculation => ({ amount, unit, error, lines: [] });
  if (plain === '') return fail(t.errors.amountMissing);
  if (!/^\d{1,16}(\.\d{1,6})?$/.test(plain)) return fail(t.errors.amountNotNumber(amount.slice(0, 40)));
  const n = Number(plain);
  if (n > most[unit]) return fail(t.errors.amountTooLarge(show.number(most[unit])));
  if (unit === 'tokens' && !Number.isInteger(n)) return fail(t.errors.amountNotWhole);
  return { amount, unit, error: null, lines: convert(programme, n, unit, t, show) };
}

function convert(programme: Programme, n: number, unit: Conversion, t: Messages['programme'], show: Show): string[] {
  const number = show.number;
  const fits = (category: string, inUnit: number) => {
    const level = levelFor(programme, category, inUnit);
    const highest = Math.max(...programme.levels.map(({ points }) => points));
    return level ? t.fitsLevel(level.id, number(level.points)) : t.fitsNone(number(highest));
  };
  switch (unit) {
    case 'training-points': {
      const hours = pointsToGpuHours(programme, n);
      return [t.hoursOfPoints(number(n), number(hours)), fits('training', hours)];
    }
    case 'inference-points': {
      const tokens = pointsToTokens(programme, n);
      return [t.tokensOfPoints(number(n), number(tokens)), fits('inference', tokens)];
    }
    case 'gpu-hours':
      return [t.pointsOfHours(number(n), number(gpuHoursToPoints(programme, n))), fits('training', n)];
    case 'tokens': {
      const { points, countedTokens } = tokensToPoints(programme, n);
      const lines = [t.pointsOfTokens(number(n), number(countedTokens), number(points)), fits('inference', n)];
      return countedTokens === n ? lines : [...lines, t.tokenRounding];
    }
  }
}

/** The form of a category as rows for reading: what to fill in, by which rule, weighed by which criterion. */
export function formPages(
  programme: Programme,
  category: Category,
  t: Messages['programme'],
  show: Show,
  language: 'zh' | 'en',
) {
  const sections = formSections(programme, category.id);
  const labels = new Map(sections.flatMap(({ fields }) => fields).map((field) => [field.id, field.label[language]]));
  return sections.map((section) => ({
    id: section.id,
    heading: section.heading,
    notice: section.notice,
    noticeId: section.noticeId,
    fields: section.fields.map((field) => {
      const criterion = category.weights.find(({ id }) => id === field.criterion);
      const list = programme.modelLists.find(({ id }) => id === field.modelList);
      return {
        ...field,
        // Some labels of the form carry their number already.
        no: field.no !== undefined && field.label[language].startsWith(field.no) ? undefined : field.no,
        rule: field.when ? t.rules.when(labels.get(field.when.field) ?? '') : t.rules[field.requirement as 'required'],
        kindWord: t.kinds[field.kind],
        cap: field.max ? t.maxLength(show.number(field.max)) : null,
        criterionWord: criterion ? t.criterionOf(criterion.name[language], criterion.percent) : null,
        choices: [
          ...(list ? list.models.map(({ name }) => name) : []),
          ...(field.options ?? []).map(({ label }) => label[language]),
          ...(field.exclusive ? [field.exclusive.label[language]] : []),
        ],
      };
    }),
  }));
}
