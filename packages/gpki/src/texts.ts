import type { CouldNotCheckCode, NextStep, RefusalCode } from './outcome.ts';
import type { Words } from './words.ts';

/** What happened and what to do, for each refusal. Short enough for a page; `found` and `expected` say the details. */
export const refusalTexts: Readonly<Record<RefusalCode, Words & { readonly nextStep: NextStep }>> = {
  'challenge-unknown': say(
    '這次登入已使用過或不存在。',
    'This login was already used or does not exist.',
    'sign-again',
  ),
  'challenge-expired': say('登入逾時。', 'The login took too long.', 'sign-again'),
  'challenge-other-session': say('簽章屬於另一次登入。', 'The signature belongs to another login.', 'sign-again'),
  'challenge-other-origin': say('簽章屬於另一個網站。', 'The signature belongs to another site.', 'sign-again'),
  'challenge-other-purpose': say('簽章用於另一項作業。', 'The signature is for another purpose.', 'sign-again'),
  'message-too-large': say('簽章資料過大。', 'The signed data is too large.', 'ask-operator'),
  'message-unreadable': say('無法讀取簽章資料。', 'The signed data cannot be read.', 'sign-again'),
  'message-not-signed-data': say('收到的不是簽章資料。', 'What arrived is not signed data.', 'ask-operator'),
  'signers-not-one': say('簽章者不是一位。', 'The data does not have exactly one signer.', 'ask-operator'),
  'content-not-data': say('簽章內容的類型不符。', 'The signed content has the wrong type.', 'ask-operator'),
  'content-not-challenge': say('簽署的內容不是本次登入。', 'What was signed is not this login.', 'sign-again'),
  'attributes-missing': say('簽章缺少必要屬性。', 'The signature lacks required attributes.', 'ask-operator'),
  'attributes-invalid': say('簽章的屬性不符規定。', 'The attributes of the signature are not allowed.', 'ask-operator'),
  'digest-not-allowed': say(
    '雜湊演算法過舊或不支援。',
    'The hash algorithm is too old or not supported.',
    'ask-operator',
  ),
  'algorithm-not-allowed': say(
    '簽章演算法過舊或不支援。',
    'The signature algorithm is too old or not supported.',
    'ask-operator',
  ),
  'key-not-allowed': say('金鑰長度不足或不支援。', 'The key is too short or not supported.', 'ask-issuer'),
  'certificate-missing': say('簽章未附簽章者的憑證。', 'The signature comes without its certificate.', 'ask-operator'),
  'certificate-unreadable': say('無法讀取憑證。', 'The certificate cannot be read.', 'ask-issuer'),
  'signature-wrong': say('簽章驗證不符。', 'The signature does not verify.', 'sign-again'),
  'issuer-unknown': say(
    '憑證的簽發者不在本站的信任範圍。',
    'The issuer of the certificate is not trusted here.',
    'use-company-card',
  ),
  'root-not-pinned': say(
    '憑證的根憑證不在本站的信任範圍。',
    'The root of the certificate is not trusted here.',
    'use-company-card',
  ),
  'root-other-key': say(
    '根憑證的名稱相同，但金鑰不同。',
    'The root has a trusted name but another key.',
    'ask-operator',
  ),
  'path-too-long': say('憑證鏈過長。', 'The certificate path is too long.', 'ask-operator'),
  'path-length-exceeded': say(
    '憑證鏈超過上層憑證的限制。',
    'The path is longer than its authority allows.',
    'ask-operator',
  ),
  'authority-not-ca': say(
    '簽發者的憑證不能簽發憑證。',
    'The issuer’s certificate is not an authority’s.',
    'ask-operator',
  ),
  'authority-key-usage': say(
    '簽發者的金鑰不能簽發憑證。',
    'The issuer’s key may not sign certificates.',
    'ask-operator',
  ),
  'certificate-not-yet-valid': say('憑證尚未生效。', 'The certificate is not valid yet.', 'ask-issuer'),
  'certificate-expired': say('憑證已逾期。', 'The certificate has expired.', 'ask-issuer'),
  'extension-unknown-critical': say(
    '憑證含本站不認得的必要欄位。',
    'A critical extension is not known here.',
    'ask-operator',
  ),
  'key-usage-not-signature': say(
    '這張憑證不能用於簽章。',
    'This certificate is not for signing.',
    'use-signing-certificate',
  ),
  'policy-not-allowed': say('憑證政策不符。', 'The certificate policy is not accepted.', 'use-company-card'),
  'card-revoked': say('憑證已廢止。', 'The certificate has been revoked.', 'ask-issuer'),
  'card-suspended': say('憑證已停用。', 'The certificate is suspended.', 'ask-issuer'),
  'authority-revoked': say(
    '簽發者的憑證已廢止或停用。',
    'The issuer’s certificate is revoked or suspended.',
    'ask-operator',
  ),
  'natural-person-card': say('這是自然人憑證。', 'This is a natural-person card (自然人憑證).', 'use-company-card'),
  'kind-missing': say(
    '憑證未載明持有者類別。',
    'The certificate does not say what kind of holder it has.',
    'use-company-card',
  ),
  'kind-not-allowed': say('這類憑證不能登入。', 'This kind of certificate cannot log in.', 'use-company-card'),
  'name-missing': say('憑證未載明名稱。', 'The certificate has no organisation name.', 'ask-issuer'),
  'ubn-missing': say('憑證未載明統一編號。', 'The certificate has no business number (統一編號).', 'use-company-card'),
  'ubn-invalid': say('憑證的統一編號不正確。', 'The business number in the certificate is not valid.', 'ask-issuer'),
  'ubn-differs': say(
    '憑證內的兩個統一編號不同。',
    'The certificate holds two different business numbers.',
    'ask-issuer',
  ),
};

