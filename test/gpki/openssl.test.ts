import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCardVerifier } from '@aipower/gpki';
import { signMessage, toBase64, toPem } from '@aipower/gpki/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, freshChallenge, openDesk, SITE, UBN, verdict } from './desk.ts';

// A second writer and a second reader: certificates, messages and lists made by OpenSSL are read by us, and ours by OpenSSL.
const here = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'gpki-openssl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
const bytesOf = (name: string) => new Uint8Array(readFileSync(file(name)));

function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

const CONFIG = `
[ ca ]
default_ca = desk
[ desk ]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
default_crl_days = 1
crlnumber = crlnumber
unique_subject = no
[ any ]
countryName = optional
organizationName = optional
organizationalUnitName = optional
serialNumber = optional
[ req ]
distinguished_name = none
string_mask = utf8only
[ none ]
[ root ]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
[ authority ]
basicConstraints = critical,CA:true,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
crlDistributionPoints = URI:http://crl.test.invalid/root.crl
[ card ]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
certificatePolicies = 2.16.886.101.0.3.3
crlDistributionPoints = URI:http://crl.test.invalid/cards.crl
subjectKeyIdentifier = hash
2.5.29.9 = ASN1:SEQUENCE:attributes
[ attributes ]
kind = SEQUENCE:kind
rank = SEQUENCE:rank
number = SEQUENCE:number
[ kind ]
type = OID:2.16.886.1.100.2.1
values = SET:kinds
[ kinds ]
one = OID:2.16.886.1.100.3.2.2.1.1
[ rank ]
type = OID:2.16.886.1.100.2.2
values = SET:ranks
[ ranks ]
one = PRINTABLESTRING:primary
[ number ]
type = OID:2.16.886.1.100.2.101
values = SET:numbers
[ numbers ]
one = PRINTABLESTRING:${UBN}
`;

function makeKey(name: string): void {
  openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', `${name}.key`);
}

function makeCertificate(name: string, subject: string, issuer: string | null): void {
  makeKey(name);
  const subj = ['-utf8', '-subj', subject, '-config', 'desk.cnf'];
  openssl('req', '-new', '-key', `${name}.key`, '-out', `${name}.csr`, ...subj);
  const signer = issuer
    ? ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial']
    : ['-signkey', `${name}.key`];
  const section = name === 'other' ? 'card' : name;
  const extensions = ['-extfile', 'desk.cnf', '-extensions', section, '-days', '30', '-sha256'];
  openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...signer, ...extensions);
}

function makeList(issuer: string, out: string, lines = ''): void {
  writeFileSync(file('index.txt'), lines);
  writeFileSync(file('crlnumber'), '01\n');
  const args = [
    '-config',
    'desk.cnf',
    '-gencrl',
    '-keyfile',
    `${issuer}.key`,
    '-cert',
    `${issuer}.pem`,
    '-out',
    'list.pem',
  ];
  openssl('ca', ...args);
  openssl('crl', '-in', 'list.pem', '-outform', 'DER', '-out', out);
}

const revokedLine = (serial: string, reason: string) =>
  `R\t301231000000Z\t260101000000Z,${reason}\t${serial}\tunknown\t/O=x\n`;

