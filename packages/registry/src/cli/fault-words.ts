import type { RegisterError, RegisterFault } from '../database/fault.ts';
import type { Language } from './words.ts';

const advice: Readonly<Record<RegisterFault, string>> = {
  'database-locked': '另一程式正在寫入登錄資料，請稍後再試',
  'database-unreachable': '無法開啟資料庫；請檢查 DATABASE_URL、資料夾與伺服器',
  'database-timeout': '資料庫未在時限內回應；請檢查伺服器與網路後再試',
  'database-read-only': '登錄資料無法寫入，請檢查檔案與資料夾權限',
  'database-damaged': '檔案不是登錄資料庫或已損毀，請由備份還原',
  'disk-full': '磁碟已滿；請清出空間後重新執行，資料未變更',
  'driver-missing': '未安裝連接此資料庫的套件；請安裝所列套件',
  'schema-too-new': '登錄資料由較新版本的 @aipower/registry 寫入；請更新本程式',
  'file-unreadable': '無法讀取檔案；請檢查路徑與權限',
  'file-unwritable': '無法寫入檔案；請檢查路徑、資料夾與權限',
  'register-closed': '登錄資料庫已關閉',
  'database-failed': '資料庫拒絕此操作',
};

/** One line for a failure of the world: its code, what to do, and the original cause. */
export function sayFault(error: RegisterError, language: Language): string {
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return language === 'en'
    ? `${error.code}: ${error.message}`
    : `${error.code}：${advice[error.code]}${cause && `（${cause}）`}`;
}
