import { hashOf } from '@aipower/applications';
import { keepPublicationReceipt, publicationReceipt, type StoredPublication } from '@aipower/applications/storage';
import { signReceipt } from '@aipower/receipts';
import type { Deps } from '../deps.ts';
import { toldRows } from './results.ts';

/**
 * The signed receipt of a publication: the hash of the list as everybody can read it. Made when it is first asked for, with the
 * time of the publication, and kept.
 */
export async function receiptOfPublication(
  deps: Deps,
  stored: StoredPublication,
  isFirst: boolean,
): Promise<{ readonly id: string; readonly token: string }> {
  const { database, receiptKeys } = deps.desk;
  const known = await publicationReceipt(database, stored.publication);
  if (known) return known;
  const rows = toldRows(stored);
  const signed = await signReceipt(
    {
      kind: 'publication',
      issuer: deps.origin,
      at: stored.at,
      asked: { action: isFirst ? 'publish' : 'correct', category: stored.category, round: stored.round },
      answer: { outcome: 'yes', publicationNo: stored.publication, listHash: hashOf(rows), count: rows.length },
      data: {
        revision: null,
        hash: null,
        listDate: null,
        rules: '@aipower/applications 0.1.0',
        edition: stored.programme,
        fictional: deps.isSample(),
      },
    },
    receiptKeys,
  );
  return keepPublicationReceipt(database, stored.publication, { id: signed.receipt.id, token: signed.token });
}
