/** Every reason to refuse a card login. Closed: texts exist for each, in `texts.ts`. */
export const refusalCodes = [
  // The challenge: what this server asked to have signed.
  'challenge-unknown',
  'challenge-expired',
  'challenge-other-session',
  'challenge-other-origin',
  'challenge-other-purpose',
  // The signed message (CMS).
  'message-too-large',
  'message-unreadable',
  'message-not-signed-data',
  'signers-not-one',
  'content-not-data',
  'content-not-challenge',
  'attributes-missing',
  'attributes-invalid',
  'digest-not-allowed',
  'algorithm-not-allowed',
  'key-not-allowed',
  'certificate-missing',
  'certificate-unreadable',
  'signature-wrong',
  // The certificate path.
  'issuer-unknown',
  'root-not-pinned',
  'root-other-key',
  'path-too-long',
  'path-length-exceeded',
  'authority-not-ca',
  'authority-key-usage',
  'certificate-not-yet-valid',
  'certificate-expired',
  'extension-unknown-critical',
  // What the certificate may be used for, and whether it still may.
  'key-usage-not-signature',
  'policy-not-allowed',
  'card-revoked',
  'card-suspended',
  'authority-revoked',
  // Whose card it is.
  'natural-person-card',
  'kind-missing',
  'kind-not-allowed',
  'name-missing',
  'ubn-missing',
  'ubn-invalid',
  'ubn-differs',
] as const;
/** Why a signature is refused: the answer is no. */
export type RefusalCode = (typeof refusalCodes)[number];

/** Every reason why the state of a certificate could not be learned. Neither yes nor no: no login, and no blame. */
export const couldNotCheckCodes = [
  'crl-address-missing',
  'crl-host-not-allowed',
  'crl-not-fetched',
  'crl-too-large',
  'crl-unreadable',
  'crl-other-issuer',
  'crl-signature-wrong',
  'crl-not-yet-valid',
  'crl-stale',
  'crl-without-next-update',
  'crl-other-partition',
  'crl-incomplete',
  'crl-unknown-critical',
] as const;
/** Why a signature could not be checked: the answer is neither yes nor no. */
export type CouldNotCheckCode = (typeof couldNotCheckCodes)[number];

/** What the person at the card reader can do about it. */
export const nextSteps = [
  'sign-again',
  'use-company-card',
  'use-signing-certificate',
  'ask-issuer',
  'ask-operator',
  'try-later',
] as const;
/** What the person can do next. */
export type NextStep = (typeof nextSteps)[number];

/** Thrown by the guards inside this package, turned into a value by {@link verifyCardSignature}: never seen outside. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly found: string;
  readonly expected: string;

  constructor(code: RefusalCode, found: string, expected: string) {
    super(`${code}: found ${found}, expected ${expected}`);
    this.code = code;
    this.found = found;
    this.expected = expected;
  }
}

/** As {@link Refusal}, for what could not be learned. */
export class CouldNotCheck extends Error {
  readonly code: CouldNotCheckCode;
  readonly found: string;
  readonly expected: string;

  constructor(code: CouldNotCheckCode, found: string, expected: string) {
    super(`${code}: found ${found}, expected ${expected}`);
    this.code = code;
    this.found = found;
    this.expected = expected;
  }
}
