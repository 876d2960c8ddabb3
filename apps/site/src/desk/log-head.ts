import { currentHead, keepLogHead, logHeads } from '@aipower/applications/storage';
import { signReceipt } from '@aipower/receipts';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Deps } from '../deps.ts';

/**
 * Once a day the end of the event log is signed and published: whoever keeps it can show later that the log was cut or written
 * anew. Of a day without a tick there is none; the next one holds all that came before.
 */
export async function publishLogHead(deps: Deps): Promise<void> {
  const { database, receiptKeys } = deps.desk;
  const now = deps.clock.now();
  const day = taipeiDay(now);
  const [last] = await logHeads(database, { most: 1 });
  if (last && last.day >= day) return;
  const { seq, hash } = await currentHead(database);
  if (seq === 0) return;
  const at = now.toISOString();
  const data = {
    revision: null,
    hash: null,
    listDate: null,
    rules: '@aipower/applications 0.1.0',
    edition: null,
    fictional: deps.isSample(),
  };
  const { token } = await signReceipt(
    { kind: 'log-head', issuer: deps.origin, at, asked: { day }, answer: { seq, hash: `sha256:${hash}` }, data },
    receiptKeys,
  );
  await keepLogHead(database, { day, seq, hash, at, token });
}
