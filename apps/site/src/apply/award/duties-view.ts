import { type CaseEvent, type CaseFile, linksOf, type Obligation } from '@aipower/applications';
import type { Programme } from '@aipower/programme';
import { daysBetween } from '@aipower/taiwan/dates';
import type { MarkKind } from '../../page/marks.ts';
import type { Visit } from '../../page/page.ts';

const marks: Readonly<Record<Obligation['state'], MarkKind>> = {
  scheduled: 'open',
  due: 'warn',
  overdue: 'bad',
  received: 'unsure',
  accepted: 'good',
  returned: 'warn',
  waived: 'open',
};
const promiseMarks = { open: 'open', kept: 'good', 'watch-list': 'bad', waived: 'open' } as const;
const waiting: readonly Obligation['state'][] = ['scheduled', 'due', 'overdue', 'returned'];

/** How a duty stands today. Its day makes it late, and not the moment at which the clock of the desk takes note of that. */
export function stateToday({ state, due }: Obligation, today: string): Obligation['state'] {
  const isLate = due !== null && due < today && (state === 'scheduled' || state === 'due');
  return isLate ? 'overdue' : state;
}

/** Whether a company can hand something in for a duty as it stands. */
export const mayDeliver = ({ state, kind }: Obligation): boolean => waiting.includes(state) && kind !== 'demo-meeting';

/** What a company still owes after its use, and what it promised to publish; the words of the programme stand beside. */
export function dutiesView(state: CaseFile, programme: Programme, events: readonly CaseEvent[], visit: Visit) {
  const { t, show, language, today } = visit;
  const words = t.apply.award;
  const duties = state.obligations.map((one) => {
    const delivered = events.findLast(({ type, data }) => {
      return type === 'obligation.deliver' && (data as { obligation: string }).obligation === one.id;
    });
    const links = delivered?.type === 'obligation.deliver' ? delivered.data.links : [];
    const names = linksOf[one.kind];
    const year = /-(\d+)$/.exec(one.id)?.[1];
    const stage = stateToday(one, today);
    const isOpen = waiting.includes(stage);
    const left = one.due === null ? null : daysBetween(today, one.due);
    return {
      id: one.id,
      kind: one.kind,
      label: year === undefined ? words.duties[one.kind] : words.ofYear(words.duties[one.kind], year),
      state: stage,
      status: marks[stage],
      word: words.dutyStates[stage],
      due: one.due === null ? words.noDayYet : show.day(one.due),
      left: left !== null && isOpen ? words.left(left) : '',
      isOpen,
      isLate: stage === 'overdue',
      mayDeliver: mayDeliver(one),
      fields: names.map((name, i) => ({ name, label: words.links[name], value: links[i] ?? '' })),
      links: links.map((href, i) => ({ href, host: new URL(href).hostname, label: words.links[names[i] ?? 'report'] })),
    };
  });
  const items = programme.bonus.items;
  const promises = state.publications.map(({ item, state: stage }) => {
    const kept = events.findLast((event) => event.type === 'publication.keep' && event.data.item === item);
    const href = kept?.type === 'publication.keep' ? kept.data.url : '';
    return {
      item,
      label: items.find(({ id }) => id === item)?.label[language] ?? item,
      state: stage,
      status: promiseMarks[stage],
      word: words.promiseStates[stage],
      link: href === '' ? null : { href, host: new URL(href).hostname },
    };
  });
  const printed = programme.afterAward
    .filter(({ categories }) => categories.includes(state.category))
    .map(({ text }) => text[language]);
  return { duties, promises, printed };
}

export type DutiesView = ReturnType<typeof dutiesView>;
