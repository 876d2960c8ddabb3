import { editDistance } from '@aipower/taxonomy/edit-distance';
import type { Certificate } from '../certificate.ts';
import { buildNearIndex, type NearIndex } from '../near-number.ts';
import type { Provider } from '../provider.ts';
import type { NearBudget } from '../register-facts.ts';
import { type SchemeId, schemes } from '../scheme.ts';
import type { NearNumber } from '../verdict.ts';

const MAX_OFFERED = 5;
// A longer text is no typing error of a number; the cap keeps a hostile one cheap.
const MAX_KEY_LENGTH = 40;

/** Two edits in a short number reach every other number, so short ones get fewer. */
function editsAllowed(key: string): number {
  return key.length < 4 ? 0 : key.length < 6 ? 1 : 2;
}

/** What a key is read as by whoever takes O for zero and l for one, or drops the zeros before a figure: 示範AIOOO1, 示範AI1. */
function writtenAlike(key: string): string {
  return key
    .replace(/O(?=[O\d])|(?<=\d)O/g, '0')
    .replace(/(?<=\d)[IL]/g, '1')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

type Keys = ReadonlyMap<SchemeId, ReadonlyMap<string, readonly Certificate[]>>;

/**
 * Offers numbers close to one that is not in the list: the same number in another scheme, then the claimant's own, then
 * by distance (a swap before other single edits). The index of a scheme is built when first asked.
 */
export function createNearFinder(
  keys: Keys,
  providers: ReadonlyMap<string, Provider>,
): (scheme: SchemeId, key: string, claimantUbn: string | null, walks: NearBudget) => readonly NearNumber[] {
  const indexes = new Map<SchemeId, NearIndex>();
  const alikes = new Map<SchemeId, ReadonlyMap<string, readonly string[]>>();

  function alikeKeys(scheme: SchemeId, key: string): readonly string[] {
    let alike = alikes.get(scheme);
    if (!alike) {
      const made = new Map<string, string[]>();
      for (const one of keys.get(scheme)!.keys()) {
        const written = writtenAlike(one);
        const others = made.get(written);
        if (others) others.push(one);
        else made.set(written, [one]);
      }
      alikes.set(scheme, made);
      alike = made;
    }
    return alike.get(writtenAlike(key)) ?? [];
  }

  function describe(certificate: Certificate, distance: number, kind: NearNumber['kind']): NearNumber {
    const { scheme, number, key, ubn } = certificate;
    return { scheme, number: number ?? key, ubn, name: providers.get(ubn)!.name, distance, kind };
  }

  return (scheme, key, claimantUbn, walks) => {
    if (key.length > MAX_KEY_LENGTH) return [];
    const elsewhere = schemes.flatMap(({ id }) => (id === scheme ? [] : (keys.get(id)!.get(key) ?? [])));
    const offers = elsewhere.map((one) => describe(one, 0, 'other-scheme'));
    const most = editsAllowed(key);
    if (most === 0) return offers.slice(0, MAX_OFFERED);
    let index = indexes.get(scheme);
    if (!index) {
      index = buildNearIndex(keys.get(scheme)!.keys());
      indexes.set(scheme, index);
    }
    let near = index.find(key, 1);
    const alike = alikeKeys(scheme, key).filter((other) => !near.some((one) => one.key === other));
    // With a number one edit away, or written alike, those two edits away are noise.
    if (near.length + alike.length === 0 && most > 1) {
      if (walks.left > 0) near = index.find(key, most);
      else walks.missed++;
      walks.left--;
    }
    const own = (providers.get(claimantUbn ?? '')?.certificates ?? []).filter(
      (one) => one.scheme === scheme && one.key !== '',
    );
    for (const { key: mine } of own) {
      const distance = editDistance(key, mine);
      if (distance <= most && !alike.includes(mine) && !near.some((one) => one.key === mine))
        near.push({ key: mine, distance });
    }
    const held = (other: string, distance: number, kind: NearNumber['kind']) =>
      keys
        .get(scheme)!
        .get(other)!
        .map((one) => describe(one, distance, kind));
    const close = [
      ...near.flatMap(({ key: other, distance }) => held(other, distance, kindOf(key, other, distance))),
      ...alike.flatMap((other) => held(other, editDistance(key, other), 'written-alike')),
    ];
    const order = (one: NearNumber) =>
      (one.ubn === claimantUbn ? 0 : 10) +
      (one.kind === 'written-alike' ? 1 : one.distance * 2 - (one.kind === 'swapped' ? 1 : 0));
    close.sort((a, b) => order(a) - order(b) || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
    return [...offers, ...close].slice(0, MAX_OFFERED);
  };
}

function kindOf(a: string, b: string, distance: number): NearNumber['kind'] {
  if (distance > 1) return 'two-edits';
  if (a.length !== b.length) return 'one-edit';
  return [...a].filter((letter, i) => letter !== b[i]).length === 2 ? 'swapped' : 'one-edit';
}
