/** Names of firms in Taiwan as people write them: read out of a text, taken apart, and compared with a registered one. */
export {
  type CoreAgreement,
  coreAgreement,
  type FoundBy,
  formAgrees,
  foundBy,
  isSpecialAlone,
  type NameRole,
  type RegisteredName,
  saysAllOf,
  singlesOut,
  specialAgreement,
  specialReadings,
  withoutTradeForm,
} from './agreement.ts';
export { isCommonWord } from './common-words.ts';
export {
  compareFirmName,
  type FirmNames,
  type NameComparison,
  type NameReason,
  type NameVerdict,
} from './compare.ts';
export { countyNamed } from './county.ts';
export { type FirmEnding, firmEnding, withoutForm } from './firm-ending.ts';
export { coreKey, specialKeys, specialOf } from './name-keys.ts';
export { fullWords, type NameParts, nameParts } from './name-parts.ts';
export { noForm, type OrganisationForm, organisationForms } from './name-words.ts';
export { type NumberRead, readNumber } from './numbers.ts';
export { type Mention, type MentionRole, readText, spelledOut, type Tail, type TextRead } from './read-text.ts';
export type { Reading } from './reading.ts';
export { literalReading, readingsOf } from './readings.ts';
export { onlyGeneric, type SlipKind, slipOf } from './typo.ts';
