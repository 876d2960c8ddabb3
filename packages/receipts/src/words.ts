import type { CannotVerifyCode, InvalidCode } from './verify-receipt.ts';

/** A sentence in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** Why a receipt is not valid, or could not be verified, in one sentence each. */
export const verificationWords: Readonly<Record<InvalidCode | CannotVerifyCode, Bilingual>> = {
  'not-a-receipt': {
    zh: '這段文字不是查驗回條，請確認複製完整。',
    en: 'This text is not a receipt. Check that it was copied whole.',
  },
  'unknown-type': {
    zh: '這是其他種類的簽章，不是本站回條。',
    en: 'This is a signature of another kind, not a receipt.',
  },
  'unknown-algorithm': {
    zh: '簽章方式不是 Ed25519，不予採認。',
    en: 'The signature is not Ed25519, so it is not accepted.',
  },
  'unknown-header': {
    zh: '簽章標頭有未定義的內容，不予採認。',
    en: 'The header holds unknown fields, so it is not accepted.',
  },
  'bad-signature': {
    zh: '內容與簽章不符，內容可能曾經變更。',
    en: 'The content does not fit its signature. It may have been changed.',
  },
  'not-canonical': {
    zh: '內容的寫法不是標準格式，不予採認。',
    en: 'The content is not in canonical form, so it is not accepted.',
  },
  'unknown-content': {
    zh: '回條欄位與定義不符，不予採認。',
    en: 'The fields of the receipt are not as defined, so it is not accepted.',
  },
  'key-not-yet-valid': {
    zh: '回條時間早於簽章金鑰的啟用時間。',
    en: 'The receipt is dated before its key came into use.',
  },
  'key-expired': { zh: '回條時間晚於簽章金鑰的停用時間。', en: 'The receipt is dated after its key was retired.' },
  'key-revoked': { zh: '簽章金鑰在回條時間之前已廢止。', en: 'The key was revoked before the time of the receipt.' },
  'no-keys': {
    zh: '沒有公開金鑰，無法查驗。請提供 jwks.json。',
    en: 'There are no public keys to verify with. Give the site’s jwks.json.',
  },
  'bad-key-set': {
    zh: '公開金鑰檔讀不出來，無法查驗。請重新下載 jwks.json。',
    en: 'The key set cannot be read. Download jwks.json again.',
  },
  'unknown-key': {
    zh: '公開金鑰檔沒有這把金鑰，無法查驗。請下載最新的 jwks.json。',
    en: 'The key set does not hold this key. Download the latest jwks.json.',
  },
};
