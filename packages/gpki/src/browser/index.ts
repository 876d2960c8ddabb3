export {
  asksForTrust,
  type CardIssuer,
  type ComponentError,
  type ComponentStep,
  compareVersions,
  componentVersions,
  type Platform,
  type VersionState,
  versionState,
} from '../component.ts';
export { type Answer, type BridgeFailure, bridgeFailures, bridgeTexts } from './failure.ts';
export { type AskOptions, COMPONENT_ORIGIN, LIMITS } from './popup.ts';
export {
  checkEnvironment,
  type Environment,
  listReaders,
  openTrustPage,
  type Reader,
  type Signed,
  signChallenge,
} from './requests.ts';
