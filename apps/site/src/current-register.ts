import { type Register, RegisterError } from '@aipower/registry';
import type { Clock } from './clock.ts';
import type { Logger } from './http/log.ts';

/** From this age on, in seconds, an answer from memory says how old it is. The register asks the database every second. */
const ADMIT_SECONDS = 30;
/** How often it is looked whether the database still answers, for the log. */
const LOOK_MS = 1000;

/** How current the register is that answers are given from. */
export interface Currency {
  /** When the database last confirmed what is in memory, if that is long enough ago to be said; else `null`. */
  lateSince(): Date | null;
  /** What is wrong with the database, as a code of the registry; `null`: nothing. */
  failing(): string | null;
  /** Whether answers from memory have stopped, because they are older than is allowed. */
  stopped(): boolean;
  close(): void;
}

/**
 * The register as the site may use it. Answers come from memory, so that a database that is away for a moment stops nobody;
 * but memory ages. After half a minute whoever shows an answer says so, and after `maxAgeSeconds` there is none: what was
 * valid then may be revoked by now, and what was not there may have come.
 *
 * @returns the same register, whose answers from memory throw RegisterError once they are too old; and its currency.
 */
export function currentRegister(
  register: Register,
  { clock, log, maxAgeSeconds }: { readonly clock: Clock; readonly log: Logger; readonly maxAgeSeconds: number },
): { readonly register: Register; readonly currency: Currency } {
  const age = () => register.lastCheck().secondsAgo;
  const stopped = () => age() > maxAgeSeconds;

  function assertCurrent(): void {
    if (!stopped()) return;
    const cause = new Error(
      `last confirmed ${Math.round(age())} s ago; answers from memory end after ${maxAgeSeconds} s`,
    );
    throw new RegisterError(register.lastCheck().failing ?? 'database-timeout', 'reading the register', cause);
  }

  const answers = ['verify', 'providers', 'provider', 'certificates', 'status', 'snapshot'] as const;
  const guarded = answers.map((name) => {
    const answer = register[name] as (...given: unknown[]) => unknown;
    return [
      name,
      {
        enumerable: true,
        configurable: true,
        writable: true,
        value: (...given: unknown[]) => {
          assertCurrent();
          return answer(...given);
        },
      },
    ] as const;
  });

  let state: 'current' | 'failing' | 'late' | 'stopped' = 'current';
  const look = setInterval(() => {
    const { failing, secondsAgo } = register.lastCheck();
    const now = stopped() ? 'stopped' : secondsAgo > ADMIT_SECONDS ? 'late' : failing ? 'failing' : 'current';
    if (now === state) return;
    state = now;
    const line = { code: failing, secondsAgo: Math.round(secondsAgo) };
    if (now === 'current') log.info(line, 'the database answers again: the register is current');
    else if (now === 'failing') log.warn(line, 'the database does not answer: the register is answered from memory');
    else if (now === 'late') log.error(line, 'the database is late: answers say how old they are');
    else log.error(line, 'memory is too old: the register is not answered any more');
  }, LOOK_MS);
  look.unref();

  return {
    register: Object.defineProperties(
      {},
      {
        ...Object.getOwnPropertyDescriptors(register),
        ...Object.fromEntries(guarded),
      },
    ) as Register,
    currency: {
      lateSince: () => (age() > ADMIT_SECONDS ? new Date(clock.now().getTime() - age() * 1000) : null),
      failing: () => register.lastCheck().failing,
      stopped,
      close: () => clearInterval(look),
    },
  };
}
