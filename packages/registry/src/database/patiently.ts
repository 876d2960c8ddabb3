import { setTimeout } from 'node:timers/promises';
import { asRegisterError, RegisterError } from './fault.ts';

const PAUSE_MS = 50;
const TRIES = 120;

/**
 * Runs a write that another process may be in the way of, again and again for about six seconds. SQLite's own waiting
 * would stop the whole process meanwhile; this lets other work through.
 */
export async function patiently<T>(doing: string, step: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await step();
    } catch (error) {
      const named = asRegisterError(error, doing);
      if (!(named instanceof RegisterError) || named.code !== 'database-locked' || tried === TRIES) throw named;
      await setTimeout(PAUSE_MS);
    }
  }
}
