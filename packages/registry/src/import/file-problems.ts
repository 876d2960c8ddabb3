import { type Entry, error, w, warning } from './problem-entry.ts';

/** What can be wrong with a file, its sheets, headers and columns. */
export const fileProblems = {
  'file-empty': error(
    w('a header and at least one row', 'check that the file was saved whole'),
    w('標題列與至少一列資料', '請確認檔案已完整儲存'),
  ),
  'file-too-large': error(
    w('a file within the size limit', 'split the list by scheme'),
    w('未超過大小上限的檔案', '請依登錄類別分檔'),
  ),
  'too-many-rows': error(w('at most 10,000 rows', 'split the sheet'), w('最多 10,000 列', '請分成數個檔案')),
  'too-many-columns': error(
    w('at most 256 columns', 'delete what stands to the right of the table'),
    w('最多 256 欄', '請刪除表格右側多餘的內容'),
  ),
  'too-many-cells': error(w('fewer cells with content', 'split the sheet'), w('較少的儲存格', '請分成數個檔案')),
  'workbook-broken': error(
    w('rows and cells in order, each once', 'open the workbook, look at this row, and save it again'),
    w('依序排列且不重複的列與儲存格', '請開啟活頁簿核對此列後重新儲存'),
  ),
  'reading-took-too-long': error(
    w('a file that is read within the time and memory allowed', 'save the table alone in a new file'),
    w('可於時間與記憶體上限內讀取的檔案', '請將表格單獨另存新檔'),
  ),
  'file-unreadable': error(
    w('a CSV, TSV, XLSX or ODS file', 'save it again in one of these formats'),
    w('CSV、TSV、XLSX 或 ODS 檔', '請以上述格式另存新檔'),
  ),
  'file-is-xls': error(
    w(
      'a workbook saved as .xlsx without a password',
      'open it in Excel and save it as .xlsx: this one is an older .xls or has a password',
    ),
    w('未設密碼的 .xlsx 活頁簿', '此檔為舊版 .xls 或設有密碼，請以 Excel 開啟後另存為 .xlsx'),
  ),
  'file-is-web-page': error(
    w(
      'a CSV, TSV, XLSX or ODS file',
      'open it in Excel and save it as .xlsx: it is a web page or XML, whatever its name says',
    ),
    w('CSV、TSV、XLSX 或 ODS 檔', '此檔其實是網頁或 XML，請以 Excel 開啟後另存為 .xlsx'),
  ),
  'file-not-utf8': warning(
    w('UTF-8', 'read as Big5; check the names, then save as UTF-8'),
    w('UTF-8 編碼', '已以 Big5 讀取；請核對名稱並另存為 UTF-8'),
  ),
  'quote-broken': error(
    w('quotes that are closed and doubled inside', 'save the file again from the spreadsheet'),
    w('成對的引號', '請由試算表重新另存'),
  ),
  'header-missing': error(
    w(
      'the names of the columns in the first row',
      'put a row above it that names them, such as 案號, 企業名稱, 統一編號, 登錄類別, 證書編號',
    ),
    w('欄名', '請在最上方加一列欄名，例如案號、企業名稱、統一編號、登錄類別、證書編號'),
  ),
  'column-missing': error(
    w('a column for this field', 'add the column or choose another column map'),
    w('清單有這一欄', '請補上欄位，或改選其他欄位對照'),
  ),
  'column-repeated': error(
    w('one column per field', 'remove or rename one of the columns'),
    w('每一欄位僅出現一次', '請刪除其中一欄或改欄名'),
  ),
  'column-alike': warning(
    w('one such column', 'the first was read; choose the other if that is the right one'),
    w('單一欄位', '已讀取前者；如應為後者，請改選欄位'),
  ),
  'column-unknown': warning(w('a known column', 'the column was not read'), w('已知欄位', '此欄未讀入')),
  'row-above-header': warning(
    w('the header in the first row', 'the row was not read'),
    w('標題列在第一列', '此列未讀入'),
  ),
  'row-is-remark': warning(
    w('a record', 'the row was taken for a remark and not read'),
    w('資料列', '視為備註，此列未讀入'),
  ),
  'sheet-not-read': warning(
    w('a sheet with columns of the list', 'the sheet was not read'),
    w('含名單欄位的工作表', '此工作表未讀入'),
  ),
  'sheet-hidden': warning(
    w('a sheet that is shown', 'the hidden sheet was not read; show it if it belongs to the table'),
    w('未隱藏的工作表', '隱藏的工作表未讀入；如屬本表，請先取消隱藏'),
  ),
  'scheme-assumed': warning(
    w('the registration of the list', 'it was taken from the column map that fits; say it (--scheme) if it is another'),
    w('名單所屬能量登錄', '依相符的欄位對照認定；若為其他類別請指明（--scheme）'),
  ),
  'status-not-stated': error(
    w(
      'a sheet named 現生效, 已廢止業者 or 屆期失效業者, or a column 狀態',
      'name the sheet as at its source, or say the status that its source gives to all its rows (--status)',
    ),
    w(
      '名為現生效、已廢止業者或屆期失效業者的工作表，或狀態欄',
      '請依來源命名工作表，或指明來源所載全部資料列的狀態（--status）',
    ),
  ),
  'cell-beyond-header': error(
    w('no more cells than the header has', 'check quotes and separators of this row'),
    w('資料格數不超過標題列', '請檢查此列的引號與分隔符號'),
  ),
  'cell-missing': error(w('a value', 'fill the cell'), w('必填內容', '請填入內容')),
  'cell-holds-several': error(
    w('one value', 'keep the right one, or give each a row of its own'),
    w('單一內容', '請保留正確者，或分列填寫'),
  ),
  'cell-is-mark': error(
    w('the text itself, not a mark that there is one', 'write what the source says, or empty the cell'),
    w('實際內容，而非有無的記號', '請填來源所載內容，或清空'),
  ),
  'cell-misfit': error(
    w('text that fits this column', 'the row is held back: compare it with the source, cell by cell'),
    w('與此欄相符的內容', '此列暫不採用，請逐格與來源核對'),
  ),
  'cell-too-long': error(w('at most 500 characters', 'shorten the cell'), w('最多 500 字', '請縮短內容')),
  'scheme-unknown': error(
    w('one of the capability registrations', 'use the id or the official name, e.g. ai or 人工智慧'),
    w('能量登錄項目之一', '請填代號或正式名稱，例如 ai 或 人工智慧'),
  ),
  'scheme-ambiguous': error(
    w('one registration only', 'write which of these is meant'),
    w('單一登錄類別', '請寫明是其中哪一項'),
  ),
} as const satisfies Record<string, Entry>;
