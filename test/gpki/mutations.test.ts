import { createCardVerifier } from '@aipower/gpki';
import { signMessage, type TestKey } from '@aipower/gpki/testing';
import * as asn1js from 'asn1js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPANY, freshChallenge, NOW, openDesk, policyOf, SITE } from './desk.ts';

/** A verifier and one message that it accepts; `judge` says what it makes of other bytes, and never throws. */
async function acceptedMessage(key: TestKey, constructedContent = false) {
  const { pki } = await openDesk({ key });
  const card = await pki.issueCard(COMPANY);
  const challenge = await freshChallenge();
  const message = await signMessage({
    signers: [card],
    content: new TextEncoder().encode(challenge.text),
    certificates: [card.pki, pki.authority.pki],
    constructedContent,
  });
  const lists = new Map(
    await Promise.all([pki.cardCrl, pki.authorityCrl].map(async (a) => [a, await pki.fetchCrl(a)] as const)),
  );
  const verifier = await createCardVerifier({ ...policyOf(pki), fetchCrl: async (address) => lists.get(address)! });
  const judge = async (signature: Uint8Array) =>
    (await verifier.verify({ ...SITE, challenge, signature, now: NOW })).outcome;
  expect(await judge(message)).toBe('accepted');
  return { message, judge, pki, verifier, challenge };
}

function turned(message: Uint8Array, at: number, bit: number): Uint8Array {
  const other = Uint8Array.from(message);
  other[at]! ^= 1 << bit;
  return other;
}

/** Start and end of every value in the message, as the library sees them. */
function values(message: Uint8Array): { start: number; header: number; end: number }[] {
  const found: { start: number; header: number; end: number }[] = [];
  const walk = (block: asn1js.AsnType, start: number) => {
    const header = start + block.blockLength - block.valueBlock.blockLength;
    found.push({ start, header, end: start + block.blockLength });
    const parts: unknown = (block.valueBlock as { value?: unknown }).value;
    if (!block.idBlock.isConstructed || !Array.isArray(parts)) return;
    let at = header;
    for (const part of parts as asn1js.AsnType[]) {
      walk(part, at);
      at += part.blockLength;
    }
  };
  walk(asn1js.fromBER(new Uint8Array(message)).result, 0);
  return found;
}

describe('a message', () => {
  it('is refused with any one bit turned, of what says how it is to be read', async () => {
    const { message, judge } = await acceptedMessage('P-256');
    // Tags and lengths of every value outside the two certificates, all bits; and the first of the certificates' own.
    const places = values(message).flatMap(({ start, header, end }, at) =>
      at < 90 || end > message.length - 500
        ? Array.from({ length: header - start }, (_, offset) => start + offset)
        : [],
    );
    expect(places.length).toBeGreaterThan(200);
    const accepted: string[] = [];
    for (const at of new Set(places))
      for (let bit = 0; bit < 8; bit++)
        if ((await judge(turned(message, at, bit))) === 'accepted') accepted.push(`${at}.${bit}`);
    expect(accepted).toEqual([]);
  });
});

describe.each(['P-256', 'RSA-2048'] as const)('a message signed with %s', (key) => {
  it('is refused with a bit of its content turned', async () => {
    const { message, judge } = await acceptedMessage(key);
    const accepted: number[] = [];
    for (let at = 0; at < message.length; at += at < 60 || at > message.length - 300 ? 1 : 17)
      if ((await judge(turned(message, at, at % 8))) === 'accepted') accepted.push(at);
    expect(accepted).toEqual([]);
  });

  it('is refused with any field emptied, doubled, left out or exchanged', async () => {
    const { message, judge } = await acceptedMessage(key);
    const fields = values(message);
    expect(fields.length).toBeGreaterThan(100);
    const accepted: string[] = [];
    for (const { start, header, end } of fields) {
      const [before, field, after] = [message.subarray(0, start), message.subarray(start, end), message.subarray(end)];
      const changes = {
        doubled: [...before, ...field, ...field, ...after],
        'left out': [...before, ...after],
        zeroed: [...message.subarray(0, header), ...new Uint8Array(end - header), ...after],
        'of another type': [...before, field[0]! ^ 0x01, ...field.subarray(1), ...after],
      };
      for (const [name, bytes] of Object.entries(changes)) {
        if (end === header && name === 'zeroed') continue; // An empty value has nothing to zero.
        if ((await judge(Uint8Array.from(bytes))) === 'accepted') accepted.push(`${name}: bytes ${start} to ${end}`);
      }
    }
    expect(accepted).toEqual([]);
  });
});

describe('noise', () => {
  it('mutated bytes are never accepted, and nothing but a verdict comes back', async () => {
    const { message, judge } = await acceptedMessage('P-256', true);
    const change = fc.record({
      at: fc.nat(message.length - 1),
      remove: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = Array.from(message);
        for (const { at, remove, insert } of changes) bytes.splice(at % bytes.length, remove, ...insert);
        if (bytes.length === 0) bytes = [0];
        const same = bytes.length === message.length && bytes.every((byte, index) => byte === message[index]);
        expect(await judge(Uint8Array.from(bytes))).toBe(same ? 'accepted' : 'refused');
      }),
      { numRuns: 800 },
    );
  });

  it('random bytes and random text neither', async () => {
    const { judge, verifier, challenge } = await acceptedMessage('P-256');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await judge(bytes)).toBe('refused');
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (signature) => {
        const result = await verifier.verify({ ...SITE, challenge, signature, now: NOW });
        expect(result.outcome).toBe('refused');
      }),
    );
  });

  it('a mutated list is never read as good or revoked', async () => {
    const { message, pki, challenge } = await acceptedMessage('P-256');
    pki.revoke(await pki.issueCard(COMPANY), 1);
    const list = await pki.crl();
    await fc.assert(
      fc.asyncProperty(fc.nat(list.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const other = Uint8Array.from(list);
        other[at]! ^= bits;
        const fetchCrl = async (address: string) => (address === pki.cardCrl ? other : pki.fetchCrl(address));
        const verifier = await createCardVerifier({ ...policyOf(pki), fetchCrl });
        const result = await verifier.verify({ ...SITE, challenge, signature: message, now: NOW });
        expect(result.outcome).toBe('could-not-check');
      }),
      { numRuns: 200 },
    );
  });
});
