/** A private test PKI and a fake card component. For tests and demonstrations: never trust a certificate made here. */
export {
  authority,
  crlAddress,
  directoryAttributes,
  type KeyUse,
  keyUsage,
  makeExtension,
  makeKeys,
  makeName,
  policies,
  type TestKey,
  type TestKeys,
  toBase64,
  toPem,
} from './build.ts';
export { type FakeAnswer, FakeCard } from './fake-card.ts';
export {
  type FakeComponent,
  type FakeReader,
  type FakeRequest,
  type FakeScenario,
  startFakeComponent,
} from './fake-component.ts';
export { type SignRequest, signMessage } from './sign.ts';
export {
  type CertificateRequest,
  type CrlRequest,
  issue,
  makeCrl,
  type RevokedEntry,
  type TestCertificate,
} from './test-authority.ts';
export { type CardRequest, createTestPki, type TestPki, type TestPkiOptions } from './test-pki.ts';
