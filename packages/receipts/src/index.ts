export { canonicalHash, canonicalJson } from './canonical.ts';
export {
  type KeyRing,
  type KeySet,
  keySetSchema,
  newKeyRing,
  type PublicKey,
  publicKeys,
  type RotationRefusal,
  rotateKeyRing,
  signingKey,
} from './key-ring.ts';
export { receiptAddress, receiptQr } from './qr.ts';
export {
  dayRoles,
  outcomes,
  type Receipt,
  type ReceiptContent,
  type ReceiptKind,
  receiptSchema,
  type WithoutId,
} from './receipt-schema.ts';
export { isShortId, newShortId, printShortId, readShortId } from './short-id.ts';
export { receiptType, type SignedReceipt, signReceipt } from './sign-receipt.ts';
export {
  type CannotVerifyCode,
  cannotVerifyCodes,
  type InvalidCode,
  invalidCodes,
  type ReceiptVerification,
  verifyReceipt,
} from './verify-receipt.ts';
export { type Bilingual, verificationWords } from './words.ts';
