import { CompactSign, importJWK } from 'jose';
import { canonicalJson } from './canonical.ts';
import { type KeyRing, signingKey } from './key-ring.ts';
import { type Receipt, type ReceiptContent, receiptSchema } from './receipt-schema.ts';
import { newShortId } from './short-id.ts';

/** The `typ` of a receipt's JWS header. */
export const receiptType = 'aipower-receipt+jws';

/** A receipt with its compact JWS. */
export type SignedReceipt = {
  /** What was signed, its id included. */
  readonly receipt: Receipt;
  /** Compact JWS: everything the receipt says and the signature, in one line of text. */
  readonly token: string;
};

/**
 * Sign what was answered. The time of the receipt (`content.at`, ISO UTC with milliseconds) decides which key may sign.
 *
 * @throws TypeError when the content is not a receipt (every issue is named), or when the key has run out at that time:
 * rotate it with `aipower-receipt rotate-key`.
 */
export async function signReceipt(content: ReceiptContent, ring: KeyRing, id = newShortId()): Promise<SignedReceipt> {
  const parsed = receiptSchema.safeParse({ v: 1, id, ...content });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new TypeError(`signReceipt(content): not a receipt. ${issues.join('; ')}`);
  }
  const receipt = parsed.data;
  const key = signingKey(ring, receipt.at);
  if (!key) {
    throw new TypeError(
      `signReceipt(ring): no key may sign at ${receipt.at}; run "aipower-receipt rotate-key" on the key file`,
    );
  }
  const { kty, crv, x, d, kid } = key;
  const token = await new CompactSign(new TextEncoder().encode(canonicalJson(receipt)))
    .setProtectedHeader({ alg: 'Ed25519', kid, typ: receiptType })
    .sign(await importJWK({ kty, crv, x, d }, 'Ed25519'));
  return { receipt, token };
}
