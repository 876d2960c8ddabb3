import type { OpenDatabase } from '@aipower/database';
import { hashOf } from '../text-hash.ts';
import type { DeskTables } from './tables.ts';

/** What a mail server answered for one recipient of a notice when it was handed over. */
export type Delivery = {
  /** Mail address. Kept as its hash alone: the address itself stands in the form. */
  readonly address: string;
  /** `taken`: handed over; `refused`: for good; `deferred`: to be tried again. */
  readonly state: 'taken' | 'refused' | 'deferred';
  /** What the server said, without the address; null where it took the mail. */
  readonly answer: string | null;
};

/** What is kept of a {@link Delivery}; `recipient`: {@link recipientHash} of its address. */
export type KeptDelivery = Omit<Delivery, 'address'> & { readonly recipient: string };

type Db = Pick<OpenDatabase<DeskTables>, 'db'>;

/** An address as deliveries are kept by: `sha256:` and 64 hexadecimal digits. */
export const recipientHash = (address: string): string => hashOf(address.trim().toLowerCase());

/** What became of each recipient of some notices, by the notice's id. */
export async function deliveriesOf(
  { db }: Db,
  notices: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptDelivery[]>> {
  const of = new Map<string, KeptDelivery[]>(notices.map((id) => [id, []]));
  if (notices.length === 0) return of;
  const rows = await db.selectFrom('desk_delivery').selectAll().where('notice', 'in', notices).execute();
  for (const { notice, recipient, state, answer } of rows) {
    of.get(notice)!.push({ recipient, state: state as Delivery['state'], answer });
  }
  return of;
}

/** Keep what the server answered; the last answer for a recipient counts. */
export async function keepDeliveries(
  { db }: Db,
  notice: string,
  deliveries: readonly Delivery[],
  at: string,
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map(({ address, state, answer }) => {
    const said = answer?.replaceAll(address, '…').slice(0, 200) ?? null;
    return { notice, recipient: recipientHash(address), state, answer: said, at };
  });
  await db
    .insertInto('desk_delivery')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['notice', 'recipient']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        answer: eb.ref('excluded.answer'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute();
}
