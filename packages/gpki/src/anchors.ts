import { checkKey } from './algorithms.ts';
import { type CertificateView, isSelfIssued, readCertificate } from './certificate.ts';
import { Refusal } from './outcome.ts';
import type { Anchors } from './path.ts';
import { Unreadable } from './unreadable.ts';

const BLOCK = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g;

/**
 * Reads the certificates that logins are trusted from: roots, and authorities that cards may leave out of their messages.
 * @param pem PEM text with one or more certificates. Self-issued ones are roots, the others intermediates.
 * @throws Error that lists every certificate that cannot serve, with what was found.
 */
export async function readAnchors(pem: string): Promise<Anchors> {
  const faults: string[] = [];
  const certificates: CertificateView[] = [];
  for (const [index, [, body]] of [...pem.matchAll(BLOCK)].entries()) {
    const fault = (text: string) => faults.push(`certificate ${index + 1}: ${text}`);
    try {
      const certificate = await readCertificate(readBase64(body!));
      if (!certificate.isAuthority) fault('is not an authority (no basic constraints with CA)');
      checkKey(certificate.pki.subjectPublicKeyInfo, 'its own');
      certificates.push(certificate);
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof Refusal)) throw error;
      fault(error.message);
    }
  }
  const roots = certificates.filter(isSelfIssued);
  if (faults.length === 0 && roots.length === 0)
    faults.push('no root: expected at least one self-issued certificate between BEGIN CERTIFICATE and END CERTIFICATE');
  if (faults.length > 0) throw new Error(`Trusted certificates cannot be used:\n${faults.join('\n')}`);
  return { roots, intermediates: certificates.filter((certificate) => !isSelfIssued(certificate)) };
}

/** Base64 with blanks and line ends, and nothing else. */
export function readBase64(text: string): Uint8Array<ArrayBuffer> {
  const bare = text.replace(/\s+/g, '');
  if (bare === '' || bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) throw new Unreadable('not Base64');
  return Uint8Array.from(atob(bare), (character) => character.charCodeAt(0));
}
