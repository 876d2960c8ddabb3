import type { Relation } from '../holder.ts';
import type { DayVerdict, VerdictCaution, VerdictCode, VerdictReason } from '../verdict.ts';
import type { Language } from './words.ts';

type Pair = readonly [zh: string, en: string];

const verdicts: Readonly<Record<VerdictCode, Pair>> = {
  valid: ['有效', 'valid'],
  'not-yet-valid': ['尚未生效', 'not yet valid'],
  expired: ['屆期失效', 'expired'],
  suspended: ['暫停', 'suspended'],
  revoked: ['廢止', 'revoked'],
  'not-found': ['查無', 'not on the list'],
  'holder-mismatch': ['登錄於其他業者', 'registered to another company'],
  'holder-unchecked': ['編號有效（未核對申請者）', 'number valid, applicant not checked'],
  'needs-a-person': ['待人工核對', 'needs manual check'],
  'not-claimed': ['未填報', 'not claimed'],
  unverifiable: ['無法查驗', 'cannot be verified'],
};

const reasons: Readonly<Record<VerdictReason, Pair>> = {
  'within-period': ['在有效期間內', 'the date is within its period of validity'],
  'before-first-day': ['早於登錄日期', 'the date is before its first day'],
  'after-last-day': ['晚於有效日期', 'the date is after its last day'],
  'between-terms': ['介於兩次登錄之間', 'the date is between two periods of validity'],
  'listed-as-expired': ['名單列為屆期失效', 'the list says it has expired'],
  'suspended-since': ['已暫停', 'it was suspended'],
  'revoked-since': ['已廢止', 'it was revoked'],
  'listed-as-revoked': ['名單列為廢止，未載廢止日期', 'the list says it is revoked, without a date'],
  'first-day-unknown': ['名單只載廢止日，登錄日期不明', 'the list gives only the revocation date'],
  'gone-from-list': ['未再列名', 'it is no longer listed'],
  'suspension-day-unknown': ['暫停日不明', 'the suspension date is not known'],
  'revocation-day-unknown': ['廢止日不明', 'the revocation date is not known'],
  'reinstatement-day-unknown': ['恢復日不明', 'the reinstatement date is not known'],
  'expiry-day-unknown': ['失效日不明', 'the expiry date is not known'],
  'gone-day-unknown': ['移出名單之日不明', 'the date it left the list is not known'],
  'holder-unrelated': [
    '登錄名單未載登錄業者與申請者的關係',
    'the list shows no link between the registered company and the applicant',
  ],
  'holder-related': [
    '登錄業者為申請者的關係業者，是否採計由主辦單位認定',
    'it is registered to a related company; the lead agency decides whether it counts',
  ],
  'claimant-unknown': ['申請者統一編號無法核對', 'the applicant’s UBN cannot be compared'],
  'claimant-not-given': [
    '未提供申請者的統一編號或名稱，未核對是否為申請者所有',
    'no applicant was entered, so ownership was not checked',
  ],
  'not-yet-granted': ['填報尚未取得登錄', 'the field says it is not registered yet'],
  'several-numbers': ['欄位有兩個以上的編號', 'the field has two or more numbers'],
  'number-elsewhere': ['編號不在此欄位', 'the number is not in this field'],
  'number-not-given': ['填報已登錄，未填編號', 'the field claims a registration without its number'],
  'number-rounded': ['編號已由試算表改為科學記號', 'a spreadsheet has rounded the number'],
  'number-unreadable': ['無法讀出單一編號', 'it cannot be read as one number'],
  'list-without-numbers': ['名單未載該業者的編號', 'the list has no number for this company'],
  'holder-name-unsure': [
    '申請者名稱與登錄業者相近，是否同一業者待人工核對',
    'the applicant’s name is close to the registered company’s; needs a manual check',
  ],
  'field-says-none': ['欄位填無', 'the field says none'],
  'field-blank': ['欄位空白', 'the field is blank'],
  'nothing-to-check-by': ['缺統一編號與名稱', 'neither 統一編號 nor name was given'],
  'number-not-in-list': ['名單內無此編號', 'the list has no such number'],
  'holder-not-in-list': ['名單內無此業者', 'the company is not on the list'],
  'list-not-loaded': ['尚未載入此名單', 'the list is not loaded'],
  'list-incomplete': ['名單不完整', 'the list is not complete'],
  'list-stale': ['名單久未更新', 'the list is too old'],
};

