import { type CardAnswer, type CardPolicy, type CardResult, createCardVerifier, createChallenge } from '@aipower/gpki';
import {
  type CardRequest,
  createTestPki,
  type SignRequest,
  signMessage,
  type TestCertificate,
  type TestPki,
  type TestPkiOptions,
} from '@aipower/gpki/testing';

/** A login desk under test: one PKI, one verifier, one site. Every test changes one thing of a login that is accepted. */
export const NOW = new Date('2026-11-02T06:00:00Z');
export const SITE = { origin: 'https://desk.test', purpose: 'login', session: 'session-of-the-test' } as const;
export const UBN = '12345675';
export const COMPANY: CardRequest = { ubn: UBN, organisation: '測試用晨曦智慧股份有限公司' };

export interface Desk {
  readonly pki: TestPki;
  readonly card: TestCertificate;
  /** Signs a fresh challenge with the card (or as `sign` says), changes the answer, and asks for the verdict. */
  login(change?: LoginChange): Promise<CardResult>;
}

export interface LoginChange {
  readonly card?: TestCertificate;
  readonly sign?: Partial<SignRequest>;
  readonly message?: (message: Uint8Array<ArrayBuffer>) => Uint8Array | string;
  readonly answer?: Partial<CardAnswer>;
  readonly policy?: Partial<CardPolicy>;
}

export async function openDesk(options: Partial<TestPkiOptions> = {}): Promise<Desk> {
  const pki = await createTestPki({ now: NOW, ...options });
  const own = await pki.issueCard(COMPANY);
  return {
    pki,
    card: own,
    login: async ({ card = own, sign = {}, message = (bytes: Uint8Array) => bytes, answer = {}, policy = {} } = {}) => {
      const challenge = await freshChallenge();
      const signed = await signMessage({
        signers: [card],
        content: new TextEncoder().encode(challenge.text),
        certificates: [card.pki, pki.authority.pki],
        ...sign,
      });
      const verifier = await createCardVerifier({ ...policyOf(pki), ...policy });
      return verifier.verify({ ...SITE, challenge, signature: message(signed), now: NOW, ...answer });
    },
  };
}

export function policyOf(pki: TestPki): CardPolicy {
  return {
    anchors: pki.anchors,
    crlHosts: [pki.crlHost],
    fetchCrl: pki.fetchCrl,
  };
}

export function freshChallenge(now = NOW) {
  return createChallenge({ ...SITE, nonce: crypto.getRandomValues(new Uint8Array(32)), now });
}

/** The one word of a verdict: `accepted`, or the code of the refusal or of what could not be checked. */
export function verdict(result: CardResult): string {
  return result.outcome === 'accepted' ? 'accepted' : result.code;
}
