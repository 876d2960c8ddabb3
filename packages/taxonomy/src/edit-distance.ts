/** `@aipower/taxonomy/edit-distance`: how many typing errors lie between two texts, for "did you mean". */

/**
 * Edits between two texts: insert, delete or replace one UTF-16 unit, or swap two neighbours (optimal string alignment:
 * a swapped pair is not edited again). Costs the product of the lengths.
 * @example editDistance('113電簽0010', '113電簽0001') // 1: a swap
 */
export function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = back[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replace, back[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, twoBack[j - 2]! + 1);
      row.push(best);
    }
    [twoBack, back] = [back, row];
  }
  return back[b.length]!;
}