const relations: Readonly<Record<Relation, Pair>> = {
  same: ['相同', 'the same'],
  'former-name': ['相同（以曾用名稱填報）', 'the same, under a former name'],
  'branch-of': ['申請者為登錄業者之分公司', 'the applicant is a branch of the registered company'],
  'head-office-of': ['申請者為登錄業者之總機構', 'the applicant is the head office of the registered company'],
  'successor-of': ['申請者承受自登錄業者', 'the applicant succeeded the registered company'],
  'predecessor-of': ['申請者為登錄業者之前身', 'the applicant preceded the registered company'],
  unrelated: ['無關', 'unrelated'],
  unknown: ['未知', 'not known'],
};

const cautions: Readonly<Record<VerdictCaution, Pair>> = {
  'ubn-contradicts-name': ['名稱同登錄業者，統一編號不同', 'the name is the registered company’s, the 統一編號 is not'],
  'name-differs': [
    '統一編號同登錄業者，名稱不同',
    'the 統一編號 is the registered company’s, the name is none of its known ones',
  ],
  'claimant-ubn-invalid': ['申請者統一編號格式有誤', 'the applicant’s 統一編號 is malformed'],
  'claimant-ubn-checksum': ['申請者統一編號檢查碼不符', 'the check digit of the applicant’s 統一編號 does not fit'],
  'name-abbreviated': [
    '名稱未寫組織種類，視為登錄業者',
    'the name leaves out the form of organisation and counts as the registered company’s',
  ],
  'name-misspelt': ['名稱有一字之差，視為登錄業者', 'the name has one typo and counts as the registered company’s'],
  'name-unsure': ['名稱與登錄業者相近而不相同', 'the name is close to the registered company’s and not the same'],
  'names-a-branch': ['名稱為登錄業者的分支機構', 'the name is that of a branch of the registered company'],
  'extension-mark-differs': ['編號相同，展延註記不同', 'the number is the same, the mark 展延 differs'],
  'several-certificates': [
    '不只一筆符合，取最有利者',
    'more than one certificate fits; the most favourable one answers',
  ],
  'another-certificate-today': ['今日的結果依另一筆證書', 'another of the certificates answers for today'],
  'near-numbers-not-all-searched': [
    '未尋找差兩字的相近編號',
    'numbers two edits away were not looked for; ask for this one alone',
  ],
  'number-shape-unusual': ['編號樣式與已知者不同', 'the number does not look like those seen'],
  'note-set-aside': ['編號旁另有文字，未列入比對', 'what stood beside the number was set aside'],
  'note-contradicts-list': ['編號旁的文字與名單狀態不同', 'the words beside the number contradict the list'],
  'claimed-period-differs': ['填報的效期與名單不同', 'the period claimed is not that of the list'],
  'number-read-plainly': ['編號去除「年」「字第」「號」後相符', 'found without the words 年, 字第, 號'],
  'number-not-checked': ['以業者查驗，未核對所填編號', 'checked by company; the number given was not compared'],
  'claimant-ubn-padded': ['申請者統一編號已補回開頭的 0', 'zeros were put back before the applicant’s UBN'],
  'list-stale': ['名單久未更新，之後之變更不明', 'the list is too old; what changed since is not known'],
  'day-after-list': ['基準日晚於名單日期', 'the day is after the list; what changed since is not known'],
};

const pick = (pair: Pair, language: Language) => (language === 'en' ? pair[1] : pair[0]);

/** What the day beside a reason is: a first day unless it is said here. */
const sinceOf: Partial<Record<VerdictReason, Pair>> = {
  'after-last-day': ['迄日', 'last day'],
  'listed-as-expired': ['自', 'since'],
  'suspended-since': ['自', 'since'],
  'revoked-since': ['自', 'since'],
  'between-terms': ['前次迄日', 'earlier last day'],
  'list-stale': ['名單', 'list of'],
};
const firstDay: Pair = ['起日', 'first day'];

/** One sentence for a verdict on a day. */
export function sayVerdict(one: DayVerdict, language: Language): string {
  const label = pick(sinceOf[one.reason] ?? firstDay, language);
  const since = one.since === null ? '' : `${language === 'en' ? '; ' : '；'}${label} ${one.since}`;
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
