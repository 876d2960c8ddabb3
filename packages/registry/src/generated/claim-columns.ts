// Generated from data/registry/claim-columns.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const claimHeaders = {
  "whole": {
    "id": [
      "id",
      "序號",
      "案號",
      "申請編號",
      "申請案號",
      "案件編號",
      "案件號",
      "計畫編號",
      "送件序號",
      "收件編號",
      "收件號",
      "申請序號",
      "項次",
      "no",
      "no.",
      "#",
      "application",
      "application no",
      "application number"
    ],
    "scheme": [
      "scheme",
      "登錄類別",
      "登錄別",
      "能量登錄",
      "能量登錄別",
      "類別",
      "證書類別",
      "登錄項目",
      "能量登錄類別",
      "加分項目",
      "type"
    ],
    "number": [
      "number",
      "證書編號",
      "通過編號",
      "證號",
      "證書號碼",
      "登錄編號",
      "證書字號",
      "登錄證號",
      "填報編號",
      "編號或證號",
      "certificate",
      "certificate number",
      "certificateno",
      "registration number"
    ],
    "ubn": [
      "ubn",
      "統一編號",
      "統編",
      "公司統一編號",
      "公司統編",
      "申請人統一編號",
      "營利事業統一編號",
      "企業統一編號",
      "taxid",
      "vat",
      "ban"
    ],
    "name": [
      "name",
      "公司名稱",
      "廠商名稱",
      "企業名稱",
      "申請單位",
      "申請人",
      "申請者",
      "申請公司",
      "申請企業",
      "申請廠商",
      "業者名稱",
      "業者",
      "廠商",
      "公司",
      "企業",
      "機構名稱",
      "單位名稱",
      "事業名稱",
      "申請人名稱",
      "申請單位名稱",
      "申請企業名稱",
      "名稱",
      "company",
      "company name",
      "applicant"
    ],
    "on": [
      "on",
      "送件日期",
      "送件日",
      "申請日期",
      "申請日",
      "收件日期",
      "收件日",
      "送審日期",
      "送審日",
      "基準日",
      "基準日期",
      "判定日",
      "送件時間",
      "收件時間",
      "申請時間",
      "submitted",
      "submission date",
      "date submitted",
      "submitted on"
    ]
  },
  "part": {
    "id": [
      "案號",
      "案件編號",
      "申請編號"
    ],
    "scheme": [
      "登錄類",
      "scheme"
    ],
    "number": [
      "證書編號",
      "通過編號",
      "證號",
      "certificate"
    ],
    "ubn": [
      "統一編號",
      "統編"
    ],
    "name": [
      "公司名",
      "企業名",
      "廠商",
      "company"
    ],
    "on": [
      "送件日",
      "收件日",
      "送審日",
      "申請日期"
    ]
  },
  "weak": [
    "id",
    "序號",
    "項次",
    "no",
    "no.",
    "#",
    "類別",
    "type",
    "名稱"
  ],
  "bare": [
    "編號",
    "號碼",
    "登錄號碼",
    "證書"
  ]
} as const;
export const headerWords = {
  "misleading": "總機構|分公司|英文|前次|原|備註|說明|連結|網址|有效|期限|合作|協力|夥伴|委託|聯絡|窗口|電話|地址|負責人|代表人",
  "aboutNumbers": "備註|說明|有效期|效期|到期|日期",
  "asksNumber": "編號|證號|字號|號碼",
  "wrapping": {
    "order": "加分項目|加分|項目",
    "before": "加分項目|加分|能量登錄|登錄項目|是否為|是否具|是否具備|是否通過|是否取得|是否|具|具備",
    "of": "之",
    "registration": "能量登錄",
    "kind": "通過|證書|登錄",
    "called": "編號|字號|證號|號碼|證書",
    "whether": "是否",
    "done": "通過|登錄|取得"
  }
} as const;
