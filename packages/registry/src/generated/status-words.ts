// Generated from data/registry/statuses.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const STATUS_DATA = [
  {
    "id": "revoked",
    "printed": "廢止",
    "whole": [
      "廢止",
      "撤銷",
      "註銷",
      "取消",
      "除名",
      "失格",
      "revoked",
      "cancelled",
      "canceled",
      "withdrawn"
    ],
    "within": "廢止|撤銷|註銷|註消|除名|取消登錄|取消資格|終止登錄|終止資格|revoked|cancelled|canceled|withdrawn"
  },
  {
    "id": "suspended",
    "printed": "暫停",
    "whole": [
      "暫停",
      "停權",
      "停止",
      "中止",
      "suspended"
    ],
    "within": "暫停|停權|停止(?!日)|中止|suspended"
  },
  {
    "id": "expired",
    "printed": "屆期失效",
    "whole": [
      "屆期失效",
      "屆期",
      "失效",
      "逾期",
      "到期",
      "過期",
      "期滿",
      "expired",
      "lapsed"
    ],
    "within": "屆期|失效|逾期|已到期|過期|期滿|expired|lapsed"
  },
  {
    "id": "renewed",
    "printed": "展延",
    "whole": [
      "展延",
      "續期",
      "換發",
      "renewed",
      "extended"
    ],
    "within": "展延(?!中)|renewed|extended"
  },
  {
    "id": "in-force",
    "printed": "生效",
    "whole": [
      "生效",
      "有效",
      "合格",
      "通過",
      "登錄中",
      "有效中",
      "正常",
      "valid",
      "active",
      "in-force",
      "inforce"
    ],
    "within": "現生效|生效中|審核通過|通過名單|有效名單|現行有效|in-force|inforce|(?<!in)valid|(?<!in)active"
  }
] as const;
export const statusWords = {
  "before": "現|已|業已|業經|經|目前",
  "behind": "登錄資格|登錄|資格|業者|名單|中|者|之廠商|廠商|清單|證書",
  "since": "自|於|自即日|即日",
  "excepted": "不含|不列|排除|除外|以外|未廢止|未撤銷",
  "noted": "廢止|撤銷|註銷|註消|除名|取消|終止|暫停|停權|停止|中止|屆期|失效|逾期|到期|過期",
  "asked": {
    "before": "是否",
    "behind": "與否"
  }
} as const;
