// Generated from data/registry/cells.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const numberWords = {
  "see": "詳|請|如|見|參|參見|參考|檢附|同",
  "place": "附件|附檔|附錄|附|上|前|下|左|右|表|後|佐證|證書|證明|影本|資料|項|列|欄|案|說明",
  "enclosed": "檢附",
  "annex": "附件",
  "elsewhere": "ditto|attached|sameasabove",
  "seeAttached": "seeattach",
  "yes": "是|有|yes|y|v|✓|✔|☑|■|●|○|具備|符合|有登錄|有通過|有證書",
  "already": "已|業已|均已|皆已",
  "done": "通過|取得|登錄|獲證|核發|完成登錄|完成|登錄有案|取得登錄|取得證書|具備",
  "doneOf": "能量登錄|登錄|證書|審查|者",
  "none": "未|無|沒有|沒",
  "noneOf": "申請|參加|登錄|此項|資料|取得計畫|證書|編號|通過編號|能量登錄",
  "related": "相關",
  "own": "本公司",
  "registration": "能量登錄",
  "registered": "登錄",
  "kind": "通過|證書|登錄|合格|核可|核准|證照",
  "called": "編號|字號|證號|號碼|文號",
  "is": "是|為",
  "english": "no|certificate|cert",
  "labels": "通過編號|證書編號|證書字號|證號|編號",
  "joined": "以及|暨|與",
  "validity": "有效|效期|期限|至|到",
  "notes": "展延|已|現|廢止|屆期|逾期|停止|暫停|註銷|撤銷|備註|註",
  "stated": "展延|廢止|屆期|屆期失效|逾期|停止|暫停|註銷|撤銷|生效中|生效|有效",
  "now": "已|現",
  "bodies": "公司|事務所|行號|商號"
} as const;
export const markWords = {
  "yes": "checked|selected|on",
  "no": "false|unchecked|off|no|x|否|非|不同意|未登錄|未通過|未取得|☐|✗|✘"
} as const;
export const cellWords = {
  "noValue": "null|none|nan|nil|undefined|#n/a|<na>",
  "ditto": "〃|″|\"|''|同上|同前|ditto",
  "formerNames": "前名稱|原名稱|原名|舊名稱|舊名|曾用名稱|曾用名|前身|更名前名稱|更名前",
  "bodies": "公司|事務所|商行|企業社|工作室|協會|基金會|學會|合作社|有限合夥|研究院|大學|學校"
} as const;
export const openEnded = [
  "open",
  "無期限",
  "長期有效",
  "不定期"
] as const;
export const oneselfWords = {
  "own": "本|敝|我|貴",
  "body": "公司|企業|單位|機構|社|行號|商號|司"
} as const;
export const quantityWords = {
  "about": "約|近|逾|超過|未滿|至少",
  "units": "名|人|家|件|筆|張|歲|萬元|億元|元|%",
  "bounds": "以上|以下|以內|未滿"
} as const;
export const itemWords = {
  "notAll": "不含|不包括|除外|以外|排除|除|except|without",
  "range": "至|到",
  "joined": "和|及|與|暨"
} as const;
