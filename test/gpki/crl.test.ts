import type { CouldNotCheckCode } from '@aipower/gpki';
import { authority, type CrlRequest, issue, keyUsage, makeCrl, makeExtension, makeName } from '@aipower/gpki/testing';
import * as asn1js from 'asn1js';
import { GeneralName, IssuingDistributionPoint } from 'pkijs';
import { describe, expect, it } from 'vitest';
import { COMPANY, NOW, openDesk, verdict } from './desk.ts';

const later = (ms: number) => new Date(NOW.getTime() + ms);
const HOUR = 3_600_000;

/** A login whose card list is made as `request` says; the list of the authorities stays good. */
async function loginWith(request: Partial<CrlRequest>, change = (list: Uint8Array): Uint8Array => list) {
  const desk = await openDesk();
  const fetchCrl = async (address: string) =>
    address === desk.pki.cardCrl ? change(await desk.pki.crl(request)) : desk.pki.fetchCrl(address);
  return desk.login({ policy: { fetchCrl } });
}

function partition(fields: Partial<IssuingDistributionPoint>, address?: string) {
  const distributionPoint =
    address === undefined ? {} : { distributionPoint: [new GeneralName({ type: 6, value: address })] };
  return makeExtension('2.5.29.28', new IssuingDistributionPoint({ ...fields, ...distributionPoint }).toSchema(), true);
}

describe('a card', () => {
  it('on no list is good', async () => {
    const desk = await openDesk();
    desk.pki.revoke(await desk.pki.issueCard(COMPANY));
    expect(await desk.login()).toMatchObject({
      outcome: 'accepted',
      card: { revocation: [{ list: desk.pki.cardCrl }, { list: desk.pki.authorityCrl }] },
    });
  });

  it.each([
    ['card-revoked', undefined],
    ['card-revoked', 1],
    ['card-suspended', 6],
    ['crl-unreadable', 8],
  ])('on the list is refused: %s, reason %s', async (expected, reason) => {
    const desk = await openDesk();
    desk.pki.revoke(desk.card, reason);
    expect(verdict(await desk.login())).toBe(expected);
  });

  it('of an authority that is revoked is refused; so is one of a suspended authority', async () => {
    for (const reason of [2, 6]) {
      const desk = await openDesk();
      const entry = { certificate: desk.pki.authority, on: NOW, reason };
      const fetchCrl = (address: string) =>
        address === desk.pki.authorityCrl
          ? desk.pki.crl({ issuer: desk.pki.root, revoked: [entry] })
          : desk.pki.fetchCrl(address);
      expect(verdict(await desk.login({ policy: { fetchCrl } }))).toBe('authority-revoked');
    }
  });

  it('that is revoked stays revoked when another list cannot be had', async () => {
    const desk = await openDesk();
    desk.pki.revoke(desk.card);
    const fetchCrl = (address: string) =>
      address === desk.pki.authorityCrl ? Promise.reject(new Error('down')) : desk.pki.fetchCrl(address);
    expect(verdict(await desk.login({ policy: { fetchCrl } }))).toBe('card-revoked');
  });
});

