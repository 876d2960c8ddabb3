import { type DeskDatabase, lastForms } from '@aipower/applications/storage';
import { type FeatureKind, type Features, featureKinds, featuresOf } from './features.ts';

interface Entry {
  readonly hash: string;
  readonly ubn: string;
  readonly receiptNo: string;
  readonly features: Features;
}
export interface Other {
  readonly application: string;
  readonly ubn: string;
  readonly receiptNo: string;
}
/** What an application has in common with those of other companies. Says nothing of why. */
export type Signal =
  | { readonly kind: FeatureKind; readonly value: string; readonly others: readonly Other[] }
  | { readonly kind: 'text'; readonly share: number; readonly others: readonly Other[] };

/** From this share of its passages on, a text is shown beside the other; below it, set phrases are enough to explain it. */
const SHARE = 0.3;
const AT_LEAST = 6;
/** A passage in more than one application of so many is a phrase of everybody, such as a heading of the form. */
const COMMON_SHARE = 0.1;
const COMMON_AT_LEAST = 12;
const MAX_OTHERS = 20;
/** New forms that are read before others get their turn. */
const BATCH = 100;

/**
 * All applications by what they may share. Kept in memory and brought up to date at each question: only forms that are new
 * are read. About 3 kB an application.
 */
export class SignalIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #values = new Map<string, Set<string>>();
  readonly #passages = new Map<number, Set<string>>();
  #updating: Promise<void> = Promise.resolve();

  async signalsOf(database: DeskDatabase, application: string): Promise<readonly Signal[]> {
    // One after the other, or two would read the same forms.
    this.#updating = this.#updating.catch(() => {}).then(() => this.#update(database));
    await this.#updating;
    const own = this.#entries.get(application);
    if (!own) return [];
    return [...this.#sharedValues(own), ...this.#sharedText(own)];
  }

  async #update(database: DeskDatabase): Promise<void> {
    const { current, fresh } = await lastForms(database, (id, hash) => this.#entries.get(id)?.hash === hash);
    for (const id of [...this.#entries.keys()]) if (!current.has(id)) this.#remove(id);
    for (const [n, { application, hash, programme, form }] of fresh.entries()) {
      const { ubn, receiptNo } = current.get(application)!;
      this.#remove(application);
      this.#add(application, { hash, ubn, receiptNo, features: featuresOf(programme, form) });
      if (n % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #add(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
    for (const key of keysOf(entry)) put(this.#values, key, id);
    for (const passage of entry.features.passages) put(this.#passages, passage, id);
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    for (const key of keysOf(entry)) take(this.#values, key, id);
    for (const passage of entry.features.passages) take(this.#passages, passage, id);
  }

  #sharedValues(own: Entry): Signal[] {
    return featureKinds.flatMap((kind) =>
      own.features.values[kind].flatMap((value): Signal[] => {
        const others = this.#others(own, `${kind} ${value}`);
        return others.length > 0 ? [{ kind, value, others }] : [];
      }),
    );
  }

  #sharedText(own: Entry): Signal[] {
    const common = Math.max(COMMON_AT_LEAST, this.#entries.size * COMMON_SHARE);
    const shared = new Map<string, number>();
    let counted = 0;
    for (const passage of own.features.passages) {
      const holders = this.#passages.get(passage)!;
      if (holders.size > common) continue;
      counted++;
      for (const id of holders) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    if (counted < AT_LEAST) return [];
    const near = [...shared]
      .filter(([id, n]) => n >= AT_LEAST && n / counted >= SHARE && this.#entries.get(id)!.ubn !== own.ubn)
      .sort((a, b) => b[1] - a[1]);
    if (near.length === 0) return [];
    const others = near.slice(0, MAX_OTHERS).map(([id]) => this.#other(id));
    return [{ kind: 'text', share: near[0]![1] / counted, others }];
  }

  /** Applications of other companies; a company may send the same in its two categories. */
  #others(own: Entry, key: string): Other[] {
    const ids = [...(this.#values.get(key) ?? [])].filter((id) => this.#entries.get(id)!.ubn !== own.ubn);
    return ids.slice(0, MAX_OTHERS).map((id) => this.#other(id));
  }

  #other(application: string): Other {
    const { ubn, receiptNo } = this.#entries.get(application)!;
    return { application, ubn, receiptNo };
  }
}

function keysOf({ features }: Entry): string[] {
  return featureKinds.flatMap((kind) => features.values[kind].map((value) => `${kind} ${value}`));
}

function put<Key>(map: Map<Key, Set<string>>, key: Key, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

function take<Key>(map: Map<Key, Set<string>>, key: Key, id: string): void {
  const set = map.get(key);
  set?.delete(id);
  if (set?.size === 0) map.delete(key);
}