describe.skipIf(here.status !== 0)('with OpenSSL', () => {
  let serial: string;
  const now = new Date();

  beforeAll(() => {
    writeFileSync(file('desk.cnf'), CONFIG);
    makeCertificate('root', '/C=TW/O=TEST ONLY/OU=測試用根憑證管理中心', null);
    makeCertificate('authority', '/C=TW/O=TEST ONLY/OU=測試用工商憑證管理中心', 'root');
    makeCertificate('card', `/C=TW/O=測試用晨曦智慧股份有限公司/serialNumber=${UBN}`, 'authority');
    serial = openssl('x509', '-in', 'card.pem', '-noout', '-serial').trim().replace('serial=', '');
    makeList('root', 'root.crl');
    makeList('authority', 'cards.crl');
  });

  async function login(options: string[], list = 'cards.crl', binary = ['-binary']) {
    const challenge = await freshChallenge(now);
    writeFileSync(file('challenge.txt'), challenge.text);
    const signer = ['-signer', 'card.pem', '-inkey', 'card.key', '-certfile', 'authority.pem'];
    openssl(
      'cms',
      '-sign',
      ...binary,
      '-in',
      'challenge.txt',
      ...signer,
      '-outform',
      'DER',
      '-out',
      'message.der',
      ...options,
    );
    const verifier = await createCardVerifier({
      anchors: readFileSync(file('root.pem'), 'utf8'),
      crlHosts: ['crl.test.invalid'],
      fetchCrl: async (address) => bytesOf(address.endsWith('root.crl') ? 'root.crl' : list),
    });
    return verifier.verify({ ...SITE, challenge, signature: bytesOf('message.der'), now: new Date() });
  }

  it.each([
    ['attached', ['-nodetach']],
    ['detached', []],
    ['SHA-512', ['-nodetach', '-md', 'sha512']],
    ['BER with indefinite lengths', ['-nodetach', '-stream']],
    ['the signer named by key identifier', ['-nodetach', '-keyid']],
  ])('reads its messages: %s', async (_, options) => {
    expect(await login(options)).toMatchObject({
      outcome: 'accepted',
      card: { ubn: UBN, organisation: '測試用晨曦智慧股份有限公司', kind: 'company', rank: 'primary' },
    });
  });

  it.each([
    ['digest-not-allowed', ['-nodetach', '-md', 'sha1']],
    ['attributes-missing', ['-nodetach', '-noattr']],
    ['content-not-data', ['-nodetach', '-econtent_type', '1.2.3.4']],
    ['certificate-missing', ['-nodetach', '-nocerts']],
    ['algorithm-not-allowed', ['-nodetach', '-keyopt', 'rsa_padding_mode:pss']],
  ])('refuses its messages: %s', async (code, options) => {
    expect(verdict(await login(options))).toBe(code);
  });

  it('reads its lists: good, revoked, hold', async () => {
    const stranger = '1234567890ABCDEF';
    makeList('authority', 'other.crl', revokedLine(stranger, 'keyCompromise'));
    expect(verdict(await login(['-nodetach'], 'other.crl'))).toBe('accepted');
    makeList('authority', 'revoked.crl', revokedLine(stranger, 'superseded') + revokedLine(serial, 'keyCompromise'));
    expect(verdict(await login(['-nodetach'], 'revoked.crl'))).toBe('card-revoked');
    makeList('authority', 'hold.crl', revokedLine(serial, 'certificateHold'));
    expect(verdict(await login(['-nodetach'], 'hold.crl'))).toBe('card-suspended');
  });

  it('reads a list of thirty thousand, and finds the one', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) =>
      revokedLine((0x1000000000n + BigInt(at)).toString(16).toUpperCase(), 'superseded'),
    );
    makeList('authority', 'long.crl', lines.join(''));
    expect(verdict(await login(['-nodetach'], 'long.crl'))).toBe('accepted');
    makeList('authority', 'long.crl', [...lines, revokedLine(serial, 'certificateHold')].join(''));
    expect(verdict(await login(['-nodetach'], 'long.crl'))).toBe('card-suspended');
  });

  it('reads our messages, certificates and lists', async () => {
    const desk = await openDesk({ now, key: 'RSA-2048' });
    const card = await desk.pki.issueCard(COMPANY);
    desk.pki.revoke(card, 6);
    const certificates = [card.pki, desk.pki.authority.pki];
    for (const constructedContent of [false, true]) {
      const message = await signMessage({
        signers: [card],
        content: new TextEncoder().encode('challenge'),
        certificates,
        constructedContent,
      });
      writeFileSync(file('ours.der'), message);
      writeFileSync(file('ours.pem'), desk.pki.anchors);
      const verified = openssl(
        'cms',
        '-verify',
        '-inform',
        'DER',
        '-in',
        'ours.der',
        '-CAfile',
        'ours.pem',
        '-purpose',
        'any',
      );
      expect(verified).toBe('challenge');
    }
    writeFileSync(file('card.der'), card.der);
    const text = openssl(
      'x509',
      '-inform',
      'DER',
      '-in',
      'card.der',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus_space',
    );
    expect(text).toContain(COMPANY.organisation);
    expect(text).toContain('2.16.886.101.0.3.3');
    writeFileSync(file('ours.crl'), await desk.pki.crl());
    writeFileSync(file('ca.pem'), toPem(desk.pki.authority.der));
    const list = openssl('crl', '-inform', 'DER', '-in', 'ours.crl', '-noout', '-text', '-CAfile', 'ca.pem');
    expect(list).toContain('Certificate Hold');
    expect(toBase64(message64())).toBe(readFileSync(file('ours.der')).toString('base64'));
  });

  const message64 = () => bytesOf('ours.der');
});
