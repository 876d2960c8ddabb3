import {
  type Certificate,
  isSchemeId,
  type Provider,
  type Register,
  readNumber,
  type SchemeId,
} from '@aipower/registry';
import { findItem, type Item } from '@aipower/taxonomy';

/** What can be matched against. A certificate is what one number of one scheme says, whoever holds it. */
export const entityTypes = ['firm', 'certificate', 'item'] as const;
export type EntityType = (typeof entityTypes)[number];

export interface Firm {
  readonly type: 'firm';
  /** 統一編號. */
  readonly id: string;
  readonly provider: Provider;
}

export interface NumberedCertificate {
  readonly type: 'certificate';
  /** `scheme:number` in its comparable form; `scheme:ubn-…` where the scheme gives no numbers. */
  readonly id: string;
  readonly scheme: SchemeId;
  /** More than one when a number was given to several holders, or printed with and without 展延. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
}

export interface CatalogueItem {
  readonly type: 'item';
  /** Code of the item. */
  readonly id: string;
  readonly item: Item;
}

export type Entity = Firm | NumberedCertificate | CatalogueItem;

const BY_UBN = 'ubn-';

/** What an id names; `null` when the register and the catalogue know nothing under it. */
export function entityOf(id: string, register: Pick<Register, 'provider' | 'certificates'>): Entity | null {
  const item = findItem(id);
  if (item) return { type: 'item', id: item.code, item };
  const provider = register.provider(id);
  if (provider) return { type: 'firm', id, provider };
  const [scheme = '', number = ''] = split(id);
  if (!isSchemeId(scheme)) return null;
  if (number.startsWith(BY_UBN)) {
    const holder = register.provider(number.slice(BY_UBN.length));
    const held = holder?.certificates.filter((one) => one.scheme === scheme && one.key === '') ?? [];
    return certificateEntity(held);
  }
  return readNumber(number).key === '' ? null : certificateEntity(register.certificates(scheme, number));
}

function split(id: string): readonly [string, string] {
  const at = id.indexOf(':');
  return at < 0 ? ['', ''] : [id.slice(0, at), id.slice(at + 1)];
}

export const firmEntity = (provider: Provider): Firm => ({ type: 'firm', id: provider.ubn, provider });

/** The entity of certificates whose number reads the same; `null` when there are none. */
export function certificateEntity(same: readonly Certificate[]): NumberedCertificate | null {
  const [first, ...rest] = same;
  if (!first) return null;
  const { scheme, key, ubn } = first;
  return { type: 'certificate', id: `${scheme}:${key || BY_UBN + ubn}`, scheme, certificates: [first, ...rest] };
}
