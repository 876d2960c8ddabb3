import { couldNotCheckTexts, refusalTexts } from '@aipower/gpki';
import { createTestPki, type SignRequest, signMessage, type TestCertificate, toBase64 } from '@aipower/gpki/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { Applicant } from './applicant.ts';
import { type CardDesk, startCardDesk } from './card-desk.ts';

// What a card, its certificate or its message may be, at the site's own login; readers and PINs are in the browser's test.

let desk: CardDesk;
beforeAll(async () => {
  desk = await startCardDesk();
});
afterAll(() => desk?.stop());

const DAY = 86_400_000;
const COMPANY = { ubn: '00000254', organisation: '測試用晨曦智慧股份有限公司' };

/** A browser that has opened the login, and the challenge it was given. */
async function begin(): Promise<{ visitor: Applicant; challenge: { id: string; text: string } }> {
  const visitor = new Applicant(desk.site, COMPANY.ubn);
  await visitor.get('/apply/login');
  const answer = await visitor.post('/apply/login/challenge');
  return { visitor, challenge: (await answer.json()) as { id: string; text: string } };
}

async function sign(text: string, card: TestCertificate, change: Partial<SignRequest> = {}): Promise<string> {
  const content = new TextEncoder().encode(text);
  const certificates = [card.pki, desk.pki.authority.pki];
  return toBase64(await signMessage({ signers: [card], content, certificates, ...change }));
}

const isLoggedIn = async (visitor: Applicant) => (await visitor.get('/apply/company')).status === 200;

async function refused(visitor: Applicant, answer: Response, status: number, code: string): Promise<void> {
  const text = textOf(await answer.text());
  expect(`${answer.status} ${text.includes(code) ? code : text}`).toBe(`${status} ${code}`);
  const words: Record<string, { readonly zh: string }> = { ...refusalTexts, ...couldNotCheckTexts };
  expect(text).toContain(words[code]!.zh);
  expect(await isLoggedIn(visitor)).toBe(false);
}

interface Scenario {
  readonly name: string;
  readonly status: number;
  readonly code: string;
  readonly card?: () => Promise<TestCertificate>;
  readonly message?: (card: TestCertificate) => Partial<SignRequest> | Promise<Partial<SignRequest>>;
}

const issue = (more: object = {}) => desk.pki.issueCard({ ...COMPANY, ...more });
const scenarios: readonly Scenario[] = [
  {
    name: 'an expired card',
    status: 403,
    code: 'certificate-expired',
    card: () => issue({ from: new Date(NOW.getTime() - 9 * DAY), until: new Date(NOW.getTime() - DAY) }),
  },
  {
    name: 'a natural-person card',
    status: 403,
    code: 'natural-person-card',
    card: () => issue({ kind: 'natural-person' }),
  },
  {
    name: 'a card whose list is over',
    status: 503,
    code: 'crl-stale',
    card: () => issue({ crl: desk.lists.stale }),
  },
  {
    name: 'a card whose list cannot be had',
    status: 503,
    code: 'crl-not-fetched',
    card: () => issue({ crl: desk.lists.away }),
  },
  {
    name: 'a card under another root of the same name',
    status: 403,
    code: 'root-other-key',
    card: async () => {
      const other = await createTestPki({ now: NOW, crlHost: desk.pki.crlHost });
      const card = await other.issueCard(COMPANY);
      authorityOf.set(card, other.authority);
      return card;
    },
    message: (card) => ({ certificates: [card.pki, authorityOf.get(card)!.pki] }),
  },
  { name: 'SHA-1', status: 403, code: 'digest-not-allowed', message: () => ({ hash: 'SHA-1' }) },
  {
    name: 'no signed attributes',
    status: 403,
    code: 'attributes-missing',
    message: () => ({ signedAttributes: false }),
  },
  {
    name: 'two signers',
    status: 403,
    code: 'signers-not-one',
    message: async (card) => {
      const second = await issue();
      return { signers: [card, second], certificates: [card.pki, second.pki, desk.pki.authority.pki] };
    },
  },
  {
    name: 'another text than the challenge',
    status: 403,
    code: 'content-not-challenge',
    message: () => ({ content: new TextEncoder().encode('TBS') }),
  },
];
const authorityOf = new Map<TestCertificate, TestCertificate>();

test.each(scenarios)('$name is refused by name, and nobody is logged in', async ({ status, code, card, message }) => {
  const { visitor, challenge } = await begin();
  const certificate = await (card ?? issue)();
  const signature = await sign(challenge.text, certificate, await message?.(certificate));
  await refused(visitor, await visitor.post('/apply/login', { challenge: challenge.id, signature }), status, code);
});

// One list for both: it is fetched once and then kept.
test('a revoked card and a suspended one are told apart', async () => {
  const [revoked, suspended] = [await issue(), await issue()];
  desk.pki.revoke(revoked!);
  desk.pki.revoke(suspended!, 6);
  for (const [card, code] of [
    [revoked, 'card-revoked'],
    [suspended, 'card-suspended'],
  ] as const) {
    const { visitor, challenge } = await begin();
    const signature = await sign(challenge.text, card!);
    await refused(visitor, await visitor.post('/apply/login', { challenge: challenge.id, signature }), 403, code);
  }
});

test('a challenge is answered once, and by the browser that asked for it', async () => {
  const card = await issue();
  const { visitor, challenge } = await begin();
  const fields = { challenge: challenge.id, signature: await sign(challenge.text, card) };
  const { visitor: stranger } = await begin();
  await refused(stranger, await stranger.post('/apply/login', fields), 403, 'challenge-unknown');
  const answer = await visitor.post('/apply/login', fields);
  expect(`${answer.status} ${answer.headers.get('location')}`).toBe('303 /apply/company');
  expect(await isLoggedIn(visitor)).toBe(true);
  const { visitor: later } = await begin();
  await refused(later, await later.post('/apply/login', fields), 403, 'challenge-unknown');
});

test('a branch logs in, is told that its head office applies, and begins nothing', async () => {
  const { visitor, challenge } = await begin();
  const signature = await sign(challenge.text, await issue({ kind: 'branch' }));
  expect((await visitor.post('/apply/login', { challenge: challenge.id, signature })).status).toBe(303);
  expect(textOf(await (await visitor.get('/apply/company')).text())).toContain('總機構');
  const answer = await visitor.post('/apply/start', { category: 'training' });
  expect(answer.status).not.toBe(303);
  expect(textOf(await answer.text())).toContain('總機構');
});
