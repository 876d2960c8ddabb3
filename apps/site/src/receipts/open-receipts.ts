import {
  isShortId,
  type KeyRing,
  type KeySet,
  publicKeys,
  type ReceiptContent,
  type ReceiptVerification,
  type SignedReceipt,
  signReceipt,
  verifyReceipt,
} from '@aipower/receipts';
import type { Clock } from '../clock.ts';
import { receiptFolder } from './receipt-folder.ts';

type WithoutTime<Content> = Content extends ReceiptContent ? Omit<Content, 'at'> : never;
/** What a receipt says, before it is signed: the signing adds its time. */
export type Unsigned<Kind extends ReceiptContent['kind'] = ReceiptContent['kind']> = WithoutTime<
  Extract<ReceiptContent, { kind: Kind }>
>;

/** Signs answers, and tells later whether a receipt is one of ours. */
export interface Receipts {
  /** Every key there ever was, as `/.well-known/jwks.json` shows them. */
  readonly keys: KeySet;
  /** Whether receipts are kept here, so that their address alone shows them. */
  readonly stored: boolean;
  /** Signs an answer, and keeps the receipt where the operator said so. */
  sign(content: Unsigned): Promise<SignedReceipt>;
  verify(token: string): Promise<ReceiptVerification>;
  /** The token of a receipt that was kept; `null` when none is kept under this id. */
  find(id: string): Promise<string | null>;
}

/**
 * @param clock the real one, also where a demonstration shows another day: it tells which key may sign
 * @param store folder that receipts are kept in; left out, nothing is kept and a receipt carries all itself
 * @throws ConfigError when the folder cannot be used
 */
export async function openReceipts(ring: KeyRing, clock: Clock, store?: string): Promise<Receipts> {
  const folder = store === undefined ? null : await receiptFolder(store);
  const keys = publicKeys(ring);
  return {
    keys,
    stored: folder !== null,
    async sign(content) {
      const signed = await signReceipt({ ...content, at: clock.now().toISOString() } as ReceiptContent, ring);
      await folder?.keep(signed.receipt.id, signed.token);
      return signed;
    },
    verify: (token) => verifyReceipt(token, keys),
    find: async (id) => (folder && isShortId(id) ? folder.find(id) : null),
  };
}
