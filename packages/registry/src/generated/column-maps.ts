// Generated from data/column-maps.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const COLUMN_MAP_DATA = [
  {
    "id": "register",
    "title": {
      "zh": "登錄清冊（本專案格式）",
      "en": "Register list (this project's format)"
    },
    "source": "README of this project; the columns a ministry can feed",
    "constants": {},
    "sheets": [
      {
        "names": [
          "現生效",
          "現生效業者",
          "生效"
        ],
        "status": "生效"
      },
      {
        "names": [
          "已廢止業者",
          "已廢止",
          "廢止"
        ],
        "status": "廢止"
      },
      {
        "names": [
          "屆期失效業者",
          "屆期失效"
        ],
        "status": "屆期失效"
      }
    ],
    "columns": {
      "row": [
        "序號"
      ],
      "scheme": [
        "scheme",
        "登錄類別",
        "登錄別",
        "能量登錄",
        "能量登錄別",
        "類別"
      ],
      "number": [
        "number",
        "證書編號",
        "通過編號",
        "證號",
        "證書號碼",
        "編號"
      ],
      "ubn": [
        "ubn",
        "統一編號",
        "統編",
        "營利事業統一編號"
      ],
      "name": [
        "name",
        "廠商名稱",
        "公司名稱",
        "機構名稱",
        "業者名稱",
        "登錄機構",
        "名稱"
      ],
      "name_en": [
        "name_en",
        "英文名稱",
        "公司英文名稱"
      ],
      "former_names": [
        "former_names",
        "曾用名稱",
        "曾用名",
        "原名稱",
        "更名前名稱"
      ],
      "city": [
        "city",
        "縣市",
        "所在縣市"
      ],
      "registered_on": [
        "registered_on",
        "登錄日期",
        "通過日期",
        "發證日期",
        "核發日期"
      ],
      "valid_until": [
        "valid_until",
        "有效日期",
        "有效期限",
        "有效期間迄日",
        "有效日"
      ],
      "status": [
        "status",
        "狀態",
        "登錄狀態"
      ],
      "status_on": [
        "status_on",
        "狀態日期",
        "廢止日期",
        "暫停日期"
      ],
      "items": [
        "items",
        "服務項目",
        "登錄項目",
        "項目代碼"
      ],
      "edition": [
        "edition",
        "項目版次",
        "版次"
      ],
      "evidence_url": [
        "evidence_url",
        "佐證網址",
        "來源網址"
      ],
      "head_office_ubn": [
        "head_office_ubn",
        "總機構統一編號"
      ],
      "predecessor_ubn": [
        "predecessor_ubn",
        "前身統一編號"
      ],
      "successor_ubn": [
        "successor_ubn",
        "承受者統一編號"
      ]
    },
    "required": [
      "scheme",
      "ubn",
      "name",
      "registered_on",
      "valid_until"
    ]
  },
  {
    "id": "third-party-payment-list",
    "title": {
      "zh": "第三方支付服務能量登錄名單",
      "en": "Published list of third-party payment registrations"
    },
    "source": "The published ODS: three sheets 現生效, 已廢止業者, 屆期失效業者 with the columns 序號, 證書編號, 廠商名稱, 統一編號, 登錄日期, 有效日期 (as described by the project's domain notes; the file itself is not repeated here)",
    "constants": {
      "scheme": "third-party-payment-aml"
    },
    "sheets": [
      {
        "names": [
          "現生效",
          "現生效業者",
          "生效"
        ],
        "status": "生效"
      },
      {
        "names": [
          "已廢止業者",
          "已廢止",
          "廢止"
        ],
        "status": "廢止"
      },
      {
        "names": [
          "屆期失效業者",
          "屆期失效"
        ],
        "status": "屆期失效"
      }
    ],
    "columns": {
      "row": [
        "序號"
      ],
      "number": [
        "證書編號"
      ],
      "ubn": [
        "統一編號"
      ],
      "name": [
        "廠商名稱"
      ],
      "registered_on": [
        "登錄日期"
      ],
      "valid_until": [
        "有效日期"
      ],
      "status": [
        "狀態",
        "登錄狀態"
      ],
      "status_on": [
        "廢止日期"
      ]
    },
    "required": [
      "number",
      "ubn",
      "name",
      "registered_on",
      "valid_until",
      "status"
    ]
  }
] as const;
