import { createPublicKey, verify as verifySignature } from 'node:crypto';
import {
  cannotVerifyCodes,
  canonicalHash,
  canonicalJson,
  type InvalidCode,
  invalidCodes,
  type KeyRing,
  newKeyRing,
  newShortId,
  publicKeys,
  type Receipt,
  receiptSchema,
  rotateKeyRing,
  signReceipt,
  verificationWords,
  verifyReceipt,
} from '@aipower/receipts';
import * as fc from 'fast-check';
import { CompactSign, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { AT, samples, withCurrent } from './samples.ts';

const MADE = '2026-06-01T00:00:00.000Z';
let ring: KeyRing;
beforeAll(async () => {
  ring = await newKeyRing(MADE);
});

/** Sign any text and header with the ring's key, as somebody would who has the key and not our rules. */
async function signRaw(payload: string, header: Record<string, unknown> = {}, keys = ring): Promise<string> {
  const { kty, crv, x, d, kid } = keys.keys.find(({ state }) => state === 'current')!;
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'Ed25519', kid, typ: 'aipower-receipt+jws', ...header } as { alg: string })
    .sign(await importJWK({ kty, crv, x, d: d! }, 'Ed25519'));
}

const part = (token: string, index: number, text: string) =>
  token
    .split('.')
    .map((old, i) => (i === index ? Buffer.from(text).toString('base64url') : old))
    .join('.');

/** Every place in a value, as a path, leaves and branches. */
function paths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))
      : [];
  return path.length === 0 ? inside : [path, ...inside];
}

function changeAt(value: unknown, path: readonly string[], change: (old: unknown) => unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const last = path.at(-1)!;
  let place = copy;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
  const changed = change(place[last]);
  if (changed === undefined && !Array.isArray(place)) delete place[last];
  else place[last] = changed;
  return copy;
}

describe.each(samples.map((content) => [content.kind, content] as const))('a receipt of kind %s', (_kind, content) => {
  it('says what was signed', async () => {
    const { token, receipt } = await signReceipt(content, ring);
    const verified = await verifyReceipt(token, publicKeys(ring));
    expect(verified).toMatchObject({ status: 'valid', cautions: [] });
    expect(verified.status === 'valid' && verified.receipt).toEqual(receipt);
    expect(receipt).toMatchObject(content);
  });

  it('fails when any field is changed, taken away or added', async () => {
    const { token, receipt } = await signReceipt(content, ring);
    const changes: ((old: unknown) => unknown)[] = [
      (old) =>
        typeof old === 'string' ? `${old}x` : typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : 'x',
      () => undefined,
      () => null,
    ];
    const wrong: string[] = [];
    let tried = 0;
    for (const path of paths(receipt)) {
      for (const change of changes) {
        const mutated = changeAt(receipt, path, change);
        if (canonicalOrNull(mutated) === canonicalJson(receipt)) continue;
        const result = await verifyReceipt(part(token, 1, JSON.stringify(mutated)), publicKeys(ring));
        tried++;
        if (result.status !== 'invalid' || result.code !== 'bad-signature') wrong.push(path.join('.'));
      }
    }
    expect(tried).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  it('is refused with a field that is not defined, wherever it stands, even when rightly signed', async () => {
    const { receipt } = await signReceipt(content, ring);
    const objects = [[], ...paths(receipt)].filter((path) => {
      const value = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], receipt);
      // The facts of an eligibility check are open by design: their names are the programme's.
      return typeof value === 'object' && value !== null && !Array.isArray(value) && path.at(-1) !== 'facts';
    });
    for (const path of objects) {
      const payload = canonicalJson(changeAt(receipt, [...path, 'extra'], () => 1));
      expect(await verifyReceipt(await signRaw(payload), publicKeys(ring)), path.join('.')).toEqual({
        status: 'invalid',
        code: 'unknown-content',
      });
    }
  });

  it('is verified by another implementation (node:crypto) over the bytes of the token', async () => {
    const { token } = await signReceipt(content, ring);
    const [header, payload, signature] = token.split('.');
    const { x } = publicKeys(ring).keys.find(
      ({ kid }) => kid === JSON.parse(Buffer.from(header!, 'base64url').toString()).kid,
    )!;
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verifySignature(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature!, 'base64url'))).toBe(
      true,
    );
  });
});

function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}

