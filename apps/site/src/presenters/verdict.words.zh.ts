import type { EventKind, NearNumber, Relation, VerdictCaution, VerdictCode, VerdictReason } from '@aipower/registry';

/** What a sentence about a verdict may name. Days come in both calendars; what is not known is an empty text. */
export interface VerdictFacts {
  /** The day judged. */
  readonly day: string;
  /** The registration with its number: 「電子簽章」登錄「113電簽0001」. */
  readonly certificate: string;
  readonly scheme: string;
  readonly number: string;
  /** Whether certificates of the scheme bear numbers; where they do not, a form asks yes or no. */
  readonly hasNumbers: boolean;
  /** Name and 統一編號 of who holds it. */
  readonly holder: string;
  /** Who claims it, by name or 統一編號. */
  readonly claimant: string;
  readonly period: string;
  /** The day the reason names. */
  readonly since: string;
  /** Day of the list. */
  readonly seenOn: string;
  readonly ageDays: number;
  /** How claimant and holder belong together, in words. */
  readonly relation: string;
}

type Sentence = (facts: VerdictFacts) => string;

/** The words for every verdict, reason and caution of the register. Each sentence can stand in minutes as it is. */
export const verdictZh = {
  words: {
    valid: '有效',
    'not-yet-valid': '尚未生效',
    expired: '屆期失效',
    suspended: '暫停',
    revoked: '廢止',
    'holder-mismatch': '登錄於其他業者',
    'holder-unchecked': '編號有效（未核對申請者）',
    'needs-a-person': '待人工核對',
    'not-found': '查無',
    'not-claimed': '未填報',
    unverifiable: '無法查驗',
  } satisfies Record<VerdictCode, string>,
  /** Where the field says that it is on its way: a word for 未填報 that keeps what was filled in. */
  notYetGranted: '尚未取得',
  reasons: {
    // Said of a claim only where its holder was compared; without one it is about the certificate alone.
    'within-period': (f) =>
      `${f.certificate}於 ${f.day}有效，${f.claimant ? '登錄業者即申請者' : '登錄業者為'}${f.holder}。有效期間：${f.period}。`,
    'before-first-day': (f) => `${f.certificate}於 ${f.day}尚未生效，有效期間自 ${f.since}起。登錄業者為${f.holder}。`,
    'after-last-day': (f) => `${f.certificate}於 ${f.day}已屆期失效，有效期間至 ${f.since}止。登錄業者為${f.holder}。`,
    'between-terms': (f) =>
      `${f.certificate}於 ${f.day}不在有效期間內：前段至 ${f.since}止，次段尚未開始。登錄業者為${f.holder}。`,
    'listed-as-expired': (f) =>
      f.since
        ? `${f.certificate}自 ${f.since}起屆期失效，${f.day}已非有效。登錄業者為${f.holder}。`
        : `${f.certificate}於名單列為屆期失效，未載日期，${f.day}已非有效。登錄業者為${f.holder}。`,
    'suspended-since': (f) =>
      f.since
        ? `${f.certificate}自 ${f.since}起暫停，${f.day}暫停中。登錄業者為${f.holder}。`
        : `${f.certificate}於 ${f.day}暫停中，名單未載起日。登錄業者為${f.holder}。`,
    'revoked-since': (f) =>
      f.since
        ? `${f.certificate}自 ${f.since}起廢止，${f.day}已非有效。登錄業者為${f.holder}。`
        : `${f.certificate}於 ${f.day}已廢止，名單未載廢止日期。登錄業者為${f.holder}。`,
    'listed-as-revoked': (f) => `${f.certificate}於 ${f.seenOn}版名單列為廢止，未載廢止日期。登錄業者為${f.holder}。`,
    'first-day-unknown': (f) =>
      `${f.certificate}的名單只載廢止日期，未載登錄日期，無法查驗 ${f.day}是否已登錄。登錄業者為${f.holder}。`,
    'gone-from-list': (f) =>
      `${f.certificate}曾在登錄名單上，較新名單已未列名，${f.day}查無有效登錄。登錄業者曾為${f.holder}。`,
    'suspension-day-unknown': (f) =>
      `${f.certificate}後來列為暫停，名單未載日期，無法查驗 ${f.day}是否已暫停。登錄業者為${f.holder}。`,
    'revocation-day-unknown': (f) =>
      `${f.certificate}後來列為廢止，名單未載日期，無法查驗 ${f.day}是否已廢止。登錄業者為${f.holder}。`,
    'reinstatement-day-unknown': (f) =>
      `${f.certificate}後來恢復登錄，名單未載日期，無法查驗 ${f.day}是否已恢復。登錄業者為${f.holder}。`,
    'expiry-day-unknown': (f) =>
      `${f.certificate}後來列為屆期失效，名單未載日期，無法查驗 ${f.day}是否已失效。登錄業者為${f.holder}。`,
    'gone-day-unknown': (f) => `${f.certificate}後來未再列名，無法查驗 ${f.day}是否仍在名單上。登錄業者為${f.holder}。`,
    'holder-unrelated': (f) =>
      `${f.certificate}的登錄業者為${f.holder}，不是申請者（${f.claimant}）。登錄名單未載兩者關係；如有更名、合併或分支關係，請申請者補附證明，由主辦單位認定。`,
    'holder-related': (f) =>
      `${f.certificate}的登錄業者為${f.holder}，申請者（${f.claimant}）${f.relation}。是否採計，由主辦單位認定。`,
    'claimant-unknown': (f) =>
      f.holder === ''
        ? `${f.scheme}：無法核對申請者（${f.claimant}），不代表未登錄。`
        : `${f.certificate}的登錄業者為${f.holder}。申請者${f.claimant}的統一編號無法讀出，待人工核對是否為登錄業者。`,
    'holder-name-unsure': (f) =>
      `${f.certificate}登錄於${f.holder}；申請者（${f.claimant}）名稱相近而不完全相同，是否為同一業者請人工核對。`,
    'claimant-not-given': (f) =>
      `${f.certificate}於 ${f.day}有效，登錄業者為${f.holder}。未提供申請者的統一編號或名稱，未核對是否為申請者所有。`,
    'not-yet-granted': (f) => `${f.scheme}：填報「${f.number}」，尚未取得登錄。`,
    'several-numbers': (f) => `${f.scheme}：填報「${f.number}」，有兩個以上的編號，待人工核對。`,
    'number-elsewhere': (f) => `${f.scheme}：填報「${f.number}」，編號不在此欄位，待人工核對。`,
    'number-not-given': (f) => `${f.scheme}：填報「${f.number}」，未填編號，待人工核對。`,
    'number-rounded': (f) => `${f.scheme}：填報「${f.number}」，編號已由試算表改為科學記號，待人工核對。`,
    'number-unreadable': (f) => `${f.scheme}：填報「${f.number}」，無法讀出單一編號，待人工核對。`,
    'list-without-numbers': (f) => `${f.scheme}登錄名單（${f.seenOn}版）未載該業者的編號，無法查驗「${f.number}」。`,
    'field-says-none': (f) => `${f.scheme}：未填報（欄位填「${f.number}」）。`,
    'field-blank': (f) =>
      `${f.scheme}：未填報（欄位空白）。${f.hasNumbers ? '' : '此類登錄沒有編號，欄位填「是」才算填報。'}`,
    'nothing-to-check-by': (f) => `${f.scheme}：未填編號、統一編號或名稱，無法查驗。`,
    'number-not-in-list': (f) => `${f.scheme}登錄名單（${f.seenOn}版）查無編號「${f.number}」。`,
    'holder-not-in-list': (f) => `${f.scheme}登錄名單（${f.seenOn}版）查無申請者（${f.claimant}）。`,
    'list-not-loaded': (f) => `本站尚無${f.scheme}登錄名單，無法查驗，不代表未登錄。`,
    'list-incomplete': (f) => `${f.scheme}登錄名單（${f.seenOn}版）不完整，查無不代表未登錄。`,
    'list-stale': (f) =>
      `${f.scheme}登錄名單為 ${f.seenOn}版，已 ${f.ageDays} 日未更新。查無不代表未登錄，請以最新名單再查。`,
  } satisfies Record<VerdictReason, Sentence>,
  cautions: {
    'ubn-contradicts-name': '名稱相符，統一編號不同，請核對。',
    'name-differs': '統一編號相符，名稱與登錄名單不同，可能已更名，請核對。',
    'name-abbreviated': '名稱未寫組織種類或國別，其餘與登錄業者相同，視為同一業者；請核對。',
    'name-misspelt': '名稱與登錄業者差一個形近或音近的字，視為誤寫；請核對。',
    'name-unsure': '名稱與登錄業者相近而不相同；是否為同一業者請人工核對。',
    'names-a-branch': '填寫的是登錄業者的分支機構；登錄屬於總機構，請確認由誰申請。',
    'note-set-aside': '編號旁另有文字，未列入比對，請一併核對。',
    'note-contradicts-list': '編號旁的文字與名單所載狀態不同，請核對。',
    'claimed-period-differs': '填報的效期與名單所載不同。',
    'number-read-plainly': '編號去除「年」「字第」「號」後與名單相符。',
    'number-not-checked': '此類登錄以業者查驗，未核對所填編號。',
    'claimant-ubn-padded': '申請者統一編號已補回開頭的 0，請核對。',
    'claimant-ubn-invalid': '填寫的統一編號不是 8 碼數字。',
    'claimant-ubn-checksum': '填寫的統一編號檢查碼不符，請核對。',
    'extension-mark-differs': '編號相同，但「展延」註記與名單所載不同。',
    'several-certificates': '名單上有不只一筆符合，以下全部列出；結果取最有利的一筆。',
    'another-certificate-today': '今日的結果依另一筆證書（例如展延後者），與基準日所依證書不同，請見下列各筆。',
    'near-numbers-not-all-searched': '整批查驗只比對差一字的編號。要再找相近編號，請單筆查驗。',
    'number-shape-unusual': '這個編號的樣式與此類登錄已知的編號不同，可能填錯欄位或有誤字。',
    'list-stale': '本站所載名單久未更新；名單之後的變更不會反映在此結果，請以最新名單查驗。',
    'day-after-list': '基準日晚於名單日期；名單之後的變更不會反映在此結果。',
  } satisfies Record<VerdictCaution, string>,
  relations: {
    same: '即登錄業者',
    'former-name': '是登錄業者的曾用名稱',
    'branch-of': '是登錄業者的分支機構',
    'head-office-of': '是登錄業者的總機構',
    'successor-of': '是登錄業者的承受業者',
    'predecessor-of': '是登錄業者的前身業者',
    unrelated: '名單未載與登錄業者的關係',
    unknown: '未能核對與登錄業者的關係',
  } satisfies Record<Relation, string>,
  near: {
    'other-scheme': '同編號，但屬另一類登錄',
    swapped: '相鄰兩字對調',
    'one-edit': '相差一字',
    'two-edits': '相差兩字',
    'written-alike': '字形相近，或少了前面的 0',
    'in-cell': '欄位中的編號',
    'held-by-claimant': '申請者登錄的編號',
  } satisfies Record<NearNumber['kind'], string>,
  events: {
    registered: '登錄',
    renewed: '展延',
    'period-changed': '有效期間變更',
    'scope-changed': '登錄項目變更',
    suspended: '暫停',
    reinstated: '恢復',
    revoked: '廢止',
    expired: '有效期間屆滿（最後一日）',
    'gone-from-list': '未再列名',
    'back-on-list': '重新列入名單',
  } satisfies Record<EventKind, string>,
  eventOn: (day: string) => day,
  eventBetween: (after: string, by: string) => `${after}之後，至遲 ${by}（名單未載確切日期）`,
  eventBy: (by: string) => `至遲 ${by}（名單未載確切日期）`,
  lines: (asked: boolean) => (asked ? '直線為今日，虛線為基準日' : '直線為今日'),
  added: (codes: string) => `新增 ${codes}`,
  removed: (codes: string) => `刪除 ${codes}`,
  certificate: (scheme: string, number: string) => `${scheme}登錄${number ? `（登錄編號 ${number}）` : ''}`,
  party: (name: string, ubn: string) => (name && ubn ? `${name}（統一編號 ${ubn}）` : name || `統一編號 ${ubn}`),
  claimant: (name: string, ubn: string) => (name && ubn ? `${name}，統一編號 ${ubn}` : name || `統一編號 ${ubn}`),
  period: (from: string, until: string) => `${from}至 ${until}`,
  openPeriod: (from: string) => `${from}起，名單載明無期限`,
  list: {
    notLoaded: (scheme: string) => `${scheme}登錄名單尚未載入。`,
    age: (scheme: string, seenOn: string, days: number) =>
      days === 0 ? `${scheme}登錄名單：${seenOn}版，今日取得。` : `${scheme}登錄名單：${seenOn}版，距今 ${days} 日。`,
    stale: '名單久未更新：查無不代表未登錄，請以最新名單再查。',
    incomplete: '不完整：查無不代表未登錄。',
    source: (name: string) => `來源：${name}`,
  },
};
