import { type DeskDatabase, keepTexts } from '@aipower/applications/storage';

const keyOf = (id: string) => `receipt-id:${id}`;

/** Keeps a receipt of the desk under its short id, so that the number on paper leads to it. */
export async function keepDeskReceipt(
  database: DeskDatabase,
  application: string,
  { id, token }: { readonly id: string; readonly token: string },
): Promise<void> {
  await keepTexts(database, [{ application, hash: keyOf(id), kind: 'receipt', body: JSON.stringify(token) }]);
}

/** The token of a receipt of the desk; null where there is none. Whose it is must not be told to who has the id alone. */
export async function findDeskReceipt({ db }: DeskDatabase, id: string): Promise<string | null> {
  const row = await db.selectFrom('desk_text').select('body').where('hash', '=', keyOf(id)).executeTakeFirst();
  return row ? (JSON.parse(row.body) as string) : null;
}
