import { receiptAddress, type SignedReceipt } from '@aipower/receipts';

/** A receipt as the API gives it. */
export function receiptShape({ receipt, token }: SignedReceipt, origin: string) {
  return { id: receipt.id, address: receiptAddress(origin, receipt.id), token };
}
