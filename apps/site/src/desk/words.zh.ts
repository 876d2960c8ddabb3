/** Words of both sides of the counter. */
export const deskZh = {
  brand: '能量登錄',
  places: { apply: '申請台', staff: '承辦台' },
  guide: '計畫說明',
  mine: '我的申請',
  environment: '環境檢測',
  queue: '待辦案件',
  rounds: '梯次評比',
  outbox: '通知',
  sheet: '整批查驗',
  logout: '登出',
  otherSiteTitle: '請確認後再送一次',
  otherSite: '這份表單不是從本站頁面送出的，尚未處理。內容都還在，確認無誤後請按「送出」。',
  keptText: (length: string) => `您填的文字（${length} 字）`,
  keptSend: '送出',
  keptLogIn: '在新分頁登入',
};
