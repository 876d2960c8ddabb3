import { checkKey, checkSigning, isSigned } from './algorithms.ts';
import { type CertificateView, isSelfIssued, KNOWN_EXTENSIONS } from './certificate.ts';
import { sameBytes } from './der.ts';
import { nameText } from './names.ts';
import { Refusal } from './outcome.ts';

/** Card, at most two authorities, root. */
export const MAX_PATH = 4;
/** Signatures checked while looking for a path: a message cannot make the server try every order of its certificates. */
const MAX_TRIALS = 40;

export interface Anchors {
  readonly roots: readonly CertificateView[];
  /** Authorities that need not come with the message. They are only candidates: each must lead to a root. */
  readonly intermediates: readonly CertificateView[];
}

/** The path from the card to a pinned root, both included, that passes every check at `now`. */
export async function findPath(
  card: CertificateView,
  others: readonly CertificateView[],
  anchors: Anchors,
  now: Date,
): Promise<readonly CertificateView[]> {
  const paths = await buildPaths(card, others, anchors);
  let first: unknown;
  for (const path of paths) {
    try {
      checkPath(path, now);
      return path;
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}

async function buildPaths(
  card: CertificateView,
  others: readonly CertificateView[],
  { roots, intermediates }: Anchors,
): Promise<CertificateView[][]> {
  const complete: CertificateView[][] = [];
  const authorities = unique([...intermediates, ...others]).filter(
    (one) => !roots.some((root) => root.fingerprint === one.fingerprint),
  );
  let trials = 0;
  let lost = new Refusal('issuer-unknown', nameText(card.pki.issuer), 'an issuer below a pinned root');

  const signs = async (issuer: CertificateView, subject: CertificateView): Promise<boolean> => {
    if (!sameBytes(issuer.subject, subject.issuer)) return false;
    trials += 1;
    if (trials > MAX_TRIALS)
      throw new Refusal('path-too-long', `more than ${MAX_TRIALS} signatures to try`, 'one path');
    checkSigning(subject.pki.signatureAlgorithm, nameText(subject.pki.issuer));
    const { tbsView, signatureValue, signatureAlgorithm } = subject.pki;
    return isSigned(new Uint8Array(tbsView), signatureValue, issuer.pki.subjectPublicKeyInfo, signatureAlgorithm);
  };

  const extend = async (path: CertificateView[]): Promise<void> => {
    const last = path.at(-1)!;
    for (const root of roots) {
      if (await signs(root, last)) complete.push([...path, root]);
      else if (sameBytes(root.subject, last.issuer) && !isSelfIssued(last))
        lost = new Refusal('root-other-key', nameText(last.pki.issuer), `the key of ${root.fingerprint}`);
    }
    if (isSelfIssued(last) && path.length > 1 && lost.code === 'issuer-unknown')
      lost = new Refusal('root-not-pinned', `${nameText(last.pki.subject)} ${last.fingerprint}`, 'a pinned root');
    for (const authority of authorities) {
      if (path.includes(authority) || !(await signs(authority, last))) continue;
      if (path.length + 1 < MAX_PATH) await extend([...path, authority]);
      else lost = new Refusal('path-too-long', `more than ${MAX_PATH} certificates`, `at most ${MAX_PATH}`);
    }
  };

  await extend([card]);
  if (complete.length === 0) throw lost;
  return complete;
}

function checkPath(path: readonly CertificateView[], now: Date): void {
  if (path.length > MAX_PATH) throw new Refusal('path-too-long', `${path.length} certificates`, `at most ${MAX_PATH}`);
  for (const [depth, certificate] of path.entries()) {
    const name = nameText(certificate.pki.subject);
    checkKey(certificate.pki.subjectPublicKeyInfo, depth === 0 ? 'card' : name);
    checkValidity(certificate, now, depth === 0 ? 'card' : name);
    const unknown = certificate.criticalExtensions.find((oid) => !KNOWN_EXTENSIONS.has(oid));
    if (unknown) throw new Refusal('extension-unknown-critical', unknown, 'extensions that are known here');
    if (depth > 0) checkAuthority(certificate, path.slice(1, depth), name);
  }
}

function checkValidity({ notBefore, notAfter }: CertificateView, now: Date, whose: string): void {
  if (now < notBefore)
    throw new Refusal('certificate-not-yet-valid', `${whose}: from ${notBefore.toISOString()}`, now.toISOString());
  if (now > notAfter)
    throw new Refusal('certificate-expired', `${whose}: until ${notAfter.toISOString()}`, now.toISOString());
}

function checkAuthority(authority: CertificateView, below: readonly CertificateView[], name: string): void {
  if (!authority.isAuthority) throw new Refusal('authority-not-ca', name, 'basic constraints with CA');
  if (authority.keyUsage && !authority.keyUsage.certSign)
    throw new Refusal('authority-key-usage', name, 'key usage keyCertSign');
  // RFC 5280 4.2.1.9: self-issued certificates do not count.
  const length = below.filter((certificate) => !isSelfIssued(certificate)).length;
  if (authority.pathLength !== null && length > authority.pathLength)
    throw new Refusal('path-length-exceeded', `${length} authorities below ${name}`, `at most ${authority.pathLength}`);
}

function unique(certificates: readonly CertificateView[]): CertificateView[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprint, certificate])).values()];
}