describe('verification fails closed', () => {
  let receipt: Receipt;
  let token: string;
  beforeAll(async () => {
    ({ receipt, token } = await signReceipt(samples[0]!, ring));
  });
  const invalid = async (text: string, code: InvalidCode, keys: unknown = publicKeys(ring)) =>
    expect(await verifyReceipt(text, keys)).toEqual({ status: 'invalid', code });

  it('for every bit of the token', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_.'), async (place, character) => {
        if (token[place] === character) return;
        const changed = token.slice(0, place) + character + token.slice(place + 1);
        const result = await verifyReceipt(changed, publicKeys(ring));
        // The last character of base64url holds spare bits: the same bytes in another spelling are not another receipt.
        const sameBytes = token.split('.').every((old, i) => {
          const now = changed.split('.')[i] ?? '';
          return Buffer.from(old, 'base64url').equals(Buffer.from(now, 'base64url'));
        });
        if (!sameBytes) expect(result.status).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
  });

  it('for another type, algorithm or header', async () => {
    const payload = canonicalJson(receipt);
    await invalid(await signRaw(payload, { typ: 'JWT' }), 'unknown-type');
    await invalid(await signRaw(payload, { typ: undefined }), 'unknown-type');
    await invalid(await signRaw(payload, { jku: 'https://elsewhere.example/jwks.json' }), 'unknown-header');
    const header = { alg: 'Ed25519', kid: ring.keys[0]!.kid, typ: 'aipower-receipt+jws' };
    for (const alg of ['none', 'HS256', 'EdDSA', 'ES256', '', 7, null]) {
      await invalid(part(token, 0, JSON.stringify({ ...header, alg })), 'unknown-algorithm');
    }
    await invalid(part(token, 0, JSON.stringify({ ...header, crit: ['exp'], exp: 1 })), 'unknown-header');
    await invalid(part(token, 0, '[]'), 'not-a-receipt');
    await invalid('', 'not-a-receipt');
    await invalid('A'.repeat(1_000_000), 'not-a-receipt');
    await invalid(token.split('.').slice(0, 2).join('.'), 'not-a-receipt');
  });

  it('for a payload that is not canonical, not JSON or not a receipt', async () => {
    await invalid(await signRaw(JSON.stringify(receipt, null, 1)), 'not-canonical');
    await invalid(await signRaw(canonicalJson(receipt).replace('{', '{"kind":"publication",')), 'not-canonical');
    await invalid(await signRaw('no JSON'), 'not-canonical');
    await invalid(await signRaw(canonicalJson({ kind: 'verify' })), 'unknown-content');
    await invalid(await signRaw(canonicalJson({ ...receipt, v: 2 })), 'unknown-content');
    const otherId = newShortId();
    await invalid(await signRaw(canonicalJson({ ...receipt, id: `${otherId.slice(0, 12)}*` })), 'unknown-content');
  });

  it('without the key, and says so instead of calling the receipt invalid', async () => {
    const other = await newKeyRing(MADE);
    const { kid } = ring.keys[0]!;
    expect(await verifyReceipt(token, publicKeys(other))).toEqual({
      status: 'cannot-verify',
      code: 'unknown-key',
      kid,
    });
    expect(await verifyReceipt(token, { keys: [] })).toEqual({ status: 'cannot-verify', code: 'no-keys', kid });
    for (const broken of [null, 'text', {}, { keys: [{ kty: 'RSA' }] }]) {
      expect(await verifyReceipt(token, broken)).toEqual({ status: 'cannot-verify', code: 'bad-key-set' });
    }
    // Another key under our key's name: the name is the key's own thumbprint, so this is a broken key set.
    const forged = { keys: publicKeys(other).keys.map((key) => ({ ...key, kid })) };
    expect(await verifyReceipt(token, forged)).toEqual({ status: 'cannot-verify', code: 'bad-key-set', kid });
  });

  it('outside the life of the key', async () => {
    const at = Date.parse(AT) / 1000;
    const keys = (change: object) => publicKeys(withCurrent(ring, change));
    await invalid(token, 'key-not-yet-valid', keys({ nbf: at + 1 }));
    await invalid(token, 'key-expired', keys({ exp: at }));
    await invalid(token, 'key-revoked', keys({ revoked: { revoked_at: at, reason: 'compromised' } }));
    expect(await verifyReceipt(token, keys({ nbf: at, exp: at + 1 }))).toMatchObject({ status: 'valid', cautions: [] });
    expect(await verifyReceipt(token, keys({ revoked: { revoked_at: at + 1, reason: 'compromised' } }))).toMatchObject({
      status: 'valid',
      cautions: ['key-revoked-later'],
    });
  });

  it('and reads what was broken over lines on paper or in a mail', async () => {
    const wrapped = `\n ${token.replace(/.{60}/g, '$&\r\n')} \n`;
    expect(await verifyReceipt(wrapped, publicKeys(ring))).toMatchObject({ status: 'valid' });
  });
});

