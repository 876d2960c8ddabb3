import { setImmediate } from 'node:timers/promises';
import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { Kysely } from 'kysely';
import type { CaseFile } from '../case-file.ts';
import type { Facts } from '../context.ts';
import { type PublicList, publicListOf } from '../public-list.ts';
import { type PublishedRow, publishRound, type RoundPublication } from '../publish-round.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { canonicalText } from '../text-hash.ts';
import { append, type Trx } from './chain.ts';
import type { RoundKey } from './facts.ts';
import type { Prepared, StoredCase } from './prepared.ts';
import { loadProgramme } from './programmes.ts';
import { formsOf } from './reading.ts';
import { nextNumber, prepare, recordAll } from './record.ts';
import { settlePublicationProposal } from './round-reading.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** What a publication told: its number, the list, and the hash of the list. */
export type Published = {
  /** `115-training-1-1`: programme, category, round, and which publication of it. */
  readonly publication: string;
  /** Every decision that it told, by the applications' numbers. */
  readonly list: readonly PublishedRow[];
  /** Of the canonical JSON of the list, as `sha256:` and 64 hexadecimal digits. */
  readonly listHash: string;
};

/** A round to publish, whose number is given then. */
export type WantedPublication = Omit<RoundPublication, 'publication'> & {
  /** Of the list that both people saw; left out: whatever it is. */
  readonly listHash?: string;
  /** Id of the proposal that is confirmed by this, settled with it. */
  readonly proposal?: string;
};

/** How often a round that changes in between is read again before the writers wait for it. */
const TRIES = 2;
/** Applications worked out before others are let in. */
const PAUSE_AFTER = 50;
/** Applications read with one statement. */
const PART = 500;

/**
 * Tell every decision of a round in one transaction: all or none. Everything is worked out before the log's turn, so that the
 * other writers wait only while it is written; a round that changed meanwhile is worked out again.
 *
 * @param wanted `listHash`: of the list that both people saw; another one is refused as `list-changed`.
 * @param programme whose round it is.
 */
export async function publish(
  open: OpenDatabase<DeskTables>,
  wanted: WantedPublication,
  programme: Programme,
  now: string,
): Promise<Published | Refusal> {
  const { category, round } = wanted;
  const key = { programme: programme.id, category, round };
  for (let left = TRIES; left > 0; left--) {
    const draft = await draftOf(open.db, wanted, programme, now);
    const done = await inTurn(open, 'publishing a round', async (trx) => {
      return (await isAsRead(trx, key, draft)) ? write(trx, key, wanted, draft, now) : null;
    });
    if (done) return done;
  }
  return inTurn(open, 'publishing a round', async (trx) =>
    write(trx, key, wanted, await draftOf(trx, wanted, programme, now), now),
  );
}

/** A publication as it would be now. */
type Draft = {
  readonly publication: string;
  /** Of every application of the round, as it was read. */
  readonly versions: ReadonlyMap<string, number>;
  readonly told: Refusal | Told;
};
type Told = Omit<Published, 'publication'> & {
  readonly publicList: PublicList;
  readonly applications: readonly Prepared[];
};

async function draftOf(
  db: Kysely<DeskTables>,
  wanted: WantedPublication,
  programme: Programme,
  now: string,
): Promise<Draft> {
  const key = { programme: programme.id, category: wanted.category, round: wanted.round };
  const publication = await nextPublication(db, key);
  const cases = await casesOf(db, key);
  const versions = new Map(cases.map(({ state, version }) => [state.id, version]));
  const states = cases.map(({ state }) => state);
  const decided = states.filter(({ main }) => main === 'decided');
  const forms = await formsOf({ db }, decided);
  const programmes = new Map<string, Programme>();
  for (const { hash } of decided.map((state) => state.programme)) programmes.set(hash, await loadProgramme(db, hash));
  const factsOf = ({ id, programme: { hash } }: CaseFile): Facts => {
    const form = forms.get(id);
    return { programme: programmes.get(hash)!, ...(form && { form }) };
  };
  const told = publishRound(states, { ...wanted, publication }, factsOf, now);
  if (isRefusal(told)) return { publication, versions, told };
  if (wanted.listHash !== undefined && wanted.listHash !== told.listHash) {
    return { publication, versions, told: refuse('list-changed') };
  }
  const applications: Prepared[] = [];
  for (const one of cases) {
    const decision = told.decisions.get(one.state.id);
    if (!decision) continue;
    applications.push(prepare(one, decision.events, decision.contents));
    if (applications.length % PAUSE_AFTER === 0) await setImmediate();
  }
  const publicList = publicListOf(programme, states, ({ id }) => forms.get(id) ?? {});
  return { publication, versions, told: { list: told.list, listHash: told.listHash, publicList, applications } };
}

/** In the turn: is the round still what the draft was made of? */
async function isAsRead(trx: Trx, key: RoundKey, { publication, versions }: Draft): Promise<boolean> {
  if ((await nextPublication(trx, key)) !== publication) return false;
  const rows = await ofRound(trx, key).select(['id', 'version']).execute();
  return rows.length === versions.size && rows.every(({ id, version }) => versions.get(id) === version);
}

async function write(
  trx: Trx,
  key: RoundKey,
  { by, proposal }: WantedPublication,
  draft: Draft,
  now: string,
): Promise<Published | Refusal> {
  const { publication } = draft;
  const at = new Date(now).toISOString();
  // Confirmed by somebody else at the same moment, or taken back: the list that it was about is no longer laid before anybody.
  const isOpen =
    proposal === undefined || isRefusal(draft.told) || (await settlePublicationProposal(trx, proposal, now));
  const told = isOpen ? draft.told : refuse('list-changed');
  if (isRefusal(told)) {
    const body = { refused: told.refused, detail: told.detail };
    append(trx, [{ kind: 'refused', at, application: null, type: 'round.publish', by, body }]);
    return told;
  }
  const { list, listHash, publicList, applications } = told;
  await nextNumber(trx, counterOf(key));
  await trx
    .insertInto('desk_publication')
    .values({
      ...key,
      publication,
      list_hash: listHash,
      list: canonicalText(list),
      public_list: canonicalText(publicList),
      at,
    })
    .execute();
  await recordAll(trx, applications);
  return { publication, list, listHash };
}

const nameOf = ({ programme, category, round }: RoundKey) => `${programme}-${category}-${round}`;
const counterOf = (key: RoundKey) => `publication ${nameOf(key)}`;

/** The number that the next publication of a round will have. */
async function nextPublication(db: Kysely<DeskTables>, key: RoundKey): Promise<string> {
  const row = await db.selectFrom('desk_counter').select('value').where('name', '=', counterOf(key)).executeTakeFirst();
  return `${nameOf(key)}-${(row?.value ?? 0) + 1}`;
}

const ofRound = (db: Kysely<DeskTables>, { programme, category, round }: RoundKey) =>
  db
    .selectFrom('desk_application')
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round);

/** Every application of the round in the order of its number, read in parts: ten thousand are fifty megabytes. */
async function casesOf(db: Kysely<DeskTables>, key: RoundKey): Promise<readonly StoredCase[]> {
  const cases: StoredCase[] = [];
  for (let last = ''; ; ) {
    const rows = await ofRound(db, key)
      .select(['case_file', 'version', 'receipt_no'])
      .where('receipt_no', '>', last)
      .orderBy('receipt_no')
      .limit(PART)
      .execute();
    for (const { case_file, version } of rows) cases.push({ state: JSON.parse(case_file) as CaseFile, version });
    if (rows.length < PART) return cases;
    last = rows.at(-1)!.receipt_no!;
  }
}
