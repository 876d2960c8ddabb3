import type { Relation } from '../holder.ts';
import type { DayVerdict, VerdictCaution, VerdictCode, VerdictReason } from '../verdict.ts';
import type { Language } from './words.ts';

type Pair = readonly [zh: string, en: string];

const verdicts: Readonly<Record<VerdictCode, Pair>> = {
  valid: ['有效', 'valid'],
  'not-yet-valid': ['尚未生效', 'not yet valid'],
  expired: ['已屆期', 'expired'],
  suspended: ['暫停中', 'suspended'],
  revoked: ['已廢止', 'revoked'],
  'not-found': ['查無', 'not found'],
  'holder-mismatch': ['持有者不符', 'held by somebody else'],
  'not-claimed': ['未主張', 'not claimed'],
  unverifiable: ['無法驗證', 'cannot be verified'],
};

const reasons: Readonly<Record<VerdictReason, Pair>> = {
  'within-period': ['在有效期間內', 'the day lies within its period'],
  'before-first-day': ['早於登錄日期', 'the day is before its first day'],
  'after-last-day': ['晚於有效日期', 'the day is after its last day'],
  'between-terms': ['介於兩次登錄之間', 'the day lies between two terms'],
  'listed-as-expired': ['名單列為屆期失效', 'the list has it among the expired'],
  'suspended-since': ['已暫停', 'it was suspended'],
  'revoked-since': ['已廢止', 'it was revoked'],
  'gone-from-list': ['已不在名單內', 'it is no longer in the list'],
  'suspension-day-unknown': ['暫停日不明', 'the day of its suspension is not known'],
  'revocation-day-unknown': ['廢止日不明', 'the day of its revocation is not known'],
  'reinstatement-day-unknown': ['恢復日不明', 'the day of its reinstatement is not known'],
  'expiry-day-unknown': ['失效日不明', 'the day of its expiry is not known'],
  'gone-day-unknown': ['移出名單之日不明', 'the day it left the list is not known'],
  'holder-unrelated': ['證書屬於另一家業者', 'the certificate belongs to another company'],
  'holder-is-kin': [
    '證書屬於相關業者，非主張者本身',
    'the certificate belongs to a related company, not to the claimant',
  ],
  'claimant-unknown': ['主張者統一編號有誤', 'the claimant’s 統一編號 is malformed'],
  'holder-name-unsure': [
    '主張者名稱與持有者相近，是否同一業者請人工核對',
    'the claimant’s name is near the holder’s; a person must say whether they are one company',
  ],
  'field-says-none': ['欄位填無', 'the field says none'],
  'field-blank': ['欄位空白', 'the field is blank'],
  'nothing-to-check-by': ['缺統一編號與名稱', 'neither 統一編號 nor name was given'],
  'number-not-in-list': ['名單內無此編號', 'the list has no such number'],
  'holder-not-in-list': ['名單內無此業者', 'the list has no such holder'],
  'list-not-loaded': ['尚未載入此名單', 'the list is not loaded'],
  'list-incomplete': ['名單不完整', 'the list is not complete'],
  'list-stale': ['名單已過舊', 'the list is too old'],
};

const relations: Readonly<Record<Relation, Pair>> = {
  same: ['相同', 'the same'],
  'former-name': ['相同（以曾用名主張）', 'the same, under a former name'],
  'branch-of': ['主張者為持有者之分公司', 'the claimant is a branch of the holder'],
  'head-office-of': ['主張者為持有者之總公司', 'the claimant is the head office of the holder'],
  'successor-of': ['主張者承受自持有者', 'the claimant succeeded the holder'],
  'predecessor-of': ['主張者為持有者之前身', 'the claimant preceded the holder'],
  unrelated: ['無關', 'unrelated'],
  unknown: ['未知', 'not known'],
};

const cautions: Readonly<Record<VerdictCaution, Pair>> = {
  'ubn-contradicts-name': ['名稱同持有者，統一編號不同', 'the name is the holder’s, the 統一編號 is not'],
  'name-differs': ['統一編號同持有者，名稱不同', 'the 統一編號 is the holder’s, the name is none of its known ones'],
  'name-abbreviated': [
    '名稱未寫組織種類，視為持有者',
    'the name leaves out the form of organisation and counts as the holder’s',
  ],
  'name-misspelt': ['名稱有一字之差，視為持有者', 'the name has one slip in it and counts as the holder’s'],
  'name-unsure': ['名稱與持有者相近而不相同', 'the name is near the holder’s and not the same'],
  'names-a-branch': ['名稱為持有者之分支機構', 'the name is that of a branch of the holder'],
  'claimant-ubn-invalid': ['主張者統一編號格式有誤', 'the claimant’s 統一編號 is malformed'],
  'claimant-ubn-checksum': ['主張者統一編號檢查碼不符', 'the check digit of the claimant’s 統一編號 does not fit'],
  'extension-mark-differs': ['編號相同，展延註記不同', 'the number is the same, the mark 展延 differs'],
  'several-certificates': [
    '不只一筆符合，取最有利者',
    'more than one certificate fits; the most favourable one answers',
  ],
  'another-certificate-today': ['今日依另一筆證書判定', 'another of the certificates answers for today'],
  'near-numbers-not-all-searched': [
    '未尋找差兩字的相近編號',
    'numbers two edits away were not looked for; ask for this one alone',
  ],
  'number-shape-unusual': ['編號樣式與已知者不同', 'the number does not look like those seen'],
  'list-stale': ['名單已過舊，之後之變更不明', 'the list is too old; what changed since is not known'],
  'day-after-list': ['判斷日晚於名單日期', 'the day is after the list; what changed since is not known'],
};

const pick = (pair: Pair, language: Language) => (language === 'en' ? pair[1] : pair[0]);

/** One sentence for a verdict on a day. */
export function sayVerdict(one: DayVerdict, language: Language): string {
  const since = one.since === null ? '' : ` ${one.since}`;
  const [verdict, reason] = [pick(verdicts[one.verdict], language), pick(reasons[one.reason], language)];
  return language === 'en'
    ? `${one.day}: ${verdict} (${reason}${since})`
    : `${one.day}：${verdict}（${reason}${since}）`;
}

export function sayRelation(relation: Relation, language: Language): string {
  return pick(relations[relation], language);
}

export function sayCaution(caution: VerdictCaution, language: Language): string {
  return pick(cautions[caution], language);
}
