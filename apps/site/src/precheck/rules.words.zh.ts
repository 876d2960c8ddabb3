import type { PartnerReason } from '@aipower/matcher';
import type {
  BonusItemResult,
  BonusProof,
  BonusReason,
  BonusState,
  EligibilityCaution,
  EligibilityReason,
  EligibilityStep,
  FieldCode,
  ModelOriginAnswer,
  ModelOriginReason,
  Outcome,
  RoundCaution,
} from '@aipower/programme';

/** What a sentence about a condition may name; what is not known is an empty text, days come in both calendars. */
export interface RuleFacts {
  readonly on: string;
  /** Industry codes as given. */
  readonly codes: string;
  /** The classes that were met, or those that would be. */
  readonly classes: string;
  readonly form: string;
  readonly headOffice: string;
  /** What must not have happened: 執行政府計畫之重大違約. */
  readonly subject: string;
  readonly event: string;
  readonly years: string;
  readonly metFrom: string;
  readonly cutOff: string;
  readonly date: string;
  readonly otherDate: string;
}

export interface StepFacts {
  readonly classes: string;
  readonly headOffice: string;
  readonly accepted: string;
  readonly day: string;
  readonly beforeClose: boolean;
  readonly from: string;
  readonly until: string;
  readonly facts: string;
}

export interface ModelFacts {
  readonly name: string;
  readonly listed: string;
  readonly base: string;
  /** Publishers and families that were recognised, with their origin. */
  readonly known: string;
}

