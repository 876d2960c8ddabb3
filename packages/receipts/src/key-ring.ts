import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';

const DAY_SECONDS = 24 * 60 * 60;
/** A key signs for at most three years from the day it was made. */
const MAX_KEY_SECONDS = 3 * 365 * DAY_SECONDS;
/** A new key is public for a day before it signs, so that nobody's copy of the key set lacks it. */
const MIN_PUBLISHED_SECONDS = DAY_SECONDS;

const seconds = z.int().nonnegative();
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url');
const revokedSchema = z.strictObject({
  revoked_at: seconds,
  reason: z.enum(['unspecified', 'compromised', 'superseded']),
});

/**
 * One public key. nbf, exp and revoked are seconds since 1970 and mean what OpenID Federation 1.0 means by them in a set of
 * historical keys: a receipt is good when it was made at or after nbf, before exp, and before `revoked_at`.
 */
export const publicKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: coordinate,
  kid: coordinate,
  alg: z.literal('Ed25519'),
  use: z.literal('sig'),
  nbf: seconds,
  exp: seconds,
  revoked: revokedSchema.optional(),
});
/** A key set as it is published (JWKS), for checking what was fetched. */
export const keySetSchema = z.strictObject({ keys: z.array(publicKeySchema) });

const keySchema = publicKeySchema.extend({
  state: z.enum(['current', 'next', 'retired']),
  /** The private part; taken out when the key retires. */
  d: coordinate.optional(),
});

/** The keys of one site: one that signs, the next one (already public), and every earlier one. */
export const keyRingSchema = z
  .strictObject({ v: z.literal(1), keys: z.array(keySchema).min(2) })
  .superRefine(({ keys }, context) => {
    const report = (message: string) => context.addIssue({ code: 'custom', path: ['keys'], message });
    for (const state of ['current', 'next'] as const) {
      const those = keys.filter((key) => key.state === state);
      if (those.length !== 1) report(`exactly one key is ${state}, found ${those.length}`);
      if (those.some(({ d }) => d === undefined)) report(`the ${state} key has lost its private part`);
    }
    if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) report('a key is there twice');
  });

/** A public Ed25519 key as a JWK, with the times it was in use. */
export type PublicKey = z.infer<typeof publicKeySchema>;
/** Every public key there ever was: retired keys stay. */
export type KeySet = z.infer<typeof keySetSchema>;
/** The private keys with their times: a secret. */
export type KeyRing = z.infer<typeof keyRingSchema>;
type Key = KeyRing['keys'][number];

/** A first ring: a key to sign with from now on, and the next one. @param now ISO instant. */
export async function newKeyRing(now: string): Promise<KeyRing> {
  return { v: 1, keys: [await newKey('current', now), await newKey('next', now)] };
}

/** Why a key ring was not rotated. */
export type RotationRefusal = { readonly refused: 'next-key-too-young'; readonly readyAt: string };

/**
 * The next key becomes the one that signs, the old one retires for good (its private part is dropped) and a new next key is
 * made. Refused while the next key has been public for less than a day, unless `early`.
 *
 * @param options.revoke the old key was lost or stolen: receipts made at or after `since` (ISO, now when left out) fail.
 */
export async function rotateKeyRing(
  ring: KeyRing,
  now: string,
  options: { readonly early?: boolean; readonly revoke?: { readonly since?: string } } = {},
): Promise<KeyRing | RotationRefusal> {
  const at = secondsOf(now);
  const next = ring.keys.find(({ state }) => state === 'next')!;
  const readyAt = next.nbf + MIN_PUBLISHED_SECONDS;
  if (at < readyAt && !options.early && !options.revoke) {
    return { refused: 'next-key-too-young', readyAt: new Date(readyAt * 1000).toISOString() };
  }
  const keys = ring.keys.map((key): Key => {
    if (key.state === 'next') return { ...key, state: 'current' };
    return key.state === 'current' ? retire(key, at, options.revoke) : key;
  });
  return { v: 1, keys: [...keys, await newKey('next', now)] };
}

function retire({ d: _gone, ...key }: Key, at: number, revoke: { readonly since?: string } | undefined): Key {
  const exp = Math.min(key.exp, at + 1);
  if (!revoke) return { ...key, state: 'retired', exp };
  const revoked_at = revoke.since === undefined ? at : secondsOf(revoke.since);
  return { ...key, state: 'retired', exp, revoked: { revoked_at, reason: 'compromised' } };
}

/** What /.well-known/jwks.json says: every key there ever was, without private parts. */
export function publicKeys({ keys }: KeyRing): KeySet {
  return { keys: keys.map(({ d: _private, state: _state, ...key }) => key) };
}

/** The key that signs at this moment, or null when it has run out and must be rotated. @param now ISO instant. */
export function signingKey({ keys }: KeyRing, now: string): (PublicKey & { readonly d: string }) | null {
  const { state: _state, d, ...key } = keys.find(({ state }) => state === 'current')!;
  const at = secondsOf(now);
  return d !== undefined && key.nbf <= at && at < key.exp && !key.revoked ? { ...key, d } : null;
}

async function newKey(state: 'current' | 'next', now: string): Promise<Key> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x, d } = (await exportJWK(privateKey)) as { x: string; d: string };
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  const nbf = secondsOf(now);
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'Ed25519', use: 'sig', nbf, exp: nbf + MAX_KEY_SECONDS, state, d };
}

/** @throws TypeError for a text that is no ISO instant. */
export function secondsOf(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time))
    throw new TypeError(`expected an ISO instant such as 2026-08-12T06:03:27.000Z, found ${JSON.stringify(instant)}`);
  return Math.floor(time / 1000);
}
