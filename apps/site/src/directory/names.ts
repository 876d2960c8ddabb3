import { nameKey, type Provider, readNumber } from '@aipower/registry';

/** How a provider answers to the words typed, 0 to 1, and by which of its names. */
export interface NameHit {
  readonly score: number;
  readonly by: 'name' | 'former-name' | 'english-name' | 'ubn' | 'number' | 'near-name';
  /** The name or number that was met, as registered. */
  readonly text: string;
}

/** Finds names that are near to a text, by 統一編號, nearest first; the place where typing errors are forgiven. */
export type NearNames = (text: string) => readonly { readonly ubn: string; readonly score: number }[];

interface Named {
  readonly key: string;
  readonly text: string;
  readonly by: NameHit['by'];
}

/** The names of every provider in comparable form, built once per state of the register. */
export function nameList(providers: readonly Provider[]): readonly (readonly Named[])[] {
  return providers.map((provider) => [
    { key: nameKey(provider.name), text: provider.name, by: 'name' as const },
    ...(provider.nameEn ? [{ key: nameKey(provider.nameEn), text: provider.nameEn, by: 'english-name' as const }] : []),
    ...provider.formerNames.map((text) => ({ key: nameKey(text), text, by: 'former-name' as const })),
  ]);
}

/**
 * Which providers do these words mean? Whole words first: present, English and former names that hold every word, a
 * 統一編號 (also its beginning, from three digits on), a certificate number in full. Only when none holds them are near
 * names asked, so that a name typed right is never drowned in names that look like it.
 *
 * @returns by index of the provider; empty when nothing is meant
 */
export function findByWords(
  text: string,
  providers: readonly Provider[],
  names: readonly (readonly Named[])[],
  near: NearNames,
): Map<number, NameHit> {
  const found = new Map<number, NameHit>();
  const whole = nameKey(text);
  if (whole === '') return found;
  const words = [...new Set(text.split(/\s+/u).map(nameKey).filter(Boolean))];
  const digits = /^\d{3,8}$/.test(whole);
  const number = readNumber(text).key;
  for (const [index, provider] of providers.entries()) {
    const hit =
      byNumber(provider, digits ? whole : '', number) ??
      best(names[index]!.map((named) => byName(named, whole, words)));
    if (hit) found.set(index, hit);
  }
  if (found.size > 0 || digits) return found;
  const indexOf = new Map(providers.map(({ ubn }, index) => [ubn, index]));
  for (const { ubn, score } of near(text)) {
    const index = indexOf.get(ubn);
    if (index !== undefined) found.set(index, { score: score * 0.5, by: 'near-name', text: providers[index]!.name });
  }
  return found;
}

function byNumber(provider: Provider, digits: string, number: string): NameHit | null {
  if (digits !== '' && provider.ubn.startsWith(digits)) {
    return { score: digits.length === 8 ? 1 : 0.9, by: 'ubn', text: provider.ubn };
  }
  const certificate = provider.certificates.find(({ key }) => key !== '' && key === number);
  return certificate ? { score: 1, by: 'number', text: certificate.number ?? certificate.key } : null;
}

function byName({ key, text, by }: Named, whole: string, words: readonly string[]): NameHit | null {
  const present = by === 'name' ? 0 : 0.05;
  if (key === whole) return { score: 1 - present, by, text };
  if (key.startsWith(whole)) return { score: 0.85 - present, by, text };
  if (key.includes(whole)) return { score: 0.75 - present, by, text };
  return words.length > 1 && words.every((word) => key.includes(word)) ? { score: 0.65 - present, by, text } : null;
}

function best(hits: readonly (NameHit | null)[]): NameHit | null {
  return hits.reduce((a, b) => ((b?.score ?? 0) > (a?.score ?? 0) ? b : a), null);
}
