import { type RefusalCode, subjectKinds } from '@aipower/gpki';
import { type CardRequest, issue, keyUsage, makeName, policies } from '@aipower/gpki/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, type Desk, NOW, openDesk, UBN, verdict } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const KIND = '2.16.886.1.100.2.1';
const RANK = '2.16.886.1.100.2.2';
const NUMBER = '2.16.886.1.100.2.101';
const COMPANY_KIND = '2.16.886.1.100.3.2.2.1.1';

async function loginAs(change: Partial<CardRequest>) {
  return desk.login({ card: await desk.pki.issueCard({ ...COMPANY, ...change }) });
}

describe('the holder', () => {
  it('is read from the card', async () => {
    const result = await loginAs({});
    expect(result).toMatchObject({
      outcome: 'accepted',
      card: { ubn: UBN, organisation: COMPANY.organisation, kind: 'company', rank: 'primary' },
    });
    expect(result.outcome === 'accepted' && result.card.revocation).toHaveLength(2);
  });

  it.each(['company', 'branch', 'firm'] as const)('may be a %s, and the kind is said', async (kind) => {
    expect(await loginAs({ kind })).toMatchObject({ outcome: 'accepted', card: { kind } });
  });

  it.each(['agency', 'agency-unit', 'server'] as const)('may not be a %s', async (kind) => {
    expect(await loginAs({ kind })).toMatchObject({ code: 'kind-not-allowed', found: kind });
  });

  it('is refused by name with a natural-person card, and nobody else is named', async () => {
    const result = await loginAs({ kind: 'natural-person', organisation: '王小明' });
    expect(result).toMatchObject({ code: 'natural-person-card', found: '自然人憑證', expected: '工商憑證' });
    expect(JSON.stringify(result)).not.toContain('王小明');
  });

  it('is refused by name with a natural-person card of an issuer that is not trusted', async () => {
    const unit = makeName([
      ['2.5.4.6', 'TW'],
      ['2.5.4.10', 'TEST ONLY'],
      ['2.5.4.11', '內政部憑證管理中心'],
    ]);
    const dates = { from: new Date(NOW.getTime() - 1000), until: new Date(NOW.getTime() + 1000) };
    const issuer = await issue({ subject: unit, extensions: [], ...dates });
    const card = await issue({ subject: makeName([['2.5.4.3', '王小明']]), issuer, extensions: [], ...dates });
    expect(verdict(await desk.login({ card, sign: { certificates: [card.pki] } }))).toBe('natural-person-card');
  });

  it('of a kind that is not listed is refused with its number', async () => {
    const attributes = [
      [KIND, '2.16.886.1.100.3.2.99'],
      [NUMBER, UBN],
    ] as const;
    expect(await loginAs({ attributes })).toMatchObject({ code: 'kind-not-allowed', found: '2.16.886.1.100.3.2.99' });
  });

  it.each(['primary', 'secondary'] as const)('has a %s card', async (rank) => {
    expect(await loginAs({ rank })).toMatchObject({ outcome: 'accepted', card: { rank } });
  });

  it('with a rank that is not said stays unknown', async () => {
    const attributes = [
      [KIND, COMPANY_KIND],
      [NUMBER, UBN],
    ] as const;
    expect(await loginAs({ attributes })).toMatchObject({ outcome: 'accepted', card: { rank: 'unknown' } });
  });

  it.each<[RefusalCode | 'accepted', Partial<CardRequest>]>([
    ['kind-missing', { attributes: [] }],
    ['kind-missing', { attributes: [[NUMBER, UBN]] }],
    [
      'ubn-missing',
      {
        attributes: [
          [KIND, COMPANY_KIND],
          [RANK, 'primary'],
        ],
      },
    ],
    ['ubn-invalid', { ubn: '1234567' }],
    ['ubn-invalid', { ubn: '12345674' }],
    ['ubn-invalid', { ubn: '00000000' }],
    [
      'ubn-invalid',
      {
        ubn: '１２３４５６７５',
        attributes: [
          [KIND, COMPANY_KIND],
          [NUMBER, '12345675 '],
        ],
      },
    ],
    ['ubn-differs', { subjectSerial: '04595257' }],
    ['ubn-differs', { subjectSerial: `9${UBN}` }],
    ['accepted', { subjectSerial: null }],
    ['name-missing', { organisation: '' }],
    ['key-usage-not-signature', { keyUse: ['keyEncipherment'] }],
    ['accepted', { keyUse: ['digitalSignature', 'keyEncipherment'] }],
    ['policy-not-allowed', { policies: ['2.16.886.101.0.3.1'] }],
    ['accepted', { policies: ['1.2.3', '2.16.886.101.0.3.3'] }],
  ])('%s', async (expected, change) => {
    expect(verdict(await loginAs(change))).toBe(expected);
  });

  it('attribute that stands twice makes the certificate unreadable', async () => {
    const attributes = [
      [KIND, COMPANY_KIND],
      [NUMBER, UBN],
      [NUMBER, UBN],
    ] as const;
    expect(verdict(await loginAs({ attributes }))).toBe('certificate-unreadable');
  });

  it('without key usage at all may not sign', async () => {
    const card = await issue({
      subject: makeName([['2.5.4.10', 'TEST ONLY']]),
      issuer: desk.pki.authority,
      extensions: [policies(['2.16.886.101.0.3.3'])],
      from: new Date(NOW.getTime() - 1000),
      until: new Date(NOW.getTime() + 1000),
    });
    expect(verdict(await desk.login({ card }))).toBe('key-usage-not-signature');
    expect(keyUsage(['certSign']).critical).toBe(true);
  });

  it('policies and kinds are the caller’s to narrow or widen', async () => {
    const branch = await desk.pki.issueCard({ ...COMPANY, kind: 'branch' });
    expect(verdict(await desk.login({ card: branch, policy: { kinds: ['company'] } }))).toBe('kind-not-allowed');
    const agency = await desk.pki.issueCard({ ...COMPANY, kind: 'agency', policies: ['1.2.3'] });
    const policy = { kinds: ['agency'], policies: ['1.2.3'] } as const;
    expect(verdict(await desk.login({ card: agency, policy }))).toBe('accepted');
  });
});

describe('kinds of holders', () => {
  it('have one OID each', () => {
    expect(new Set(subjectKinds.map(({ oid }) => oid)).size).toBe(subjectKinds.length);
    expect(new Set(subjectKinds.map(({ id }) => id)).size).toBe(subjectKinds.length);
  });
});