describe('what cannot be checked is neither good nor revoked', () => {
  it.each<[CouldNotCheckCode | 'accepted', Partial<CrlRequest>]>([
    ['accepted', { thisUpdate: NOW, nextUpdate: later(1000) }],
    ['crl-not-yet-valid', { thisUpdate: later(1000), nextUpdate: later(HOUR) }],
    ['crl-stale', { thisUpdate: later(-HOUR), nextUpdate: NOW }],
    ['crl-without-next-update', { nextUpdate: null }],
    ['crl-signature-wrong', { hash: 'SHA-1' }],
    ['crl-incomplete', { extensions: [makeExtension('2.5.29.27', new asn1js.Integer({ value: 1 }), true)] }],
    ['crl-unknown-critical', { extensions: [makeExtension('1.2.3.4', new asn1js.Null(), true)] }],
    ['accepted', { extensions: [makeExtension('1.2.3.4', new asn1js.Null())] }],
    ['crl-other-partition', { extensions: [partition({ onlyContainsCACerts: true })] }],
    ['accepted', { extensions: [partition({ onlyContainsUserCerts: true })] }],
    ['crl-other-partition', { extensions: [partition({ onlyContainsAttributeCerts: true })] }],
    ['crl-incomplete', { extensions: [partition({ indirectCRL: true })] }],
    ['crl-incomplete', { extensions: [partition({ onlySomeReasons: 1 })] }],
    ['crl-other-partition', { extensions: [partition({}, 'http://crl.test.invalid/other.crl')] }],
    ['accepted', { extensions: [partition({}, 'http://crl.test.invalid/cards.crl')] }],
  ])('%s', async (expected, request) => {
    const result = await loginWith(request);
    expect(verdict(result)).toBe(expected);
    expect(result.outcome).toBe(expected === 'accepted' ? 'accepted' : 'could-not-check');
  });

  it('a list of another issuer, or signed by another key', async () => {
    const other = await openDesk();
    expect(verdict(await loginWith({ issuer: other.pki.root }))).toBe('crl-other-issuer');
    expect(verdict(await loginWith({ signedBy: other.pki.root.keys }))).toBe('crl-signature-wrong');
  });

  it('a list of an authority whose key may not sign lists', async () => {
    const desk = await openDesk();
    const ca = await issue({
      subject: makeName([['2.5.4.11', 'TEST ONLY']]),
      issuer: desk.pki.root,
      extensions: [authority(), keyUsage(['certSign'])],
      from: later(-HOUR),
      until: later(HOUR),
    });
    const card = await issue({
      subject: desk.card.pki.subject,
      issuer: ca,
      extensions: desk.card.pki.extensions!,
      from: later(-HOUR),
      until: later(HOUR),
    });
    const fetchCrl = () => makeCrl({ issuer: ca, thisUpdate: later(-HOUR), nextUpdate: later(HOUR) });
    const result = await desk.login({ card, sign: { certificates: [card.pki, ca.pki] }, policy: { fetchCrl } });
    expect(verdict(result)).toBe('crl-signature-wrong');
  });

  it('a list that is broken, cut, longer than it says, or no list', async () => {
    const broken: ((list: Uint8Array) => Uint8Array)[] = [
      (list) => list.subarray(0, -1),
      (list) => Uint8Array.of(...list, 0),
      () => new Uint8Array(0),
      () => new TextEncoder().encode('<html>404</html>'),
    ];
    for (const change of broken) expect(verdict(await loginWith({}, change))).toBe('crl-unreadable');
  });

  it('a list that cannot be fetched, is too large, or stands on a host that is not allowed', async () => {
    const desk = await openDesk();
    const fetchCrl = () => Promise.reject(new Error('ECONNREFUSED'));
    expect(await desk.login({ policy: { fetchCrl } })).toMatchObject({
      outcome: 'could-not-check',
      code: 'crl-not-fetched',
      found: 'ECONNREFUSED',
      nextStep: 'try-later',
    });
    expect(verdict(await desk.login({ policy: { maxCrlBytes: 10 } }))).toBe('crl-too-large');
    expect(verdict(await desk.login({ policy: { crlHosts: ['elsewhere.test'] } }))).toBe('crl-host-not-allowed');
  });

  it.each([
    ['crl-address-missing', null],
    ['crl-host-not-allowed', 'http://crl.test.invalid:8080/cards.crl'],
    ['crl-host-not-allowed', 'http://crl.test.invalid@evil.test/cards.crl'],
    ['crl-host-not-allowed', 'http://user@crl.test.invalid/cards.crl'],
    ['crl-host-not-allowed', 'file:///etc/passwd'],
    ['crl-host-not-allowed', 'ldap://crl.test.invalid/cards'],
    ['crl-host-not-allowed', 'not an address'],
  ])('%s: a card that names %s, and nothing is fetched', async (expected, crl) => {
    const desk = await openDesk();
    const asked: string[] = [];
    const fetchCrl = (address: string) => {
      asked.push(address);
      return desk.pki.fetchCrl(address);
    };
    const card = await desk.pki.issueCard({ ...COMPANY, crl });
    expect(verdict(await desk.login({ card, policy: { fetchCrl } }))).toBe(expected);
    expect(asked).toEqual([desk.pki.authorityCrl]);
  });

  it('nothing is fetched for a signature that is refused before', async () => {
    const desk = await openDesk();
    const fetchCrl = () => Promise.reject(new Error('must not be asked'));
    const card = await desk.pki.issueCard({ ...COMPANY, kind: 'server' });
    expect(verdict(await desk.login({ card, policy: { fetchCrl } }))).toBe('kind-not-allowed');
  });
});
