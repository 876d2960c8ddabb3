import {
  authority,
  crlAddress,
  issue,
  keyUsage,
  makeExtension,
  makeName,
  policies,
  type TestCertificate,
  toPem,
} from '@aipower/gpki/testing';
import * as asn1js from 'asn1js';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, type Desk, NOW, openDesk, UBN, verdict } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const YEAR = 365 * 86_400_000;
const around = { from: new Date(NOW.getTime() - YEAR), until: new Date(NOW.getTime() + YEAR) };
const caExtensions = () => [authority(), keyUsage(['certSign', 'crlSign']), crlAddress(desk.pki.authorityCrl)];
const named = (unit: string) =>
  makeName([
    ['2.5.4.6', 'TW'],
    ['2.5.4.11', unit],
  ]);

/** A card below any authority, and a login with it. */
async function loginBelow(chain: readonly TestCertificate[], change: Partial<Parameters<typeof issue>[0]> = {}) {
  const card = await issue({
    subject: makeName([
      ['2.5.4.6', 'TW'],
      ['2.5.4.10', COMPANY.organisation],
      ['2.5.4.5', UBN],
    ]),
    issuer: chain[0]!,
    extensions: [keyUsage(['digitalSignature']), policies(['2.16.886.101.0.3.3'])],
    ...around,
    ...change,
  });
  const certificates = [card, ...chain].map(({ pki }) => pki);
  return verdict(await desk.login({ card, sign: { certificates } }));
}

/** A path that is good goes on to the holder, whom these short cards do not name. */
const PATH_IS_GOOD = 'kind-missing';

describe('the path to a pinned root', () => {
  it('through one authority, or two', async () => {
    const first = await issue({ subject: named('A'), issuer: desk.pki.root, extensions: caExtensions(), ...around });
    const second = await issue({ subject: named('B'), issuer: first, extensions: caExtensions(), ...around });
    expect(await loginBelow([first])).toBe(PATH_IS_GOOD);
    expect(await loginBelow([second, first])).toBe(PATH_IS_GOOD);
    const third = await issue({ subject: named('C'), issuer: second, extensions: caExtensions(), ...around });
    expect(await loginBelow([third, second, first])).toBe('path-too-long');
  });

  it('does not depend on the order of the certificates, nor on strangers among them', async () => {
    const stranger = await issue({ subject: named('X'), extensions: caExtensions(), ...around });
    const certificates = [stranger.pki, desk.pki.root.pki, desk.pki.authority.pki, desk.card.pki];
    expect(verdict(await desk.login({ sign: { certificates } }))).toBe('accepted');
  });

  it('from a root of the same name and another key is refused', async () => {
    const root = await issue({ subject: desk.pki.root.pki.subject, extensions: caExtensions(), ...around });
    const ca = await issue({
      subject: desk.pki.authority.pki.subject,
      issuer: root,
      extensions: caExtensions(),
      ...around,
    });
    expect(await loginBelow([ca, root])).toBe('root-other-key');
    expect(await loginBelow([ca])).toBe('root-other-key');
  });

  it('from a root that is not pinned is refused, also when it comes with the message', async () => {
    const root = await issue({ subject: named('R'), extensions: caExtensions(), ...around });
    const ca = await issue({ subject: named('A'), issuer: root, extensions: caExtensions(), ...around });
    expect(await loginBelow([ca, root])).toBe('root-not-pinned');
    expect(await loginBelow([ca])).toBe('issuer-unknown');
  });

  it('is refused for a certificate that signed itself', async () => {
    const own = await issue({
      subject: named('self'),
      extensions: [keyUsage(['digitalSignature']), policies(['2.16.886.101.0.3.3'])],
      ...around,
    });
    expect(verdict(await desk.login({ card: own, sign: { certificates: [own.pki] } }))).toBe('issuer-unknown');
    expect(verdict(await desk.login({ card: desk.pki.root, sign: { certificates: [desk.pki.root.pki] } }))).toBe(
      'key-usage-not-signature',
    );
  });

  it('is refused through a certificate that is no authority', async () => {
    const card = await desk.pki.issueCard(COMPANY);
    expect(await loginBelow([card, desk.pki.authority])).toBe('authority-not-ca');
  });

  it('is refused through an authority whose key may not sign certificates', async () => {
    const extensions = [authority(), keyUsage(['crlSign'])];
    const ca = await issue({ subject: named('A'), issuer: desk.pki.root, extensions, ...around });
    expect(await loginBelow([ca])).toBe('authority-key-usage');
  });

  it('keeps to the path length of an authority', async () => {
    const limited = [authority(0), keyUsage(['certSign', 'crlSign'])];
    const first = await issue({ subject: named('A'), issuer: desk.pki.root, extensions: limited, ...around });
    const second = await issue({ subject: named('B'), issuer: first, extensions: caExtensions(), ...around });
    expect(await loginBelow([first])).toBe(PATH_IS_GOOD);
    expect(await loginBelow([second, first])).toBe('path-length-exceeded');
  });

  it('is refused when an authority has a weak key or a weak signature', async () => {
    const weak = await issue({
      subject: named('A'),
      issuer: desk.pki.root,
      extensions: caExtensions(),
      ...around,
      key: 'RSA-1024',
    });
    expect(await loginBelow([weak])).toBe('key-not-allowed');
    const old = await issue({
      subject: named('A'),
      issuer: desk.pki.root,
      extensions: caExtensions(),
      ...around,
      hash: 'SHA-1',
    });
    expect(await loginBelow([old])).toBe('algorithm-not-allowed');
    expect(await loginBelow([desk.pki.authority], { hash: 'SHA-1' })).toBe('algorithm-not-allowed');
  });
});

