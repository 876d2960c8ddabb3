import {
  compareFirmName,
  coreKey,
  literalReading,
  type NameParts,
  nameParts,
  readingsOf,
  readText,
  specialKeys,
  specialOf,
} from '@aipower/taiwan/firm-name';
import type { Provider } from '../provider.ts';

const keysOf = (parts: NameParts): string[] => [coreKey(parts), ...specialKeys(parts)];

/**
 * Finds the providers that a name can mean when none bears it letter for letter: those it means, else those it may mean, which a person has to
 * tell apart. The rule is compareFirmName; the tables only spare it from being asked of every provider.
 */
export function createFirmFinder(providers: readonly Provider[]): (name: string) => readonly Provider[] {
  const byKey = new Map<string, Set<Provider>>();
  for (const provider of providers) {
    for (const name of registeredNames(provider)) {
      for (const key of keysOf(nameParts(name))) {
        const bearers = byKey.get(key) ?? new Set();
        byKey.set(key, bearers.add(provider));
      }
    }
  }
  const known = (parts: NameParts, specialAlone: boolean): boolean =>
    byKey.has(specialAlone ? specialOf(parts) : coreKey(parts));
  return (name) => {
    const { mentions } = readText(name, () => false);
    const readings = [literalReading(name), ...mentions.flatMap((mention) => readingsOf(mention, known))];
    const near = new Set(readings.flatMap(({ parts }) => keysOf(parts).flatMap((key) => [...(byKey.get(key) ?? [])])));
    const judged = [...near].map((provider) => ({ provider, ...compareFirmName(name, provider) }));
    const meant = judged.filter(({ verdict }) => verdict === 'same' || verdict === 'likely');
    const perhaps = judged.filter(({ verdict }) => verdict === 'unsure');
    return (meant.length > 0 ? meant : perhaps).map(({ provider }) => provider);
  };
}

/** A list may print the former name in brackets behind the present one. */
function registeredNames({ name, nameEn, formerNames }: Provider): string[] {
  const inBrackets = /[(（]/.test(name) ? readText(name, () => false).mentions.map(({ text }) => text) : [];
  return [name, ...inBrackets, ...(nameEn === null ? [] : [nameEn]), ...formerNames];
}
