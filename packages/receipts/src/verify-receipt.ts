import { calculateJwkThumbprint, compactVerify, errors, importJWK } from 'jose';
import * as z from 'zod';
import { canonicalJson } from './canonical.ts';
import { keySetSchema, type PublicKey, secondsOf } from './key-ring.ts';
import { type Receipt, receiptSchema } from './receipt-schema.ts';
import { receiptType } from './sign-receipt.ts';

/** A typed or scanned receipt is never longer than this; longer text is refused unread. */
const MAX_TOKEN_LENGTH = 200_000;

/** Why a receipt is not valid. */
export const invalidCodes = [
  'not-a-receipt',
  'unknown-type',
  'unknown-algorithm',
  'unknown-header',
  'bad-signature',
  'not-canonical',
  'unknown-content',
  'key-not-yet-valid',
  'key-expired',
  'key-revoked',
] as const;
/** Why a receipt could not be verified: neither valid nor invalid. */
export const cannotVerifyCodes = ['no-keys', 'bad-key-set', 'unknown-key'] as const;

/** One of {@link invalidCodes}. */
export type InvalidCode = (typeof invalidCodes)[number];
/** One of {@link cannotVerifyCodes}. */
export type CannotVerifyCode = (typeof cannotVerifyCodes)[number];

/** Valid with its content, invalid with a code, or not verified with a code. */
export type ReceiptVerification =
  | {
      readonly status: 'valid';
      /** What it says, as it was signed. */
      readonly receipt: Receipt;
      /** Id of the key that signed. */
      readonly kid: string;
      /** The key was revoked later than this receipt says it was made: whoever has the key could have written that time. */
      readonly cautions: readonly 'key-revoked-later'[];
    }
  | { readonly status: 'invalid'; readonly code: InvalidCode }
  | { readonly status: 'cannot-verify'; readonly code: CannotVerifyCode; readonly kid?: string };

const headerSchema = z.strictObject({ alg: z.string(), kid: z.string(), typ: z.string() });

/**
 * Is this text a receipt of the holder of these keys? Asks nothing of the network, and fails closed: whatever is not known
 * for sure (another type, algorithm, header, field or key) is never valid.
 *
 * @param text the compact JWS; blanks and line breaks in it do not matter (a receipt is copied from paper and mail).
 * @param keySet the content of jwks.json, parsed.
 */
export async function verifyReceipt(text: string, keySet: unknown): Promise<ReceiptVerification> {
  const keys = keySetSchema.safeParse(keySet);
  if (!keys.success) return cannotVerify('bad-key-set');
  const token = text.length > MAX_TOKEN_LENGTH ? '' : text.replace(/\s+/g, '');
  const header = readHeader(token);
  if (!header) return invalid('not-a-receipt');
  if (header.typ !== receiptType) return invalid('unknown-type');
  if (header.alg !== 'Ed25519') return invalid('unknown-algorithm');
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success) return invalid('unknown-header');
  const { kid } = parsed.data;
  if (keys.data.keys.length === 0) return cannotVerify('no-keys', kid);
  const key = keys.data.keys.find((one) => one.kid === kid);
  if (!key) return cannotVerify('unknown-key', kid);
  if ((await calculateJwkThumbprint({ kty: key.kty, crv: key.crv, x: key.x })) !== kid) {
    return cannotVerify('bad-key-set', kid);
  }
  const payload = await signedText(token, key);
  if (payload === null) return invalid('bad-signature');
  return judge(payload, key);
}

function readHeader(token: string): Record<string, unknown> | null {
  if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(token)) return null;
  try {
    const base64 = token.slice(0, token.indexOf('.')).replace(/-/g, '+').replace(/_/g, '/');
    const header: unknown = JSON.parse(atob(base64));
    return typeof header === 'object' && header !== null && !Array.isArray(header)
      ? (header as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

async function signedText(token: string, { kty, crv, x }: PublicKey): Promise<string | null> {
  try {
    const key = await importJWK({ kty, crv, x }, 'Ed25519');
    const { payload } = await compactVerify(token, key, { algorithms: ['Ed25519'] });
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload);
  } catch (error) {
    // A signature that does not fit, text that is no UTF-8, or a point that is not on the curve.
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

function judge(payload: string, key: PublicKey): ReceiptVerification {
  let content: unknown;
  try {
    content = JSON.parse(payload);
    // One text for one content: a field written twice, or other spacing, is not what we sign.
    if (canonicalJson(content) !== payload) return invalid('not-canonical');
  } catch {
    return invalid('not-canonical');
  }
  const parsed = receiptSchema.safeParse(content);
  if (!parsed.success) return invalid('unknown-content');
  const receipt = parsed.data;
  const at = secondsOf(receipt.at);
  if (at < key.nbf) return invalid('key-not-yet-valid');
  if (at >= key.exp) return invalid('key-expired');
  if (key.revoked && at >= key.revoked.revoked_at) return invalid('key-revoked');
  return { status: 'valid', receipt, kid: key.kid, cautions: key.revoked ? ['key-revoked-later'] : [] };
}

const invalid = (code: InvalidCode): ReceiptVerification => ({ status: 'invalid', code });
const cannotVerify = (code: CannotVerifyCode, kid?: string): ReceiptVerification =>
  kid === undefined ? { status: 'cannot-verify', code } : { status: 'cannot-verify', code, kid };
