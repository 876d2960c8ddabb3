import type { Programme } from '@aipower/programme';
import type { CaseFile } from './case-file.ts';
import type { Command, CommandType } from './command.ts';
import type { EventData, EventType } from './event.ts';
import type { Refusal } from './refusal.ts';
import type { MainState } from './states.ts';
import { dayOf, timeOf } from './taipei-day.ts';
import { hashOf } from './text-hash.ts';

/** What the case file cannot know by itself. Whatever a command does not ask for may be left out. */
export type Facts = {
  /** The programme of a new draft; afterwards the copy that the application was made with. */
  readonly programme?: Programme;
  /** Id of another live application of the company in this category. */
  readonly liveApplication?: string | null;
  /** Open bars of the company in this category. */
  readonly bars?: readonly { readonly round: number | null; readonly until: string | null }[];
  /** What the tax register says of the company's number; `unknown`: it could not be asked. */
  readonly establishment?: 'head-office' | 'branch' | 'unknown';
  /** The last version of the form. */
  readonly form?: Readonly<Record<string, unknown>>;
  /** Why this reviewer may be in conflict, as found in the data. */
  readonly conflicts?: readonly string[];
  /** Ids of those who stepped aside from this application at its meeting. */
  readonly recused?: readonly string[];
  /** Points left in the round; left out where nobody has said how many there are. */
  readonly pointsLeft?: number;
  /** Whether a list of the round is public already. */
  readonly roundPublished?: boolean;
  /** Applications of the round without a decision. */
  readonly undecided?: readonly string[];
  /** Days that are no working days beside Saturday and Sunday. */
  readonly holidays?: readonly string[];
};

/** A text or form, kept apart from the log under its hash, so that it can be deleted without breaking the log. */
export type Content = {
  /** What it is, so that each kind can be kept as long as it may be. */
  readonly kind: 'reason' | 'text' | 'section' | 'form' | 'review';
  /** SHA-256 of its canonical text, hex. */
  readonly hash: string;
  /** The text, or the form's values by field. */
  readonly body: unknown;
};

export type EventDraft = {
  readonly [K in EventType]: { readonly type: K; readonly data: EventData[K]; readonly to?: MainState };
}[EventType];

export type Context<T extends CommandType = CommandType> = {
  readonly state: CaseFile;
  readonly command: Command<T>;
  readonly facts: Facts;
  /** ISO instant, its milliseconds, and the day in Taiwan. */
  readonly now: string;
  readonly time: number;
  readonly day: string;
  readonly contents: readonly Content[];
  /** Keep a text or form apart; the hash stands for it in the event. */
  readonly keep: (kind: Content['kind'], body: unknown) => string;
};

export type Handlers = {
  readonly [K in CommandType]: (context: Context<K>) => readonly EventDraft[] | Refusal;
};
export type SomeHandlers<Prefix extends CommandType> = Pick<Handlers, Prefix>;

export function contextOf(state: CaseFile, command: Command, facts: Facts, now: string): Context {
  const contents: Content[] = [];
  const keep = (kind: Content['kind'], body: unknown) => {
    const hash = hashOf(body);
    if (!contents.some((content) => content.hash === hash)) contents.push({ kind, hash, body });
    return hash;
  };
  return {
    state,
    command,
    facts,
    now: new Date(timeOf(now)).toISOString(),
    time: timeOf(now),
    day: dayOf(now),
    contents,
    keep,
  };
}

/** @throws TypeError when the caller forgot the programme. */
export function programmeOf({ facts }: Pick<Context, 'facts'>): Programme {
  if (!facts.programme) throw new TypeError('decide(facts): this command needs facts.programme');
  return facts.programme;
}