const unchecked = (zh: string, en: string): Words => ({ zh, en });

/** Why the state of the certificate could not be learned. Says neither that it is good nor that it is not. */
export const couldNotCheckTexts: Readonly<Record<CouldNotCheckCode, Words>> = {
  'crl-address-missing': unchecked('憑證未載明廢止清冊的位址。', 'The certificate names no revocation list.'),
  'crl-host-not-allowed': unchecked('廢止清冊的主機不在允許名單。', 'The host of the revocation list is not allowed.'),
  'crl-not-fetched': unchecked('目前無法取得廢止清冊。', 'The revocation list could not be fetched.'),
  'crl-too-large': unchecked('廢止清冊過大，未讀取。', 'The revocation list is too large and was not read.'),
  'crl-unreadable': unchecked('無法讀取廢止清冊。', 'The revocation list cannot be read.'),
  'crl-other-issuer': unchecked('廢止清冊不是由憑證的簽發者發布。', 'The revocation list is from another issuer.'),
  'crl-signature-wrong': unchecked('廢止清冊的簽章不符。', 'The signature of the revocation list does not verify.'),
  'crl-not-yet-valid': unchecked('廢止清冊的時間在未來。', 'The revocation list is from the future.'),
  'crl-stale': unchecked('廢止清冊已過期。', 'The revocation list is out of date.'),
  'crl-without-next-update': unchecked(
    '廢止清冊未載明下次更新時間。',
    'The revocation list does not say when it ends.',
  ),
  'crl-other-partition': unchecked(
    '廢止清冊不含這張憑證的範圍。',
    'The revocation list does not cover this certificate.',
  ),
  'crl-incomplete': unchecked('廢止清冊不完整。', 'The revocation list is not complete.'),
  'crl-unknown-critical': unchecked(
    '廢止清冊含不認得的必要欄位。',
    'The revocation list has an unknown critical field.',
  ),
};

/** The one sentence that stands above every {@link couldNotCheckTexts}. */
export const couldNotCheckText: Words = {
  zh: '目前無法確認憑證狀態，未登入。這不表示憑證有問題。',
  en: 'The state of the certificate could not be checked, so you are not logged in. This does not mean anything is wrong with it.',
};

/** The next steps in words, in both languages. */
export const nextStepTexts: Readonly<Record<NextStep, Words>> = {
  'sign-again': { zh: '請重新登入。', en: 'Log in again.' },
  'use-company-card': { zh: '請改插工商憑證卡。', en: 'Insert a business certificate card (工商憑證).' },
  'use-signing-certificate': { zh: '請以卡片的簽章憑證登入。', en: 'Log in with the signing certificate of the card.' },
  'ask-issuer': { zh: '請洽工商憑證管理中心。', en: 'Contact the issuer of the card (MOEACA).' },
  'ask-operator': { zh: '請將代碼告知服務窗口。', en: 'Tell the service desk this code.' },
  'try-later': { zh: '請稍後再試。', en: 'Try again later.' },
};

function say(zh: string, en: string, nextStep: NextStep) {
  return { zh, en, nextStep };
}
