/** Which keys of a fixed set are close to a text? Built once per set, asked often. */
export interface NearIndex {
  /**
   * All keys within `most` edits (insert, delete, replace, swap of two neighbours), nearest first, then by key. The key
   * itself is among them at distance 0.
   */
  find(text: string, most: number): { key: string; distance: number }[];
}

/**
 * A trie walked with one row of the edit table per letter: a branch is left as soon as its whole row is too far. On
 * 100,000 numbers of one shape it looks at a few thousand nodes, where comparing all of them takes a thousand times longer.
 */
export function buildNearIndex(keys: Iterable<string>): NearIndex {
  const sorted = [...new Set(keys)].sort();
  const letters: number[] = [0];
  const child: number[] = [-1];
  const sibling: number[] = [-1];
  const entry: number[] = [-1];
  const path: number[] = [0];
  const lastChild: number[] = [-1];
  let before = '';
  let deepest = 0;
  for (const [index, key] of sorted.entries()) {
    let shared = 0;
    while (shared < before.length && shared < key.length && before[shared] === key[shared]) shared++;
    path.length = shared + 1;
    for (let i = shared; i < key.length; i++) {
      const node = letters.length;
      const parent = path[i]!;
      letters.push(key.charCodeAt(i));
      child.push(-1);
      sibling.push(-1);
      entry.push(-1);
      lastChild.push(-1);
      if (child[parent] === -1) child[parent] = node;
      else sibling[lastChild[parent]!] = node;
      lastChild[parent] = node;
      path.push(node);
    }
    entry[path[key.length]!] = index;
    deepest = Math.max(deepest, key.length);
    before = key;
  }
  const trie = {
    letters: Uint16Array.from(letters),
    child: Int32Array.from(child),
    sibling: Int32Array.from(sibling),
    entry: Int32Array.from(entry),
    deepest,
    above: new Uint16Array(deepest + 1),
    rows: new Int32Array(0),
  };
  return { find: (text, most) => walk(trie, sorted, text, most) };
}

interface Trie {
  readonly letters: Uint16Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  readonly entry: Int32Array;
  readonly deepest: number;
  /** The letters on the way to a node. */
  readonly above: Uint16Array;
  /** One row for each of them and one before. Kept from walk to walk: thousands follow each other, and each reads only what it wrote. */
  rows: Int32Array;
}

/** More edits than any text is worth. */
const FAR = 1 << 20;

function walk(trie: Trie, keys: readonly string[], text: string, most: number): { key: string; distance: number }[] {
  const width = text.length + 1;
  const size = (trie.deepest + 1) * width;
  if (trie.rows.length < size) trie.rows = new Int32Array(size);
  const { rows, above } = trie;
  for (let j = 0; j < width; j++) rows[j] = j;
  const found: { key: string; distance: number }[] = [];

  const visit = (node: number, depth: number): void => {
    const letter = trie.letters[node]!;
    above[depth] = letter;
    const at = depth * width;
    const back = at - width;
    // Cells further than `most` from the diagonal are too far whatever stands in them; only the band is computed.
    const low = Math.max(1, depth - most);
    const high = Math.min(width - 1, depth + most);
    if (low > width) return;
    rows[at + low - 1] = low === 1 ? depth : FAR;
    if (high + 1 < width) rows[at + high + 1] = FAR;
    let nearest = rows[at + low - 1]!;
    for (let j = low; j <= high; j++) {
      const typed = text.charCodeAt(j - 1);
      let best = rows[back + j - 1]! + (typed === letter ? 0 : 1);
      const dropped = rows[back + j]! + 1;
      if (dropped < best) best = dropped;
      const left = rows[at + j - 1]! + 1;
      if (left < best) best = left;
      if (depth > 1 && j > 1 && typed === above[depth - 1] && text.charCodeAt(j - 2) === letter) {
        const swap = rows[back - width + j - 2]! + 1;
        if (swap < best) best = swap;
      }
      rows[at + j] = best;
      if (best < nearest) nearest = best;
    }
    const distance = high === width - 1 ? rows[at + high]! : FAR;
    if (trie.entry[node] !== -1 && distance <= most) found.push({ key: keys[trie.entry[node]!]!, distance });
    // A row that is too far everywhere stays so: the row below is at most one smaller, a swap included.
    if (nearest > most) return;
    for (let next = trie.child[node]!; next !== -1; next = trie.sibling[next]!) visit(next, depth + 1);
  };

  if (trie.entry[0] !== -1 && text.length <= most) found.push({ key: '', distance: text.length });
  for (let next = trie.child[0]!; next !== -1; next = trie.sibling[next]!) visit(next, 1);
  return found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
}
