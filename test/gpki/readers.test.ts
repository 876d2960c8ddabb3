import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { createCardVerifier } from '@aipower/gpki';
import { toPem } from '@aipower/gpki/testing';
import { describe, expect, it } from 'vitest';
import { COMPANY, openDesk, policyOf } from './desk.ts';

// Node's own reader of certificates beside ours, on what the world's authorities publish and on what the test PKI makes.
describe('certificates of the world', () => {
  it('are read, or refused with a reason that Node’s reader confirms', async () => {
    const { pki } = await openDesk();
    let read = 0;
    for (const pem of rootCertificates) {
      const second = new X509Certificate(pem);
      const { modulusLength, namedCurve } = second.publicKey.asymmetricKeyDetails ?? {};
      try {
        await createCardVerifier({ ...policyOf(pki), anchors: pem });
        read += 1;
        expect(second.ca).toBe(true);
        expect((modulusLength ?? 0) >= 2048 || ['prime256v1', 'secp384r1'].includes(namedCurve ?? '')).toBe(true);
      } catch (error) {
        const reason = (error as Error).message;
        // The few old roots: version 1, or a curve that no card has.
        expect(reason).toMatch(/version 3|curve|not an authority|DER|cannot be parsed/);
      }
    }
    expect(read / rootCertificates.length).toBeGreaterThan(0.95);
  });

  it('of the test PKI verify with Node, link by link', async () => {
    const { pki } = await openDesk({ key: 'RSA-2048' });
    const card = new X509Certificate(toPem((await pki.issueCard(COMPANY)).der));
    const authority = new X509Certificate(toPem(pki.authority.der));
    const root = new X509Certificate(toPem(pki.root.der));
    expect(card.checkIssued(authority) && card.verify(authority.publicKey)).toBe(true);
    expect(authority.checkIssued(root) && authority.verify(root.publicKey)).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(card.subject).toContain(COMPANY.organisation);
    expect([card.issuer, authority.subject, root.subject].every((name) => name.includes('TEST ONLY'))).toBe(true);
  });

  it('the facts of an accepted card are the ones that Node reads', async () => {
    const desk = await openDesk();
    const second = new X509Certificate(toPem(desk.card.der));
    const result = await desk.login();
    if (result.outcome !== 'accepted') throw new Error(result.code);
    expect(result.card.fingerprint).toBe(second.fingerprint256.replaceAll(':', '').toLowerCase());
    expect(result.card.serial).toBe(second.serialNumber.toLowerCase());
    expect(Date.parse(result.card.validFrom)).toBe(Date.parse(second.validFrom));
    expect(Date.parse(result.card.validUntil)).toBe(Date.parse(second.validTo));
  });
});
