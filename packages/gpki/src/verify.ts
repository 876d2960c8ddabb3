import { readAnchors, readBase64 } from './anchors.ts';
import type { CertificateView } from './certificate.ts';
import { type Challenge, checkChallenge } from './challenge.ts';
import { type CrlPolicy, type FetchCrl, type RevocationState, revocationState } from './crl.ts';
import { MAX_MESSAGE_BYTES, verifyMessage } from './message.ts';
import { nameText } from './names.ts';
import { CouldNotCheck, type CouldNotCheckCode, type NextStep, Refusal, type RefusalCode } from './outcome.ts';
import { type Anchors, findPath } from './path.ts';
import { type Holder, readHolder, refuseNaturalPerson, type SubjectKind } from './subject.ts';
import { refusalTexts } from './texts.ts';
import { Unreadable } from './unreadable.ts';

/** Policy of business certificate cards in the government PKI (assurance level 3), as read in public code. */
export const GPKI_POLICY_LEVEL_3 = '2.16.886.101.0.3.3';

/** What a server accepts. Nothing here has a secret default: roots and hosts are always the caller's. */
export interface CardPolicy {
  /** PEM of the trusted roots, and of authorities that cards may leave out. */
  readonly anchors: string;
  /** Host names (with port, if any) that revocation lists may come from. */
  readonly crlHosts: readonly string[];
  /** How a revocation list is fetched; asked for hosts of `crlHosts` only. */
  readonly fetchCrl: FetchCrl;
  /** Certificate policies of which the card must have one. Default: {@link GPKI_POLICY_LEVEL_3}. */
  readonly policies?: readonly string[];
  /** Kinds of holders that may log in. Default: company, branch, firm. */
  readonly kinds?: readonly SubjectKind[];
  /** Longest revocation list that is read, in bytes. Default: 20 MB. */
  readonly maxCrlBytes?: number;
}

/** What a browser sends back for a challenge. */
export interface CardAnswer {
  /** CMS SignedData of the component (`signature`), Base64 or bytes. */
  readonly signature: string | Uint8Array;
  /** The challenge as the store gave it back; null or undefined when it has none, or gave it out before. */
  readonly challenge: Challenge | null | undefined;
  /** Id of the session that sent the answer. */
  readonly session: string;
  /** Origin of this site, `https://host`. */
  readonly origin: string;
  /** What the answer is taken for, such as `login`. */
  readonly purpose: string;
  /** When it came: decides expiry, validity and revocation. */
  readonly now: Date;
}

/** Whose card signed, as its certificate says. */
export interface AcceptedCard extends Holder {
  /** SHA-256 of the card's certificate, hex: for the log. A company has several cards, so it is no key. */
  readonly fingerprint: string;
  /** Distinguished name of the authority, as its certificate writes it. */
  readonly issuer: string;
  /** Serial number of the certificate, hex. */
  readonly serial: string;
  /** Moments in UTC, ISO 8601. */
  readonly validFrom: string;
  /** Last second of validity. */
  readonly validUntil: string;
  /** The trusted root of the chain; the fingerprint is SHA-256, hex. */
  readonly root: { readonly name: string; readonly fingerprint: string };
  /** The lists that said the card and its authorities are good. */
  readonly revocation: readonly { readonly certificate: string; readonly list: string; readonly until: string }[];
}

/** Accepted with the holder, refused with a code, or not checked with a code. */
export type CardResult =
  | { readonly outcome: 'accepted'; readonly card: AcceptedCard }
  | {
      readonly outcome: 'refused';
      /** Which rule the card or the signature fails. */
      readonly code: RefusalCode;
      /** What was found, for the log and the service desk. */
      readonly found: string;
      /** What should have been found. */
      readonly expected: string;
      /** What the person at the card can do. */
      readonly nextStep: NextStep;
    }
  | {
      readonly outcome: 'could-not-check';
      /** What could not be had. */
      readonly code: CouldNotCheckCode;
      /** What was found, for the log and the service desk. */
      readonly found: string;
      /** What should have been found. */
      readonly expected: string;
      /** What the person at the card can do. */
      readonly nextStep: NextStep;
    };

/** Verifies answers of cards against the roots it was made with. */
export interface CardVerifier {
  /** Never throws for a bad answer: refused, or could not check, with what was found and expected. */
  verify(answer: CardAnswer): Promise<CardResult>;
}

/**
 * Makes a verifier. Reads the anchors once, so that a wrong file stops the start and not a login.
 * @throws Error that lists what is wrong with the anchors; TypeError for an empty list of hosts, policies or kinds.
 */
