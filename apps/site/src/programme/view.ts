import { type Category, formSections, type Programme, roundFor, whatFits } from '@aipower/programme';
import { daysBetween, taipeiDay } from '@aipower/taiwan/dates';
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
    return {
      state: 'open',
      status: 'good',
      word: t.open,
      sentence: t.openUntil(show.moment(answer.closesAt), daysLeft(programme, now)),
    };
  }
  if (answer.state === 'closed') {
    return { state: 'closed', status: 'open', word: t.closed, sentence: t.closedAt(show.moment(answer.closesAt)) };
  }
  return { state: 'not-open', status: 'open', word: t.notOpen, sentence: t.notOpenUntil(show.day(answer.opensOn)) };
}

/** After the close: which review comes next, or when the last one was. */
export function reviewedWords(programme: Programme, today: string, t: Messages['programme'], show: Show): string {
  const days = programme.categories.flatMap(({ rounds }) => rounds.map(({ reviewOn }) => reviewOn)).toSorted();
  const next = days.find((day) => day >= today);
  const last = days.at(-1);
  if (next) return t.nextReview(show.dayInMinutes(next));
  return last ? t.lastReview(show.dayInMinutes(last)) : '';
}

/** Calendar days in Taipei until the last one; 0 on the last. */
export function daysLeft({ window }: Programme, now: Date): number {
  return daysBetween(taipeiDay(now), taipeiDay(new Date(window.closesAt)));
}

/** The days of review in their order; under each category the round of that day, or null where it has none. */
export function reviews(programme: Programme, today: string) {
  const days = new Set(programme.categories.flatMap(({ rounds }) => rounds.map(({ reviewOn }) => reviewOn)));
  const nexts = programme.categories.map(({ rounds }) => rounds.find(({ reviewOn }) => reviewOn >= today));
  return [...days].toSorted().map((reviewOn) => ({
    reviewOn,
    isPast: reviewOn < today,
    cells: programme.categories.map(({ rounds }, i) => {
      const round = rounds.find((one) => one.reviewOn === reviewOn);
      return round ? { name: round.name, isNext: round === nexts[i] } : null;
    }),
  }));
}

/** The criteria of all categories in their order, each with its weight in per cent; null where a category has no such criterion. */
export function criteria(programme: Programme) {
  const names = new Map(programme.categories.flatMap(({ weights }) => weights.map(({ id, name }) => [id, name])));
  return [...names].map(([id, name]) => ({
    name,
    percents: programme.categories.map(({ weights }) => weights.find((one) => one.id === id)?.percent ?? null),
  }));
}

/** The bonus items by how they are checked. Some printed labels begin with the item's number, which stands before each. */
export function bonusByKind({ bonus }: Programme) {
  const items = bonus.items.map((item) => {
    const { zh } = item.label;
    return { ...item, label: { ...item.label, zh: zh.startsWith(`${item.id} `) ? zh.slice(item.id.length + 1) : zh } };
  });
  return [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, own]) => ({ kind, items: own }));
}

/** Who may apply, as far as one line tells it: classes of the tax register, and the day from which a founder has priority. */
export function whoAtAGlance({ eligibility }: Programme) {
  const classes = eligibility.conditions.flatMap(({ test }) => (test.kind === 'industry-code' ? test.classes : []));
  const priority = eligibility.priority.map(({ test }) => test).find(({ kind }) => kind === 'on-or-after');
  return {
    classes: classes.map(({ id }) => id),
    priorityFrom: priority?.kind === 'on-or-after' ? priority.date : null,
  };
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
