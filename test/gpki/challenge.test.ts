import { CHALLENGE_LIFETIME_MS, createChallenge, readChallenge } from '@aipower/gpki';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Desk, freshChallenge, NOW, openDesk, SITE, verdict } from './desk.ts';

const nonce = crypto.getRandomValues(new Uint8Array(32));

describe('a challenge', () => {
  it('is one line that the component cannot decode into something else', async () => {
    const { text } = await createChallenge({ ...SITE, nonce, now: NOW });
    expect(text).toMatch(/^[\x21-\x7e ]+$/);
    expect(text).not.toMatch(/[+%&\n]/);
    expect(text).toContain(`origin=${SITE.origin} purpose=login`);
  });

  it('does not show the session, and ends after three minutes', async () => {
    const challenge = await createChallenge({ ...SITE, nonce, now: NOW });
    expect(challenge.text).not.toContain(SITE.session);
    expect(Date.parse(challenge.expiresAt) - NOW.getTime()).toBe(CHALLENGE_LIFETIME_MS);
    expect(CHALLENGE_LIFETIME_MS).toBe(180_000);
  });

  it('is read back from its text, and from nothing else', async () => {
    const challenge = await createChallenge({ ...SITE, nonce, now: NOW });
    expect(readChallenge(challenge.text)).toEqual(challenge);
    const other = [
      ` ${challenge.text}`,
      `${challenge.text}\n`,
      challenge.text.replace('.000Z', 'Z'),
      challenge.text.replace('https://', 'HTTPS://'),
      challenge.text.replace('/1 ', '/2 '),
      '',
    ];
    for (const text of other) expect(readChallenge(text)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => readChallenge(text) === null));
  });

  it.each([
    ['origin', { origin: 'https://desk.test/' }],
    ['origin', { origin: 'desk.test' }],
    ['purpose', { purpose: 'Log in' }],
    ['session', { session: '' }],
    ['nonce', { nonce: new Uint8Array(32) }],
    ['nonce', { nonce: nonce.subarray(1) }],
    ['now', { now: new Date(Number.NaN) }],
  ])('refuses misuse of %s at once, naming it', async (name, change) => {
    await expect(createChallenge({ ...SITE, nonce, now: NOW, ...change })).rejects.toThrow(new RegExp(`^${name} must`));
  });
});

describe('an answer must belong to its challenge', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  const at = (ms: number) => new Date(NOW.getTime() + ms);

  it.each([
    ['accepted', {}],
    ['accepted', { now: at(179_999) }],
    ['challenge-expired', { now: at(180_000) }],
    ['challenge-other-session', { session: 'another' }],
    ['challenge-other-origin', { origin: 'https://desk.test.example' }],
    ['challenge-other-purpose', { purpose: 'submit' }],
    ['challenge-unknown', { challenge: null }],
    ['challenge-unknown', { challenge: undefined }],
  ])('%s', async (expected, answer) => {
    expect(verdict(await desk.login({ answer: answer as object }))).toBe(expected);
  });

  it('refuses an answer to another challenge of the same session (replay)', async () => {
    expect(verdict(await desk.login({ answer: { challenge: await freshChallenge() } }))).toBe('content-not-challenge');
  });

  it('trusts the signed text, not the fields a store keeps beside it', async () => {
    const challenge = await createChallenge({ ...SITE, session: 'another', nonce, now: NOW });
    const mine = await freshChallenge();
    const forged = { ...mine, text: challenge.text };
    expect(verdict(await desk.login({ answer: { challenge: forged } }))).toBe('challenge-other-session');
  });
});