export async function createCardVerifier(policy: CardPolicy): Promise<CardVerifier> {
  const settings: Settings = {
    anchors: await readAnchors(policy.anchors),
    policies: policy.policies ?? [GPKI_POLICY_LEVEL_3],
    kinds: policy.kinds ?? ['company', 'branch', 'firm'],
    crl: { fetch: policy.fetchCrl, hosts: policy.crlHosts, maxBytes: policy.maxCrlBytes ?? 20 * 1024 * 1024 },
  };
  for (const [name, list] of Object.entries({
    crlHosts: policy.crlHosts,
    policies: settings.policies,
    kinds: settings.kinds,
  }))
    if (list.length === 0) throw new TypeError(`${name} must not be empty: no card could ever log in`);
  return { verify: (answer) => verify(answer, settings) };
}

interface Settings {
  readonly anchors: Anchors;
  readonly policies: readonly string[];
  readonly kinds: readonly SubjectKind[];
  readonly crl: CrlPolicy;
}

async function verify(answer: CardAnswer, settings: Settings): Promise<CardResult> {
  try {
    return { outcome: 'accepted', card: await verifyInOrder(answer, settings) };
  } catch (error) {
    if (error instanceof CouldNotCheck)
      return { outcome: 'could-not-check', ...factsOf(error), code: error.code, nextStep: 'try-later' };
    const refusal = error instanceof Unreadable ? new Refusal('message-unreadable', error.message, 'CMS') : error;
    if (!(refusal instanceof Refusal)) throw error;
    return {
      outcome: 'refused',
      ...factsOf(refusal),
      code: refusal.code,
      nextStep: refusalTexts[refusal.code].nextStep,
    };
  }
}

/** The order matters: what costs nothing comes first, what asks the network last, and nobody's name is read unverified. */
async function verifyInOrder(answer: CardAnswer, settings: Settings): Promise<AcceptedCard> {
  const challenge = await checkChallenge(answer.challenge, answer);
  const message = await verifyMessage(messageBytes(answer.signature), new TextEncoder().encode(challenge.text));
  const card = message.signer;
  refuseNaturalPerson(card);
  const path = await findPath(card, message.others, settings.anchors, answer.now);
  checkKeyUsage(card);
  checkPolicy(card, settings.policies);
  const holder = readHolder(card, settings.kinds);
  const states = await checkRevocation(path, settings.crl, answer.now);
  const root = path.at(-1)!;
  return {
    ...holder,
    fingerprint: card.fingerprint,
    issuer: nameText(card.pki.issuer),
    serial: card.serial,
    validFrom: card.notBefore.toISOString(),
    validUntil: card.notAfter.toISOString(),
    root: { name: nameText(root.pki.subject), fingerprint: root.fingerprint },
    revocation: states.map(({ address, nextUpdate }, depth) => ({
      certificate: path[depth]!.fingerprint,
      list: address,
      until: nextUpdate.toISOString(),
    })),
  };
}

function messageBytes(signature: string | Uint8Array): Uint8Array {
  if (typeof signature !== 'string') return signature;
  // Base64 is a third longer than its bytes; the rest are line ends.
  if (signature.length > MAX_MESSAGE_BYTES * 1.5)
    throw new Refusal('message-too-large', `${signature.length} characters`, `at most ${MAX_MESSAGE_BYTES} bytes`);
  return readBase64(signature);
}

function checkKeyUsage(card: CertificateView): void {
  if (card.keyUsage?.digitalSignature !== true)
    throw new Refusal('key-usage-not-signature', card.keyUsage ? 'another use' : 'no key usage', 'digitalSignature');
  if (card.isAuthority) throw new Refusal('key-usage-not-signature', 'a certificate of an authority', 'a card');
}

function checkPolicy(card: CertificateView, policies: readonly string[]): void {
  if (!card.policies.some((policy) => policies.includes(policy)))
    throw new Refusal('policy-not-allowed', card.policies.join(', ') || 'no policy', policies.join(', '));
}

/** The card and every authority below the root: the root itself is pinned, and nobody revokes it but its owner. */
async function checkRevocation(
  path: readonly CertificateView[],
  crl: CrlPolicy,
  now: Date,
): Promise<RevocationState[]> {
  const states = await Promise.all(
    path.slice(0, -1).map((certificate, depth) => settled(revocationState(certificate, path[depth + 1]!, crl, now))),
  );
  // Revoked is an answer even when another list could not be had; only then does not knowing decide.
  for (const [depth, state] of states.entries()) {
    if (!('state' in state) || state.state === 'good') continue;
    const code = depth > 0 ? 'authority-revoked' : state.state === 'suspended' ? 'card-suspended' : 'card-revoked';
    throw new Refusal(code, `${state.state} since ${state.since?.toISOString()}`, 'not on the list');
  }
  return states.map((state) => {
    if ('state' in state) return state;
    throw state.error;
  });
}

async function settled(state: Promise<RevocationState>): Promise<RevocationState | { readonly error: unknown }> {
  try {
    return await state;
  } catch (error) {
    return { error };
  }
}

function factsOf({ found, expected }: Refusal | CouldNotCheck): { found: string; expected: string } {
  return { found, expected };
}
