import { Refusal } from './outcome.ts';

/** How long a person has to enter the PIN, in milliseconds. */
export const CHALLENGE_LIFETIME_MS = 3 * 60_000;

/**
 * What one login asks a card to sign. Stored by the server that made it, and taken out of the store by one atomic step when
 * an answer comes: that a challenge is answered once only is the store's part.
 */
export interface Challenge {
  /** Origin of the page, `https://host`: a signature made for another site is refused. */
  readonly origin: string;
  /** What the signature is for, such as `login` or `submit`. */
  readonly purpose: string;
  /** SHA-256 of the caller's session id, base64url: the id itself is never shown to the card component. */
  readonly session: string;
  /** Moments in UTC, ISO 8601. */
  readonly issuedAt: string;
  /** From this moment on the answer is refused. */
  readonly expiresAt: string;
  /** 32 random bytes, base64url. */
  readonly nonce: string;
  /** The one canonical text of all the above: one line of ASCII without `+`, `%` or `&`, which the component would decode. */
  readonly text: string;
}

/** What a challenge is made for. */
export interface ChallengeRequest {
  /** Origin of the page, `https://host`, without a path. */
  readonly origin: string;
  /** `[a-z][a-z0-9-]*`, such as `login`. */
  readonly purpose: string;
  /** Id of the session that asks; the same id must come with the answer. */
  readonly session: string;
  /** Exactly 32 bytes from a cryptographic source: `crypto.getRandomValues(new Uint8Array(32))`. */
  readonly nonce: Uint8Array;
  /** When it is made. */
  readonly now: Date;
}

/**
 * Makes a challenge that expires after {@link CHALLENGE_LIFETIME_MS}.
 * @throws TypeError for an origin that is no origin, a purpose outside `[a-z][a-z0-9-]*`, an empty session, or a nonce that
 *   is not 32 bytes or is one byte repeated.
 */
export async function createChallenge(request: ChallengeRequest): Promise<Challenge> {
  const { origin, purpose, session, nonce, now } = request;
  if (!isOrigin(origin))
    throw new TypeError(`origin must be like https://host[:port], found ${JSON.stringify(origin)}`);
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(purpose))
    throw new TypeError(`purpose must be lower-case words joined by "-", found ${JSON.stringify(purpose)}`);
  if (typeof session !== 'string' || session === '')
    throw new TypeError('session must be the id of the session that asks');
  if (!(nonce instanceof Uint8Array) || nonce.length !== 32 || nonce.every((byte) => byte === nonce[0]))
    throw new TypeError('nonce must be 32 bytes from crypto.getRandomValues');
  if (Number.isNaN(now.getTime())) throw new TypeError('now must be a valid Date');
  const parts = {
    origin,
    purpose,
    session: await sessionHash(session),
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + CHALLENGE_LIFETIME_MS).toISOString(),
    nonce: base64url(nonce),
  };
  return { ...parts, text: canonicalText(parts) };
}

const LINE =
  /^gpki-challenge\/1 origin=(\S+) purpose=([a-z][a-z0-9-]{0,39}) session=([\w-]{43}) issued=(\S+) expires=(\S+) nonce=([\w-]{43})$/;

/** Reads a stored text back. Anything but the canonical text of a challenge gives null. */
export function readChallenge(text: string): Challenge | null {
  const [, origin, purpose, session, issuedAt, expiresAt, nonce] = LINE.exec(text) ?? [];
  if (!origin || !purpose || !session || !issuedAt || !expiresAt || !nonce) return null;
  const moments = [issuedAt, expiresAt].map((moment) => new Date(moment));
  if (moments.some((moment) => Number.isNaN(moment.getTime())) || !isOrigin(origin)) return null;
  const challenge = { origin, purpose, session, issuedAt, expiresAt, nonce };
  const canonical = { ...challenge, issuedAt: moments[0]!.toISOString(), expiresAt: moments[1]!.toISOString() };
  return canonicalText(canonical) === text ? { ...challenge, text } : null;
}

/** Does this challenge belong to the answer: issued here, for this session, site and purpose, and still open? */
export async function checkChallenge(
  challenge: Challenge | null | undefined,
  answer: { readonly session: string; readonly origin: string; readonly purpose: string; readonly now: Date },
): Promise<Challenge> {
  if (!challenge || readChallenge(challenge.text) === null)
    throw new Refusal('challenge-unknown', 'no open challenge', 'a challenge issued here and not used yet');
  // The text is what was signed; the fields beside it are only a convenience of the store.
  const signed = readChallenge(challenge.text)!;
  if (signed.session !== (await sessionHash(answer.session)))
    throw new Refusal('challenge-other-session', 'a challenge of another session', 'one of this session');
  if (signed.origin !== answer.origin) throw new Refusal('challenge-other-origin', signed.origin, answer.origin);
  if (signed.purpose !== answer.purpose) throw new Refusal('challenge-other-purpose', signed.purpose, answer.purpose);
  if (answer.now.getTime() >= Date.parse(signed.expiresAt))
    throw new Refusal('challenge-expired', answer.now.toISOString(), `before ${signed.expiresAt}`);
  return signed;
}

function canonicalText(parts: Omit<Challenge, 'text'>): string {
  const { origin, purpose, session, issuedAt, expiresAt, nonce } = parts;
  return `gpki-challenge/1 origin=${origin} purpose=${purpose} session=${session} issued=${issuedAt} expires=${expiresAt} nonce=${nonce}`;
}

/** Origins are ASCII already: `URL` writes a Chinese host in Punycode. */
function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text && /^https?:\/\/[^\s+%&]+$/.test(text);
  } catch {
    return false;
  }
}

async function sessionHash(session: string): Promise<string> {
  const bytes = new TextEncoder().encode(session);
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
