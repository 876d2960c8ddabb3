import { keepChallenge, takeChallenge } from '@aipower/applications/storage';
import {
  type CardResult,
  type CardVerifier,
  CHALLENGE_LIFETIME_MS,
  createChallenge,
  readChallenge,
} from '@aipower/gpki';
import type { Deps } from '../../deps.ts';

const PURPOSE = 'login';

/** Makes what the card signs, and keeps it. @param session the id this browser got for its login */
export async function newChallenge(
  deps: Deps,
  session: string,
): Promise<{ readonly id: string; readonly text: string }> {
  const now = deps.clock.now();
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  const { text } = await createChallenge({ origin: deps.origin, purpose: PURPOSE, session, nonce, now });
  const kept = { text, purpose: PURPOSE, session, seconds: CHALLENGE_LIFETIME_MS / 1000 };
  return { id: await keepChallenge(deps.desk.database, kept, now.toISOString()), text };
}

/** Who may check cards now: the configured roots, or in a demonstration its test authority. */
export function cardVerifier({ desk, demonstration }: Deps): CardVerifier | null {
  return demonstration?.isActive() ? demonstration.cards : desk.cards;
}

/** Uses the challenge up and asks whose card signed it. */
export async function verifyLogin(
  deps: Deps,
  verifier: CardVerifier,
  answer: { readonly challenge: string; readonly signature: string; readonly session: string },
): Promise<CardResult> {
  const now = deps.clock.now();
  const { challenge: id, signature, session } = answer;
  const text = await takeChallenge(deps.desk.database, { id, purpose: PURPOSE, session }, now.toISOString());
  const challenge = text === null ? null : readChallenge(text);
  return verifier.verify({ signature, challenge, session, origin: deps.origin, purpose: PURPOSE, now });
}