/** Words for every code of the programme's rules. Each sentence can stand in minutes as it is. */
export const rulesZh = {
  outcomes: {
    met: '符合',
    'not-met': '不符合',
    unknown: '待確認',
    'not-in-force': '不在受理期間',
  } satisfies Record<Outcome, string>,
  reasons: {
    'code-in-class': (f) => `稅籍登記行業代號（${f.codes}）含 ${f.classes}，符合。`,
    'no-code-in-class': (f) => `稅籍登記行業代號（${f.codes}）不含 ${f.classes}，不符合。`,
    'codes-missing': () => '請補稅籍登記的行業代號。',
    'only-business-item-codes': (f) => `${f.codes} 是商工登記營業項目代碼，請改填稅籍登記的六碼行業代號。`,
    'codes-unclear': (f) => `行業代號（${f.codes}）有無法讀出者，請照稅籍登記填寫六碼數字。`,
    'form-accepted': (f) => `組織種類為「${f.form}」，符合。`,
    'form-refused': (f) => `組織種類為「${f.form}」，不是獨資、合夥、有限合夥事業或公司，不符合。`,
    'form-is-branch': (f) => `組織種類為「${f.form}」，屬分公司，不符合。`,
    'form-not-recognised': (f) => `組織種類「${f.form}」待確認是否為獨資、合夥、有限合夥或公司。`,
    'form-missing': () => '請補組織種類。',
    'no-branch': () => '組織種類不是分公司，也沒有總機構統一編號，符合。',
    'branch-by-form': (f) => `組織種類為「${f.form}」，是分公司，不符合。`,
    'branch-by-head-office': (f) => `稅籍登記載有總機構統一編號 ${f.headOffice}，是分支機構，不符合。`,
    'branch-facts-missing': () => '請補組織種類與總機構統一編號。',
    'none-declared': (f) => `依填報，最近 ${f.years} 年內沒有${f.subject}。`,
    'event-before-the-years': (f) => `最近一次${f.subject}在 ${f.event}，早於 ${f.on}前 ${f.years} 年，符合。`,
    'event-within-the-years': (f) =>
      `最近一次${f.subject}在 ${f.event}，在 ${f.on}前 ${f.years} 年之內，不符合；若無新情事，自 ${f.metFrom}起符合。`,
    'event-undated': (f) => `依填報有${f.subject}，未填日期，暫以 ${f.years} 年內計，不符合；補日期後再檢核。`,
    'event-missing': (f) => `請補最近 ${f.years} 年內是否有${f.subject}。`,
    'declared-free': () => '依填報，不是陸資投資之企業。',
    'declared-invested': () => '依填報為陸資投資之企業，不符合。',
    'investment-missing': () => '請補是否為陸資投資之企業。',
    'on-or-after-cut-off': (f) => `商工登記核准設立日期為 ${f.date}，在 ${f.cutOff}（含）以後，具優先資格。`,
    'before-cut-off': (f) => `商工登記核准設立日期為 ${f.date}，早於 ${f.cutOff}，不具優先資格（不影響申請資格）。`,
    'date-missing': () => '請補商工登記核准設立日期。',
    'only-the-other-date': (f) => `目前只有稅籍登記的設立日期 ${f.otherDate}；優先資格看商工登記，請補核准設立日期。`,
    'rule-not-in-force': (f) => `此條件於 ${f.on}不適用。`,
  } satisfies Record<EligibilityReason, (f: RuleFacts) => string>,
  cautions: {
    'class-needs-check': '僅以 6699 類符合：此類也包含票券清算、信用卡服務、代辦等行業，是否為第三方支付請人工確認。',
    'class-not-from-register': '依據的是填寫的行業類別，不是稅籍登記的代號；審查以稅籍登記為準。',
    'business-item-codes-ignored': '其中的商工登記營業項目代碼（一個英文字母加六碼）未採用。',
    'unreadable-codes-ignored': '其中無法讀出的代號未採用。',
    'event-on-boundary-day': '日期恰為滿年當日，以仍在期間內計。',
    'suspension-not-asked': '此違約已逾期間；若因此受停權處分且停權期間尚未屆滿，仍無法簽署聲明，請確認。',
    'tax-date-not-used': '稅籍登記的設立日期不用於優先資格。',
    'form-says-little': '組織別為「其他」，工廠等也用此名稱；是否為分支機構只能看總機構統一編號。',
    'date-in-the-future': '填寫的日期晚於基準日，請確認。',
  } satisfies Record<EligibilityCaution, string>,
  subjects: {
    governmentProjectBreach: '執行政府計畫之重大違約',
    seriousLawViolation: '嚴重違反環保、勞工、食品安全衛生或身心障礙者權益法規',
  },
  steps: {
    'supply-facts': (f) => `補上尚缺的資料：${f.facts}。`,
    'register-industry': (f) => `若實際經營 ${f.classes} 的業務，可先向稅捐機關辦理稅籍登記增列該營業項目，再行申請。`,
    'apply-as-head-office': (f) => `由總機構${f.headOffice ? `（統一編號 ${f.headOffice}）` : ''}提出申請。`,
    'use-accepted-form': (f) => `須以 ${f.accepted} 的身分申請。`,
    'wait-until': (f) =>
      f.beforeClose
        ? `若無新情事，${f.day}起即符合，仍在受理期間內。`
        : `若無新情事，${f.day}起才符合，已在本年度受理期間之後。`,
    'date-the-event': () => '查明最近一次情事的日期；若在三年以前，填上日期再檢核。',
    'no-step-known': () => '申請說明未載其他處理方式。如有疑義，請洽執行單位。',
    'outside-window': (f) => `受理期間最早自 ${f.from}起，至 ${f.until}止。以下條件僅供準備參考。`,
  } satisfies Record<EligibilityStep['action'], (f: StepFacts) => string>,
  round: {
    open: (name: string, day: string) => `此時送件列入${name}，暫定 ${day}審查。`,
    next: (name: string, day: string) => `再下一梯次為${name}，暫定 ${day}審查。`,
    last: '這是最後一個梯次。',
    closed: (moment: string) => `受理至 ${moment}（臺北時間）止。`,
    notOpen: (day: string) => `尚未開始受理；最早自 ${day}起。`,
    cautions: {
      'review-date-provisional': '審查日期為暫定，主辦單位得調整。',
      'closing-minute': '送件時間落在截止的那一分鐘；說明未寫秒，以執行單位系統紀錄為準。',
      'submitted-on-review-day': '送件日即審查日；是否列入當日梯次，說明未寫明。',
      'opening-day-unknown': '說明未載明公告日；此時間早於申請網站已知開放的日期。',
    } satisfies Record<RoundCaution, string>,
  },
  models: {
    answers: {
      listed: '在模型清單內',
      forbidden: '不得使用',
      'ask-organiser': '請洽主辦單位',
    } satisfies Record<ModelOriginAnswer['answer'], string>,
    reasons: {
      'in-programme-list': (f) =>
        `「${f.name}」即算力平台模型清單所列「${f.listed}」${f.base ? `（源自 ${f.base}）` : ''}，可選用。`,
      'chinese-publisher': (f) => `「${f.name}」由中國或中資組織發布（${f.known}），依使用規範不得使用。`,
      'chinese-family': (f) => `「${f.name}」屬中國或中資的模型系列（${f.known}），依使用規範不得使用。`,
      'chinese-base': (f) => `「${f.name}」的基礎或教師模型為中國或中資模型（${f.known}），依使用規範不得使用。`,
      'mixed-origin': (f) => `「${f.name}」同時涉及不同來源（${f.known}），能否使用須由主辦單位認定。`,
      'component-of-chinese-origin': (f) =>
        `「${f.name}」是系統中的部分元件且來自中國或中資（${f.known}），能否使用須由主辦單位認定。`,
      'listed-though-stated-otherwise': (f) =>
        `「${f.name}」中有算力平台模型清單所列「${f.listed}」，清單優先；但同時填寫的來源涉及中國或中資（${f.known}），請確認所指為同一模型。`,
      'base-listed': (f) => `「${f.name}」的基礎模型在算力平台模型清單內；調教後的模型本身不在清單內，請先洽主辦單位。`,
      'known-but-not-listed': (f) =>
        `「${f.name}」不在算力平台模型清單內，來源為 ${f.known || '已知組織'}，非屬中國或中資，請先洽主辦單位。`,
      'unknown-model': (f) => `「${f.name}」的來源待確認，請查明基礎模型並洽主辦單位。`,
    } satisfies Record<ModelOriginReason, (f: ModelFacts) => string>,
    origins: { CN: '中國' },
  },
  bonus: {
    states: {
      'not-claimed': '未填報',
      proven: '符合',
      'not-proven': '不符合',
      'cannot-check': '待人工核對或無法查驗',
    } satisfies Record<BonusState, string>,
    reasons: {
      'nothing-claimed': '空白或填「無」。',
      'link-reachable': '提供的連結可以開啟。',
      'link-dead': '提供的連結無法開啟。依申請說明，無法開啟者不加分。',
      'link-not-tried': '已提供連結，本站不代為開啟；請自行確認任何人不需登入都能下載。',
      'link-not-a-url': '填寫的內容不是網址。',
      'link-not-http': '填寫的網址不是 http 或 https 開頭。',
      'link-wrong-host': '網址不在此項指定的平台上。',
      'link-names-nothing': '網址只到平台首頁或帳號頁，未指向所公開的資料集或模型。',
      published: '已於指定平台公開。',
      promised: '已承諾於使用期結束後公開，結束後才能查核。',
      'promise-not-kept': '使用期已結束，尚未見公開。依申請說明，未上架者列入觀察名單。',
      'certificate-valid': '登錄於基準日有效，且為申請者所有。',
      'certificate-not-yet-valid': '登錄於基準日尚未生效。',
      'certificate-expired': '登錄於基準日已屆期失效。',
      'certificate-suspended': '登錄於基準日暫停。',
      'certificate-revoked': '登錄於基準日已廢止。',
      'certificate-of-another-holder': '編號登錄於其他業者。',
      'certificate-holder-not-compared': '編號有效，但沒有申請者的統一編號或名稱可核對登錄於誰。',
      'certificate-not-found': '登錄名單查無此登錄。',
      'register-cannot-tell': '本站所載名單無法查驗。',
      'no-verdict': '尚未查驗。',
      'entry-too-long': '填寫內容過長，無法讀出。',
    } satisfies Record<BonusReason, string>,
    proofs: {
      'working-link': '提供任何人都能開啟的檔案連結。',
      'link-on-named-platform': '改填指定平台上的網址。',
      'publication-after-use': '使用期結束後在填寫的網址公開。',
      'number-valid-on-the-day': '提供於送件日有效的登錄編號（例如展延後的編號）。',
      'number-as-printed-on-the-certificate': '照證書重新核對編號。',
      'evidence-of-holder': '提供更名、合併或分支關係的證明。',
      'applicant-named': '填寫申請者的統一編號或名稱。',
      'current-register': '以最新名單重新查驗，或至數位產業署網站查詢。',
      'certificate-copy': '備妥證書影本。',
    } satisfies Record<BonusProof, string>,
    notes: {
      'held-not-claimed': '登錄名單上有申請者的有效登錄，送件前可補填。',
      'owed-after-use': '使用期結束後須完成公開，未完成者列入觀察名單。',
      'watch-list': '依申請說明，未上架者列入觀察名單。',
    } satisfies Record<BonusItemResult['notes'][number], string>,
  },
  partners: {
    'holds-items': (items: string) => `登錄 ${items}`,
    'same-city': (city: string) => `同在${city}`,
    'other-registrations': (schemes: string) => `另有登錄：${schemes}`,
    'valid-until': (day: string) => `登錄有效至 ${day}`,
  } satisfies Record<PartnerReason['code'], (value: string) => string>,
  fields: {
    required: '必填。',
    'required-or-none': '必填；沒有時請填「無」。',
    'required-or-zero': '必填；沒有時請填 0。',
    'not-text': '須為文字。',
    'too-long': '內容過長。',
    'control-characters': '含有無法顯示的控制字元。',
    'not-a-number': '須為數字。',
    'not-whole': '須為整數。',
    negative: '不得為負數。',
    'too-large': '數字過大，請確認單位。',
    'ubn-format': '請輸入 8 碼統一編號。',
    'ubn-checksum': '統一編號檢查碼不符，請核對。',
    'date-format': '須為存在的日期。',
    'phone-format': '市話格式為 區碼-號碼#分機，例：02-12345678#123。',
    'mobile-format': '手機號碼為 09 開頭的 10 碼數字。',
    'email-format': '不是電子郵件地址。',
    'url-format': '不是 http 或 https 的網址。',
    'url-host': '網址不在此項指定的平台上。',
    'pixels-format': '須為長 x 寬，例：1920x1080；沒有時填 0。',
    'choose-at-least-one': '至少選一項。',
    'choose-one': '請選一項。',
    'unknown-choice': '不是可選的項目。',
    'duplicate-choice': '同一項目選了兩次。',
    'exclusive-choice': '「無使用需求」或「以上皆無」不可與其他選項並選。',
    'other-needs-text': '勾選「其他」時須填寫說明。',
    'must-accept': '須勾選同意。',
    'wrong-category': '申請類別與表單不符。',
    'category-frozen': '送出後不得變更申請類別。',
    'unknown-field': '表單沒有這個欄位。',
    'not-an-object': '申請資料的格式不正確。',
  } satisfies Record<FieldCode, string>,
};
