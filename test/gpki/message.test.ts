import { signMessage, toBase64 } from '@aipower/gpki/testing';
import * as asn1js from 'asn1js';
import { Attribute, ContentInfo, SignedData } from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, type Desk, freshChallenge, openDesk, verdict } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const attribute = (type: string, value: asn1js.AsnType) => new Attribute({ type, values: [value] });

/** Writes a message again after changing it. The signature stays: what is changed is not covered by it. */
function rewrite(message: Uint8Array, change: (data: SignedData, info: ContentInfo) => void): Uint8Array {
  const info = new ContentInfo({ schema: asn1js.fromBER(new Uint8Array(message)).result });
  const data = new SignedData({ schema: info.content });
  change(data, info);
  info.content = data.toSchema(true);
  return new Uint8Array(info.toSchema().toBER());
}

describe('what a card may send', () => {
  it.each([
    ['SHA-256', {}],
    ['SHA-384', { hash: 'SHA-384' }],
    ['SHA-512', { hash: 'SHA-512' }],
    ['detached', { detached: true }],
    ['content in several parts', { constructedContent: true }],
  ] as const)('%s is accepted', async (_, sign) => {
    expect(verdict(await desk.login({ sign }))).toBe('accepted');
  });

  it('as Base64, with line ends or without', async () => {
    expect(verdict(await desk.login({ message: toBase64 }))).toBe('accepted');
    expect(verdict(await desk.login({ message: (m) => toBase64(m).replace(/.{64}/g, '$&\r\n') }))).toBe('accepted');
  });

  it.each(['RSA-2048', 'P-384'] as const)('%s is accepted', async (key) => {
    const card = await desk.pki.issueCard({ ...COMPANY, key });
    expect(verdict(await desk.login({ card }))).toBe('accepted');
  });

  it('without the certificate of the authority, when the server has it', async () => {
    const { toPem } = await import('@aipower/gpki/testing');
    const anchors = desk.pki.anchors + toPem(desk.pki.authority.der);
    const sign = { certificates: [desk.card.pki] };
    expect(verdict(await desk.login({ sign, policy: { anchors } }))).toBe('accepted');
    expect(verdict(await desk.login({ sign }))).toBe('issuer-unknown');
  });
});

