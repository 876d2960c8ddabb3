/** What a state is shown as: a shape that stays apart from the others in grey, small, and for the colour-blind. */
export type MarkKind = 'good' | 'warn' | 'bad' | 'unsure' | 'open';

/** How a state can be, the worst first. */
const fromWorst: readonly MarkKind[] = ['bad', 'warn', 'unsure', 'open', 'good'];

/** Orders states, the worst first. */
export const byWorst = (a: MarkKind, b: MarkKind): number => fromWorst.indexOf(a) - fromWorst.indexOf(b);

const drawn: Readonly<Record<MarkKind, string>> = {
  good: use('ok'),
  warn: use('warn'),
  bad: use('bad'),
  unsure: use('unk'),
  open: use('none'),
};

function use(id: string): string {
  return `<svg class="mark ${id}" aria-hidden="true"><use href="#m-${id}"/></svg>`;
}

/** The mark of a state, as HTML: a reference to the symbol in the layout. The word beside it says the same. */
export const mark = (kind: MarkKind): string => drawn[kind];
