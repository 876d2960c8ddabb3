import { plausibleDays } from '../generated/plausible-days.ts';
import { type Entry, error, w, warning } from './problem-entry.ts';

const firstYear = plausibleDays.lists.earliest.slice(0, 4);

/** What can be wrong with a row, and with a list as a whole. */
export const rowProblems = {
  'ubn-malformed': error(
    w('a 統一編號 of eight digits', 'correct the number; a spreadsheet may have dropped its leading zeros'),
    w('八位數統一編號', '請更正統一編號；試算表可能刪了開頭的 0'),
  ),
  'ubn-all-zero': error(
    w('a 統一編號 that belongs to somebody', 'correct the number'),
    w('實際核發之統一編號', '請更正統一編號'),
  ),
  'ubn-checksum': warning(
    w('a 統一編號 whose check digit fits', 'the row was kept; compare with the source'),
    w('檢查碼相符的統一編號', '此列已保留；請與來源核對'),
  ),
  'ubn-padded': warning(
    w('eight digits', 'leading zeros lost by the spreadsheet were put back'),
    w('八位數字', '已補回試算表刪去的開頭 0'),
  ),
  'date-unreadable': error(
    w('a date such as 115/07/01 or 2026-07-01', 'correct the date'),
    w('日期，例如 115/07/01 或 2026-07-01', '請更正日期'),
  ),
  'date-ambiguous': error(
    w('a date with seven digits or separators', 'write 0760321 instead of 760321'),
    w('七位數或有分隔符號的日期', '請寫 0760321，勿寫 760321'),
  ),
  'date-impossible': error(w('a day of the calendar', 'correct the date'), w('存在的日期', '請更正日期')),
  'date-implausible': error(
    w('a day that a registration can have', 'check the year: write 113/07/22 or 2024-07-22, never 24/07/22'),
    w('登錄可能的日期', '請核對年份：請寫 113/07/22 或 2024-07-22，勿寫 24/07/22'),
  ),
  'registered-after-list': warning(
    w('a first day before the list was read', 'it was kept as printed; compare with the source'),
    w('不晚於名單取得日的登錄日期', '依原文保留；請與來源核對'),
  ),
  'period-from-revocation': warning(
    w(
      'a first and a last day',
      'the row was taken as revoked on this day, which stands for the days that are not printed',
    ),
    w('登錄日期與有效日期', '視為於此日廢止，未載之日期以此日代之'),
  ),
  'seen-on-implausible': error(
    w(`the day the list was read: not in the future, not before ${firstYear}`, 'correct the day (--seen-on)'),
    w(`名單取得日：不晚於今日，不早於 ${firstYear} 年`, '請更正名單取得日（--seen-on）'),
  ),
  'period-reversed': error(
    w('a last day on or after the first day', 'correct one of the two dates'),
    w('有效日期不早於登錄日期', '請更正其中一個日期'),
  ),
  'status-unknown': error(
    w('生效, 展延, 暫停, 廢止 or 屆期失效', 'use one of these words'),
    w('生效、展延、暫停、廢止或屆期失效', '請改用上述用語'),
  ),
  'status-contradicts-period': warning(
    w('a period that is over for 屆期失效', 'both were kept as printed; compare with the source'),
    w('屆期失效之有效期間應已屆滿', '兩者均依原文保留；請與來源核對'),
  ),
  'status-contradicts-itself': error(
    w('one status per row', 'ask the source which of the two is meant'),
    w('每列只有一種狀態', '請向來源確認狀態'),
  ),
  'status-beside-cell': warning(
    w('a status in a column of its own', 'the row was taken with the status that these words say'),
    w('狀態另列一欄', '依此文字認定此列狀態'),
  ),
  'row-shifted': error(
    w('cells that fit their columns', 'the row is held back: compare it with the source, cell by cell'),
    w('與欄位相符的內容', '此列暫不採用，請逐格與來源核對'),
  ),
  'number-unreadable': error(
    w('the number of a certificate', 'enter the number as the source prints it; a registration without one has no row'),
    w('證書編號', '請依來源填入編號；尚無編號者不列入'),
  ),
  'number-rounded': error(
    w('the number in full', 'a spreadsheet has rounded it: format the column as text and enter it again'),
    w('完整編號', '試算表已改為科學記號：請將欄位設為文字後重新輸入'),
  ),
  'total-differs': error(
    w(
      'as many rows as the list says it has',
      'compare with the source: a row is missing or too many, or the total is old',
    ),
    w('與名單所載總數相同的列數', '請與來源核對：缺列、多列，或總數未更新'),
  ),
  'number-shared': warning(
    w('one company per number', 'both were kept; ask the source which is right'),
    w('一個編號只屬於一家業者', '兩者均保留，請向來源確認'),
  ),
  'row-repeats-header': warning(
    w('a record', 'the row repeats the header and was not read'),
    w('資料列', '此列重複標題，未讀入'),
  ),
  'row-is-heading': warning(
    w('a record', 'the row was taken for the heading of the rows below it'),
    w('資料列', '視為以下各列的分段標題'),
  ),
  'rows-filled-down': warning(
    w('an applicant in every row', 'rows without one were taken to belong to the row above, as merged cells mean it'),
    w('每列均有申請者', '未填申請者的列，視為與上一列同一申請者（合併儲存格）'),
  ),
  'rows-hidden': warning(
    w('rows that are shown', 'hidden rows were read as well; delete those that do not belong to the table'),
    w('未隱藏的列', '隱藏的列也已讀入；不屬本表者請刪除'),
  ),
  'item-malformed': error(
    w('item codes such as 1.1.1, separated by ;', 'correct the codes'),
    w('項目代碼，例如 1.1.1，以 ; 分隔', '請更正代碼'),
  ),
  'item-unknown': error(
    w('an item of the catalogue', 'correct the code or give its edition'),
    w('服務項目表所列項目', '請更正代碼或註明版次'),
  ),
  'url-unusable': error(
    w('an address beginning with https:// or http://', 'correct or empty the cell'),
    w('以 https:// 或 http:// 開頭的網址', '請更正或清空'),
  ),
  'row-repeated': warning(
    w('each certificate once', 'the second row was ignored'),
    w('每張證書僅一列', '重複列已略過'),
  ),
  'rows-conflict': error(
    w('one statement per certificate', 'keep the right one of the rows'),
    w('每張證書僅一種記載', '請保留正確的一列'),
  ),
  'name-differs-within-list': warning(
    w('one name per 統一編號', 'the name of the latest registration was taken, the other kept as a former name'),
    w('同一統一編號使用同一名稱', '採最近登錄之名稱，另一名稱列為曾用名'),
  ),
  'list-older-than-register': error(
    w('a list at least as new as the one loaded', 'give the day the list was read, or import the newest'),
    w('不早於已載入的名單', '請填正確取得日期，或匯入最新名單'),
  ),
  'register-is-fictional': error(
    w(
      'a fictional list, as this register holds the fictional sample',
      'import into a new register (--database FILE or DATABASE_URL) and start the site on it with SAMPLE_DATA=no',
    ),
    w(
      '虛構名單（登錄資料為虛構示範資料）',
      '請匯入新的資料庫（--database 檔案 或 DATABASE_URL），並以 SAMPLE_DATA=no 啟動網站',
    ),
  ),
  'list-is-fictional': error(
    w('a real list, as this register holds real ones', 'import fictional lists into a register of their own'),
    w('真實名單（登錄資料已有真實名單）', '請將虛構名單匯入另一個資料庫'),
  ),
  'most-rows-gone': error(
    w(
      'a complete list',
      'more than half of the current records are not on this list. If that is right, import again with --accept-gone',
    ),
    w('完整名單', '現有登錄有一半以上不在這份名單上。確認無誤後，加 --accept-gone 再匯入'),
  ),
  'most-names-changed': error(
    w(
      'a list whose companies have the names they had',
      'more than half of them have another name: the file may be shifted. If it is right, import again with --accept-changed',
    ),
    w('與既有名稱相符的名單', '半數以上業者名稱不同，檔案可能錯位。確認無誤後，加 --accept-changed 再匯入'),
  ),
  'row-skipped-width': warning(
    w('16 cells', 'the row was left out; compare with the source'),
    w('16 個欄位', '此列略過；請與來源核對'),
  ),
  'row-skipped-ubn': warning(
    w('a 統一編號 of eight digits', 'the row was left out; compare with the source'),
    w('八位數統一編號', '此列略過；請與來源核對'),
  ),
  'most-rows-unusable': error(
    w('at most one unusable row in a hundred', 'check that this is BGMOPEN1.csv, saved whole'),
    w('無法使用之資料列不超過百分之一', '請確認為完整之 BGMOPEN1.csv'),
  ),
  'name-older-than-register': warning(
    w('a name as new as the one known', 'the newer name was kept'),
    w('不早於已知之名稱', '保留較新名稱'),
  ),
} as const satisfies Record<string, Entry>;
