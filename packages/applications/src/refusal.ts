type Bilingual = { readonly zh: string; readonly en: string };

/**
 * Every reason for which a command is refused, with the sentence for people: what did not happen and what to do.
 * The detail (which fields, which day, whose) stands beside the code in the refusal.
 */
export const refusalWords = {
  'wrong-state': {
    zh: '案件目前的階段不能做這個動作，請重新整理後再試。',
    en: 'This cannot be done at the present stage. Reload the page and try again.',
  },
  'not-allowed': { zh: '您的角色不能做這個動作。', en: 'Your role cannot do this.' },
  'not-yours': { zh: '這不是貴企業的案件。', en: 'This is not an application of your company.' },
  'second-person': { zh: '需要另一位承辦人員確認。', en: 'A second person has to confirm this.' },
  'no-reason': { zh: '請填寫理由。', en: 'Give a reason.' },
  closed: {
    zh: '受理期間已過，不能送出或更新。',
    en: 'The application period is over. Nothing can be sent or updated.',
  },
  'not-open': { zh: '受理期間尚未開始。', en: 'The application period has not begun.' },
  duplicate: {
    zh: '貴企業在這個類別已有一件申請，請開啟原案。',
    en: 'Your company already has an application in this category. Open that one.',
  },
  barred: {
    zh: '貴企業在這個梯次停權，請洽執行單位。',
    en: 'Your company may not apply in this round. Contact the programme operator.',
  },
  branch: { zh: '分支機構請由總機構提出申請。', en: 'A branch applies through its head office.' },
  stale: {
    zh: '這一頁已在另一個視窗儲存過，請比對兩份內容。',
    en: 'This page was saved in another window. Compare the two texts.',
  },
  overtaken: {
    zh: '您開啟本頁後，案件有了變動，這次沒有執行。請看過變動，再按一次。',
    en: 'The application has changed since you opened this page, so nothing was done. Read what changed, then press again.',
  },
  incomplete: {
    zh: '還有欄位需要填寫或修正，已填的內容都還在。',
    en: 'Some fields need an answer or a correction. Everything you entered is kept.',
  },
  'wrong-company': {
    zh: '申請表的統一編號與登入的憑證不同。',
    en: 'The UBN on the form is not the one of your certificate card.',
  },
  locked: {
    zh: '資格審查已開始，申請表不能再更新。',
    en: 'The eligibility check has started. The form can no longer be updated.',
  },
  'same-category': { zh: '申請類別沒有改變。', en: 'The category is the same.' },
  'no-fields': {
    zh: '請至少指定一個欄位，並逐一寫明要補什麼。',
    en: 'Name at least one field and say for each what is missing.',
  },
  'unknown-field': { zh: '申請表沒有這個欄位。', en: 'The form has no such field.' },
  'due-too-early': { zh: '期限太早，請改為較晚的日期。', en: 'The due day is too early. Choose a later day.' },
  'bad-day': { zh: '日期格式不對，請填年、月、日。', en: 'This is not a date. Give year, month and day.' },
  'ends-before-start': {
    zh: '使用到期日早於啟用日，請檢查。',
    en: 'The last day of use is before the first. Please check.',
  },
  'field-locked': { zh: '只能修改補件通知列出的欄位。', en: 'Only the fields named in the request can be changed.' },
  overdue: { zh: '補件期限已過，請洽執行單位。', en: 'The deadline has passed. Contact the programme operator.' },
  'not-overdue': {
    zh: '補件期限尚未過，不能以逾期為由不予受理。',
    en: 'The deadline has not passed, so it cannot be the reason.',
  },
  'no-condition': { zh: '請指定不符合的申請資格。', en: 'Name the condition that is not met.' },
  'unknown-condition': { zh: '本年度沒有這項申請資格。', en: 'The programme has no such condition.' },
  'already-published': {
    zh: '這個梯次的結果已公告，請以更正辦理。',
    en: 'The round has been published. Record a correction instead.',
  },
  unanswered: {
    zh: '每一項資格都要有查核結果，人工查核要寫說明。',
    en: 'Every condition needs an answer, and a check by hand needs a note.',
  },
  'not-met': {
    zh: '有資格不符合，不能列為符合。',
    en: 'A condition is not met, so the application cannot be eligible.',
  },
  'no-such-round': { zh: '沒有較晚的這個梯次。', en: 'There is no such later round.' },
  'too-few-reviewers': { zh: '委員人數不足。', en: 'There are too few reviewers.' },
  'review-open': { zh: '還有委員尚未送出或撤銷的審查意見。', en: 'Some reviews are neither submitted nor annulled.' },
  conflict: { zh: '這位委員有利益衝突，不能指派。', en: 'This reviewer has a conflict of interest.' },
  'already-assigned': { zh: '這位委員已指派。', en: 'This reviewer is assigned already.' },
  'not-assigned': { zh: '這位委員目前沒有審這個案件。', en: 'This reviewer is not reviewing this application.' },
  'not-declared': { zh: '請先聲明無利益衝突。', en: 'Declare first that you have no conflict of interest.' },
  'incomplete-review': { zh: '每一項都要有分數與意見。', en: 'Every criterion needs a score and a comment.' },
  'score-range': { zh: '分數請填 0 至 100 的整數。', en: 'Scores are whole numbers from 0 to 100.' },
  recused: {
    zh: '已對這個案件迴避的人，不能提出或確認決定。',
    en: 'A person who stepped aside from this application can neither propose nor confirm its decision.',
  },
  'list-changed': {
    zh: '名單在提出後又有變動，請核對新的名單再公告。',
    en: 'The list has changed since it was proposed. Check the new one and publish again.',
  },
  'no-level': { zh: '核定通過要有級別。', en: 'An approval needs a level.' },
  'unknown-level': { zh: '沒有這個級別。', en: 'There is no such level.' },
  'bad-points': {
    zh: '點數請填正整數；與級別不同時要寫理由。',
    en: 'Points are a whole number above zero. Other points than the level’s need a reason.',
  },
  'not-enough-points': { zh: '本梯次剩餘點數不足。', en: 'The round has too few points left.' },
  'no-wait-list': { zh: '這個類別沒有備取。', en: 'This category has no wait list.' },
  undecided: { zh: '這個梯次還有案件尚未決定。', en: 'Some applications of the round are undecided.' },
  'award-active': {
    zh: '算力已啟用，不能再更正決定。',
    en: 'Use has begun, so the decision can no longer be corrected.',
  },
  'no-award': { zh: '這個案件目前沒有可處理的核定算力。', en: 'There is no award to act on.' },
  'wrong-award-state': { zh: '核定算力目前的狀態不能做這個動作。', en: 'The award is not in a state for this.' },
  'not-accepted-yet': { zh: '企業尚未接受核定結果。', en: 'The company has not accepted the award.' },
  'no-acceptance': { zh: '本年度不需要接受程序。', en: 'No acceptance is asked for in this programme.' },
  'no-change-requests': { zh: '本年度不受理變更。', en: 'The programme takes no change requests.' },
  'no-such-change': { zh: '沒有這一筆待決定的變更申請。', en: 'There is no such open change request.' },
  'change-open': {
    zh: '前一筆變更申請尚未決定。請先撤回，或等候決定。',
    en: 'The change you asked for before is undecided. Withdraw it first, or wait for the decision.',
  },
  'nothing-changes': { zh: '填寫的內容與目前相同。', en: 'What you entered is what is in force already.' },
  'not-idle': {
    zh: '未使用週數未達規定，或尚有週數沒有使用紀錄。',
    en: 'The unused weeks are not more than the rule says, or usage is not known.',
  },
  'too-early': { zh: '通知後的期間尚未屆滿。', en: 'The days after the notice are not over.' },
  'usage-unknown': {
    zh: '通知後的使用紀錄尚未匯入，不能認定未使用。',
    en: 'Usage after the notice is not known, so nothing can be concluded.',
  },
  'usage-seen': { zh: '通知後已有使用紀錄。', en: 'There was use after the notice.' },
  'unknown-item': { zh: '沒有這一項。', en: 'There is no such item.' },
  'no-evidence': { zh: '請附上依據。', en: 'Name the evidence.' },
  'no-breach': { zh: '沒有違規紀錄，不能停權。', en: 'There is no breach on record, so there is nothing to bar for.' },
  'no-such-bar': { zh: '沒有這一筆停權。', en: 'There is no such open bar.' },
  'no-such-obligation': { zh: '沒有這一項應辦事項。', en: 'There is no such duty.' },
  'wrong-obligation-state': { zh: '這一項目前不能做這個動作。', en: 'The duty is not in a state for this.' },
  'not-later': { zh: '新的期限要晚於原期限。', en: 'The new day must be later than the old one.' },
  'links-missing': {
    zh: '請填齊每一個網址：結案報告、成果簡報、demo 影片。',
    en: 'Give every address: closing report, slides and demo video.',
  },
  'no-delivery': {
    zh: '這一項不需要繳交，由執行單位登記出席。',
    en: 'Nothing is handed in for this. The operator records your attendance.',
  },
  'bad-link': { zh: '請填 https 開頭的網址。', en: 'Give an address that begins with https.' },
} as const satisfies Record<string, Bilingual>;

/** One of {@link refusalCodes}. */
export type RefusalCode = keyof typeof refusalWords;
/** Every reason for which a command can be refused. */
export const refusalCodes = Object.keys(refusalWords) as readonly RefusalCode[];

/** A command that was not carried out. Nothing has changed; storage writes the refusal into the log. */
export type Refusal = { readonly refused: RefusalCode; readonly detail: Readonly<Record<string, unknown>> };

export function refuse(refused: RefusalCode, detail: Readonly<Record<string, unknown>> = {}): Refusal {
  return { refused, detail };
}

/** Whether an answer is a refusal: narrows the type. */
export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
