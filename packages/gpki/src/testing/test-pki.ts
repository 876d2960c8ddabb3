import type { Extension } from 'pkijs';
import { subjectKinds } from '../generated/subject-kinds.ts';
import type { SubjectKind } from '../subject.ts';
import { GPKI_POLICY_LEVEL_3 } from '../verify.ts';
import {
  authority,
  crlAddress,
  directoryAttributes,
  type KeyUse,
  keyUsage,
  makeName,
  policies,
  type TestKey,
  toPem,
} from './build.ts';
import { type CrlRequest, issue, makeCrl, type RevokedEntry, type TestCertificate } from './test-authority.ts';

/** Every name in this PKI says so: nobody may take its certificates for real ones. */
const TEST_ONLY = 'TEST ONLY 測試專用';
const DAY = 86_400_000;

/** Whose test card is issued. */
export interface CardRequest {
  /** 統一編號 of the holder; any text, so that wrong ones can be issued. */
  readonly ubn: string;
  /** Name of the holder, Chinese or English. */
  readonly organisation: string;
  /** Default: a company. */
  readonly kind?: SubjectKind;
  /** First card of the company (正卡) or a further one; default: the first. */
  readonly rank?: 'primary' | 'secondary';
  /** Default: that of the authority. */
  readonly key?: TestKey;
  /** First moment of validity; default: one year before `now`. */
  readonly from?: Date;
  /** Last moment of validity; default: two years after `now`. */
  readonly until?: Date;
  /** Default: `digitalSignature`. */
  readonly keyUse?: readonly KeyUse[];
  /** Object identifiers; default: that of assurance level 3. */
  readonly policies?: readonly string[];
  /** serialNumber in the subject; default: the UBN. null: none. */
  readonly subjectSerial?: string | null;
  /** Instead of the three attributes that kind, rank and UBN give. */
  readonly attributes?: readonly (readonly [type: string, text: string])[];
  /** Beside those that every card has. */
  readonly extraExtensions?: readonly Extension[];
  /** null: the card names no list. */
  readonly crl?: string | null;
}

/** A certificate authority for tests, with its anchors, lists and cards. */
export interface TestPki {
  /** Signs itself and the authority. */
  readonly root: TestCertificate;
  /** Issues the cards. */
  readonly authority: TestCertificate;
  /** PEM of the root: what a server under test pins. */
  readonly anchors: string;
  /** Addresses of the two lists, and the host to allow. They need not exist: {@link fetchCrl} answers for them. */
  readonly cardCrl: string;
  /** Address of the list on which the authority would stand. */
  readonly authorityCrl: string;
  /** Host of both addresses. */
  readonly crlHost: string;
  /** A card of the authority. */
  issueCard(request: CardRequest): Promise<TestCertificate>;
  /** Puts a card on the list from now on. 6: 停用 (hold). */
  revoke(card: TestCertificate, reason?: number): void;
  /** The list of revoked cards at this moment, DER; the request says in what it differs from a good one. */
  crl(request?: Partial<CrlRequest>): Promise<Uint8Array<ArrayBuffer>>;
  /** Answers for both addresses with lists made at that moment. */
  readonly fetchCrl: (address: string) => Promise<Uint8Array>;
}

/** The time a test authority is made at, and the clock it goes on by. */
export interface TestPkiOptions {
  /** Middle of the validity of everything. */
  readonly now: Date;
  /** Moment that lists are made for. Default: `now`, for ever. */
  readonly clock?: () => Date;
  /** Key of root and authority. Default: P-256. */
  readonly key?: TestKey;
  /** Host of the addresses of the lists; nothing listens there. */
  readonly crlHost?: string;
}

/**
 * Makes a private PKI shaped like the government one: root → authority → cards, UTF-8 names, subject directory attributes,
 * two revocation lists. Made anew each time; no key of it is ever written to a file.
 */
export async function createTestPki(options: TestPkiOptions): Promise<TestPki> {
  const { now, key = 'P-256', crlHost = 'crl.test.invalid' } = options;
  const clock = options.clock ?? (() => now);
  const cardCrl = `http://${crlHost}/cards.crl`;
  const authorityCrl = `http://${crlHost}/authorities.crl`;
  const years = (count: number) => new Date(now.getTime() + count * 365 * DAY);
  const name = (unit: string) =>
    makeName([
      ['2.5.4.6', 'TW'],
      ['2.5.4.10', TEST_ONLY],
      ['2.5.4.11', unit],
    ]);

  const root = await issue({
    subject: name('測試用根憑證管理中心'),
    extensions: [authority(), keyUsage(['certSign', 'crlSign'])],
    from: years(-10),
    until: years(10),
    key,
  });
  const cards = await issue({
    subject: name('測試用工商憑證管理中心'),
    issuer: root,
    extensions: [
      authority(0),
      keyUsage(['certSign', 'crlSign']),
      crlAddress(authorityCrl),
      policies([GPKI_POLICY_LEVEL_3]),
    ],
    from: years(-5),
    until: years(5),
    key,
  });

  const revoked: RevokedEntry[] = [];
  const crl = (request: Partial<CrlRequest> = {}) =>
    makeCrl({
      issuer: cards,
      thisUpdate: new Date(clock().getTime() - DAY / 2),
      nextUpdate: new Date(clock().getTime() + DAY / 2),
      revoked,
      ...request,
    });
  return {
    root,
    authority: cards,
    anchors: toPem(root.der),
    cardCrl,
    authorityCrl,
    crlHost,
    issueCard: (request) =>
      issue({
        subject: makeName(cardSubject(request)),
        issuer: cards,
        extensions: cardExtensions(request, cardCrl),
        from: request.from ?? years(-1),
        until: request.until ?? years(2),
        key: request.key ?? key,
      }),
    revoke: (certificate, reason) => {
      revoked.push({ certificate, on: new Date(clock().getTime() - DAY), ...(reason === undefined ? {} : { reason }) });
    },
    crl,
    fetchCrl: async (address) => {
      if (address === cardCrl) return crl();
      if (address === authorityCrl) return crl({ issuer: root, revoked: [] });
      throw new Error(`no test list at ${address}`);
    },
  };
}

function cardSubject({ organisation, ubn, subjectSerial }: CardRequest): [string, string][] {
  const serial = subjectSerial === undefined ? ubn : subjectSerial;
  return [
    ['2.5.4.6', 'TW'],
    ['2.5.4.10', organisation],
    ...(serial === null ? [] : [['2.5.4.5', serial] as [string, string]]),
  ];
}

function cardExtensions(request: CardRequest, cardCrl: string): Extension[] {
  const { kind = 'company', rank = 'primary', ubn, crl = cardCrl } = request;
  const attributes = request.attributes ?? [
    ['2.16.886.1.100.2.1', subjectKinds.find(({ id }) => id === kind)!.oid],
    ['2.16.886.1.100.2.2', rank],
    ['2.16.886.1.100.2.101', ubn],
  ];
  return [
    keyUsage(request.keyUse ?? ['digitalSignature']),
    policies(request.policies ?? [GPKI_POLICY_LEVEL_3]),
    ...(attributes.length > 0 ? [directoryAttributes(attributes)] : []),
    ...(crl === null ? [] : [crlAddress(crl)]),
    ...(request.extraExtensions ?? []),
  ];
}
