import { type Category, formSections, type Programme, roundFor, whatFits } from '@aipower/programme';
import type { MarkKind } from '../page/marks.ts';
import type { Show } from '../page/show.ts';
import type { Messages } from '../page/words.zh.ts';

/** Whether applications are accepted at this moment, in one sentence. Every category closes together. */
export function windowState(
  programme: Programme,
  now: Date,
  t: Messages['programme'],
  show: Show,
): {
  readonly state: 'open' | 'closed' | 'not-open';
  readonly status: MarkKind;
  readonly word: string;
  readonly sentence: string;
} {
  const answer = roundFor(programme, programme.categories[0]!.id, now);
  if (answer.state === 'open') {
    return { state: 'open', status: 'good', word: t.open, sentence: t.openUntil(show.moment(answer.closesAt)) };
  }
  if (answer.state === 'closed') {
    return { state: 'closed', status: 'open', word: t.closed, sentence: t.closedAt(show.moment(answer.closesAt)) };
  }
  return { state: 'not-open', status: 'open', word: t.notOpen, sentence: t.notOpenUntil(show.day(answer.opensOn)) };
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

/** How a year is spoken of: 115, and 2026 beside it. */
export function yearWords({ rocYear }: Programme): { readonly roc: number; readonly ad: number } {
  return { roc: rocYear, ad: rocYear + 1911 };
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