describe('keys', () => {
  it('retire and never vanish: an old receipt verifies after many rotations', async () => {
    const { token } = await signReceipt(samples[2]!, ring);
    let keys = ring;
    for (let month = 0; month < 5; month++) {
      const rotated = await rotateKeyRing(keys, `2026-${String(month + 8).padStart(2, '0')}-20T00:00:00.000Z`);
      if ('refused' in rotated) throw new Error(rotated.refused);
      const published = new Set(publicKeys(keys).keys.map(({ kid }) => kid));
      const signs = rotated.keys.find(({ state }) => state === 'current')!.kid;
      expect(published, 'the key that signs was public before').toContain(signs);
      keys = rotated;
    }
    expect(publicKeys(keys).keys).toHaveLength(7);
    expect(await verifyReceipt(token, publicKeys(keys))).toMatchObject({ status: 'valid' });
    expect(keys.keys.filter(({ d }) => d !== undefined).map(({ state }) => state)).toEqual(['current', 'next']);
    expect(JSON.stringify(publicKeys(keys))).not.toMatch(/"d"|"state"/);
  });

  it('do not sign before they were public for a day, nor after they have run out', async () => {
    expect(await rotateKeyRing(ring, '2026-06-01T23:59:59.000Z')).toEqual({
      refused: 'next-key-too-young',
      readyAt: '2026-06-02T00:00:00.000Z',
    });
    expect(await rotateKeyRing(ring, '2026-06-01T23:59:59.000Z', { early: true })).toHaveProperty('keys');
    await expect(signReceipt({ ...samples[0]!, at: '2029-06-01T00:00:00.000Z' }, ring)).rejects.toThrow(/rotate-key/);
    await expect(signReceipt({ ...samples[0]!, at: '2026-05-31T23:59:59.999Z' }, ring)).rejects.toThrow(/rotate-key/);
  });

  it('that were stolen make their later receipts fail, at once and without waiting', async () => {
    const { token } = await signReceipt(samples[0]!, ring);
    const before = await signReceipt({ ...samples[0]!, at: '2026-08-01T00:00:00.000Z' }, ring);
    const rotated = (await rotateKeyRing(ring, '2026-08-20T00:00:00.000Z', {
      revoke: { since: '2026-08-10T00:00:00+08:00' },
    })) as KeyRing;
    expect(await verifyReceipt(token, publicKeys(rotated))).toEqual({ status: 'invalid', code: 'key-revoked' });
    expect(await verifyReceipt(before.token, publicKeys(rotated))).toMatchObject({ cautions: ['key-revoked-later'] });
  });
});

describe('what is signed', () => {
  it('is refused when it is not a receipt, with every issue named', async () => {
    const content = { ...samples[0]!, at: 'yesterday', data: { ...samples[0]!.data, listDate: '115/08/01' } };
    await expect(signReceipt(content as never, ring)).rejects.toThrow(/data\.listDate.*at:|at:.*data\.listDate/s);
  });

  it('answers exactly the days and claims that were asked', () => {
    const receipt = { v: 1, id: newShortId(), ...samples[0]! } as Receipt & { kind: 'verify' };
    expect(receiptSchema.safeParse(receipt).success).toBe(true);
    const fewer = { claims: receipt.answer.claims.map((claim) => ({ ...claim, days: claim.days.slice(1) })) };
    expect(receiptSchema.safeParse({ ...receipt, answer: fewer }).success).toBe(false);
    expect(receiptSchema.safeParse({ ...receipt, answer: { claims: [] } }).success).toBe(false);
  });

  it('has one text for one value (RFC 8785, its own example)', async () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(await canonicalHash({ b: 1, a: 2 })).toBe(await canonicalHash({ a: 2, b: 1 }));
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ n: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
  });
});

it('every code has a sentence in both languages', () => {
  expect(Object.keys(verificationWords).sort()).toEqual([...invalidCodes, ...cannotVerifyCodes].sort());
  for (const { zh, en } of Object.values(verificationWords)) {
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
  }
});