describe('validity', () => {
  const shifted = (ms: number) => new Date(NOW.getTime() + ms);

  it.each([
    ['accepted', shifted(0), shifted(1000)],
    ['certificate-not-yet-valid', shifted(1000), shifted(YEAR)],
    ['certificate-expired', shifted(-YEAR), shifted(-1000)],
    ['accepted', shifted(-YEAR), shifted(0)],
  ])('of the card: %s', async (expected, from, until) => {
    const card = await desk.pki.issueCard({ ...COMPANY, from, until });
    expect(verdict(await desk.login({ card }))).toBe(expected);
  });

  it('of the authority, and of the root', async () => {
    const until = shifted(-1000);
    const ca = await issue({
      subject: named('A'),
      issuer: desk.pki.root,
      extensions: caExtensions(),
      ...around,
      until,
    });
    expect(await loginBelow([ca])).toBe('certificate-expired');
    const root = await issue({ subject: named('R'), extensions: caExtensions(), ...around, until });
    const below = await issue({ subject: named('A'), issuer: root, extensions: caExtensions(), ...around });
    const card = await issue({ subject: named('card'), issuer: below, extensions: [], ...around });
    const result = await desk.login({
      card,
      sign: { certificates: [card.pki, below.pki] },
      policy: { anchors: toPem(root.der) },
    });
    expect(verdict(result)).toBe('certificate-expired');
  });

  it('a refusal says what was found and what was expected', async () => {
    const card = await desk.pki.issueCard({ ...COMPANY, from: shifted(-YEAR), until: shifted(-60_000) });
    expect(await desk.login({ card })).toEqual({
      outcome: 'refused',
      code: 'certificate-expired',
      found: 'card: until 2026-11-02T05:59:00.000Z',
      expected: '2026-11-02T06:00:00.000Z',
      nextStep: 'ask-issuer',
    });
  });
});

describe('extensions', () => {
  const extra = (critical: boolean) => makeExtension('1.2.3.4.5', new asn1js.Null(), critical);

  it('one that is not known is passed over, a critical one refuses the certificate', async () => {
    const plain = await desk.pki.issueCard({ ...COMPANY, extraExtensions: [extra(false)] });
    expect(verdict(await desk.login({ card: plain }))).toBe('accepted');
    const critical = await desk.pki.issueCard({ ...COMPANY, extraExtensions: [extra(true)] });
    expect(verdict(await desk.login({ card: critical }))).toBe('extension-unknown-critical');
    const extensions = [...caExtensions(), extra(true)];
    const ca = await issue({ subject: named('A'), issuer: desk.pki.root, extensions, ...around });
    expect(await loginBelow([ca])).toBe('extension-unknown-critical');
  });

  it('one that stands twice, or cannot be parsed, makes the certificate unreadable', async () => {
    const twice = await desk.pki.issueCard({ ...COMPANY, extraExtensions: [extra(false), extra(false)] });
    expect(verdict(await desk.login({ card: twice }))).toBe('certificate-unreadable');
    const broken = await desk.pki.issueCard({
      ...COMPANY,
      crl: null,
      extraExtensions: [makeExtension('2.5.29.31', new asn1js.Utf8String({ value: 'x' }))],
    });
    expect(verdict(await desk.login({ card: broken }))).toBe('certificate-unreadable');
  });
});

describe('anchors', () => {
  it('list everything that is wrong with them, at the start', async () => {
    const card = toPem(desk.card.der);
    const broken = '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n';
    await expect(desk.login({ policy: { anchors: broken + card } })).rejects.toThrow(
      /certificate 1: .*\ncertificate 2: is not an authority/,
    );
    await expect(desk.login({ policy: { anchors: '' } })).rejects.toThrow('no root');
    await expect(desk.login({ policy: { anchors: toPem(desk.pki.authority.der) } })).rejects.toThrow('no root');
  });

  it('with no host for revocation lists, nobody could log in: misuse', async () => {
    await expect(desk.login({ policy: { crlHosts: [] } })).rejects.toThrow('crlHosts must not be empty');
  });
});