describe('what a message may not be', () => {
  it('nothing, noise, or something with an end of its own', async () => {
    for (const message of ['', '????', 'QUJD', toBase64(new Uint8Array(200)), '='.repeat(8)])
      expect(verdict(await desk.login({ message: () => message }))).toBe('message-unreadable');
    expect(verdict(await desk.login({ message: (m) => Uint8Array.of(...m, 0) }))).toBe('message-unreadable');
    expect(verdict(await desk.login({ message: (m) => m.subarray(0, -1) }))).toBe('message-unreadable');
  });

  it('larger than a card would ever send', async () => {
    expect(verdict(await desk.login({ message: () => new Uint8Array(64 * 1024 + 1) }))).toBe('message-too-large');
    expect(verdict(await desk.login({ message: () => 'A'.repeat(200_000) }))).toBe('message-too-large');
  });

  it('nested without end', async () => {
    const nested = Uint8Array.from({ length: 60_000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80));
    expect(verdict(await desk.login({ message: () => nested }))).toBe('message-unreadable');
  });

  it('another kind of CMS', async () => {
    const message = (m: Uint8Array) =>
      rewrite(m, (_, info) => Object.assign(info, { contentType: '1.2.840.113549.1.7.3' }));
    expect(verdict(await desk.login({ message }))).toBe('message-not-signed-data');
  });

  it('signed by two, or by nobody', async () => {
    const second = await desk.pki.issueCard(COMPANY);
    const certificates = [desk.card.pki, second.pki, desk.pki.authority.pki];
    expect(verdict(await desk.login({ sign: { signers: [desk.card, second], certificates } }))).toBe('signers-not-one');
    const message = (m: Uint8Array) => rewrite(m, (data) => Object.assign(data, { signerInfos: [] }));
    expect(verdict(await desk.login({ message }))).toBe('signers-not-one');
  });

  it('about another content type', async () => {
    expect(verdict(await desk.login({ sign: { contentType: '1.2.3.4' } }))).toBe('content-not-data');
  });

  it('about another content, attached or detached', async () => {
    const content = new TextEncoder().encode('TBS');
    expect(verdict(await desk.login({ sign: { content } }))).toBe('content-not-challenge');
    expect(verdict(await desk.login({ sign: { content, detached: true } }))).toBe('signature-wrong');
  });

  it('without signed attributes, or without the two that count', async () => {
    expect(verdict(await desk.login({ sign: { signedAttributes: false } }))).toBe('attributes-missing');
    const without = (at: number) => (attributes: Attribute[]) => attributes.filter((_, index) => index !== at);
    for (const at of [0, 1])
      expect(verdict(await desk.login({ sign: { changeAttributes: without(at) } }))).toBe('attributes-missing');
  });

  it.each([
    ['one twice', ([first, second]: Attribute[]) => [first!, second!, second!]],
    [
      'two values',
      ([first, second]: Attribute[]) => [
        first!,
        new Attribute({ type: second!.type, values: [...second!.values, ...second!.values] }),
      ],
    ],
    [
      'another content type',
      ([first, second]: Attribute[]) => [
        attribute(first!.type, new asn1js.ObjectIdentifier({ value: '1.2.3.4' })),
        second!,
      ],
    ],
    [
      'a digest that is no octet string',
      ([first, second]: Attribute[]) => [first!, attribute(second!.type, new asn1js.Utf8String({ value: 'digest' }))],
    ],
  ])('with attributes of which %s', async (_, changeAttributes) => {
    expect(verdict(await desk.login({ sign: { changeAttributes } }))).toBe('attributes-invalid');
  });

  it('with a digest of something else', async () => {
    const changeAttributes = ([first, second]: Attribute[]) => [
      first!,
      attribute(second!.type, new asn1js.OctetString({ valueHex: new ArrayBuffer(32) })),
    ];
    expect(verdict(await desk.login({ sign: { changeAttributes } }))).toBe('signature-wrong');
  });

  it('hashed by SHA-1', async () => {
    expect(verdict(await desk.login({ sign: { hash: 'SHA-1' } }))).toBe('digest-not-allowed');
  });

  it('naming another hash than the signature has', async () => {
    const message = (m: Uint8Array) =>
      rewrite(m, ({ digestAlgorithms }) =>
        Object.assign(digestAlgorithms[0]!, { algorithmId: '2.16.840.1.101.3.4.2.2' }),
      );
    expect(verdict(await desk.login({ message }))).toBe('digest-not-allowed');
    const other = (m: Uint8Array) =>
      rewrite(m, ({ signerInfos }) =>
        Object.assign(signerInfos[0]!.signatureAlgorithm, { algorithmId: '1.2.840.10045.4.3.3' }),
      );
    expect(verdict(await desk.login({ message: other }))).toBe('algorithm-not-allowed');
  });

  it('naming RSA for a key on a curve', async () => {
    const message = (m: Uint8Array) =>
      rewrite(m, ({ signerInfos }) =>
        Object.assign(signerInfos[0]!.signatureAlgorithm, { algorithmId: '1.2.840.113549.1.1.11' }),
      );
    expect(verdict(await desk.login({ message }))).toBe('algorithm-not-allowed');
  });

  it('signed with a short key', async () => {
    const card = await desk.pki.issueCard({ ...COMPANY, key: 'RSA-1024' });
    expect(verdict(await desk.login({ card }))).toBe('key-not-allowed');
  });

  it('without the certificate of its signer, or with two that claim to be it', async () => {
    expect(verdict(await desk.login({ sign: { certificates: [] } }))).toBe('certificate-missing');
    expect(verdict(await desk.login({ sign: { certificates: [desk.pki.authority.pki] } }))).toBe('certificate-missing');
    const certificates = [desk.card.pki, desk.card.pki, desk.pki.authority.pki];
    expect(verdict(await desk.login({ sign: { certificates } }))).toBe('certificate-missing');
  });

  it('stuffed with certificates', async () => {
    const certificates = [desk.card.pki, ...Array.from({ length: 8 }, () => desk.pki.authority.pki)];
    expect(verdict(await desk.login({ sign: { certificates } }))).toBe('certificate-unreadable');
  });

  it('signed by another card under the name of this one', async () => {
    const stranger = await desk.pki.issueCard(COMPANY);
    const forged = { ...desk.card, keys: stranger.keys };
    expect(verdict(await desk.login({ card: forged }))).toBe('signature-wrong');
  });
});

describe('the content of a message in parts', () => {
  it('is compared whole: a second part that differs is seen', async () => {
    const challenge = await freshChallenge();
    const content = new TextEncoder().encode(challenge.text.replace(/.$/, '~'));
    const signature = await signMessage({
      signers: [desk.card],
      content,
      certificates: [desk.card.pki, desk.pki.authority.pki],
      constructedContent: true,
    });
    expect(verdict(await desk.login({ message: () => signature, answer: { challenge } }))).toBe(
      'content-not-challenge',
    );
  });
});
