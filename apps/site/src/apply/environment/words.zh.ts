/** Words of the system check; names of the rows are those of the official document. */
export const environmentZh = {
  title: '環境檢測',
  lead: '檢查這台電腦能否讀工商憑證；結果只留在這個頁面。',
  item: '檢測項次',
  result: '檢測結果',
  help: '如未通過',
  rows: {
    system: { name: '作業系統', before: '待檢測', help: '請使用 Windows 或 macOS。' },
    browser: {
      name: '瀏覽器',
      before: '待檢測',
      help: '請使用新版 Edge、Chrome、Firefox 或 Safari，並允許彈出視窗。',
    },
    cookie: { name: '網站 Cookie 設定', before: '待檢測', help: '請允許本站使用 Cookie。' },
    component: {
      name: '跨平台網頁讀卡元件',
      before: '按下方按鈕後檢測',
      help: '請安裝或更新 HiCOS，重新開機再檢測。',
    },
    card: {
      name: '讀卡機及憑證 IC 卡',
      before: '按下方按鈕後檢測',
      help: '請插入工商憑證卡（卡號 MT 或 MG 開頭）。',
    },
    time: { name: '系統時間', before: '待檢測', help: '請開啟自動對時。截止以本站時間為準。' },
  },
  check: '檢測 IC 卡讀卡機元件',
  again: '重新整理',
  noScript: '自動檢測需要 JavaScript；沒有時請依「如未通過」一欄。',
  download: '下載 HiCOS 卡片管理工具',
  toLogin: '前往登入',
  /** What the script puts into the table. */
  script: {
    unknown: '無法辨識',
    yes: '可使用',
    no: '不可使用',
    timeFine: '與本站相差 5 分鐘內',
    timeOff: '與本站相差超過 5 分鐘',
    waiting: '等候讀卡元件回應，還有 {n} 秒。',
    failed: '檢測未完成，請看上表的說明。',
    noCard: '（沒有卡片）',
    noReader: '沒有讀卡機',
    result: '檢測完成：偵測到 {r} 台讀卡機、{c} 張憑證 IC 卡。',
  },
};
