// Generated from data/registry/rows.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const rowWords = {
  "remarks": "註|資料來源|資料時間|更新日期|更新時間|製表|列印|本表|承辦|主管|單位主管|核章|聯絡人|以下空白|以上",
  "totals": "合計|總計|小計|共計|累計|總數|總和|件數|家數|total|subtotal|sum",
  "count": "共|計",
  "counted": "家|件|筆|張|項",
  "countedInHeading": "家|件|筆",
  "turns": "批|梯|次|梯次|期|季|類|部分",
  "categories": "模型訓練類|模型推論類",
  "lists": "業者|名單|清單|一覽表",
  "spacedRemarks": "備\\s*註|附\\s*註|說\\s*明"
} as const;
