/** The one slip between two texts, or none: what was done to `registered` to get `typed`. */
export interface SingleEdit {
  kind: 'same' | 'substitution' | 'insertion' | 'deletion' | 'swap';
  /** Where in `registered` it happened. */
  at: number;
  /** Where in `typed`; differs from `at` never by more than the edit itself. */
  typedAt: number;
}

/** Undefined when the two are more than one substitution, insertion, deletion or swap of neighbours apart. Linear in their length. */
export function singleEdit(typed: string, registered: string): SingleEdit | undefined {
  const difference = typed.length - registered.length;
  if (Math.abs(difference) > 1) return undefined;
  let front = 0;
  while (front < typed.length && front < registered.length && typed[front] === registered[front]) front++;
  if (difference === 0 && front === typed.length) return { kind: 'same', at: 0, typedAt: 0 };
  const rest = (skipTyped: number, skipRegistered: number): boolean =>
    typed.slice(front + skipTyped) === registered.slice(front + skipRegistered);
  const edit = (kind: SingleEdit['kind']): SingleEdit => ({ kind, at: front, typedAt: front });
  if (difference === 1) return rest(1, 0) ? edit('insertion') : undefined;
  if (difference === -1) return rest(0, 1) ? edit('deletion') : undefined;
  if (rest(1, 1)) return edit('substitution');
  const swapped = typed[front] === registered[front + 1] && typed[front + 1] === registered[front];
  return swapped && rest(2, 2) ? edit('swap') : undefined;
}
