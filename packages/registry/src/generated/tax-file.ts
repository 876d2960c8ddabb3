// Generated from data/tax-register.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const taxHeader = [
  "營業地址",
  "統一編號",
  "總機構統一編號",
  "營業人名稱",
  "資本額",
  "設立日期",
  "組織別名稱",
  "使用統一發票",
  "行業代號",
  "名稱",
  "行業代號1",
  "名稱1",
  "行業代號2",
  "名稱2",
  "行業代號3",
  "名稱3"
] as const;
