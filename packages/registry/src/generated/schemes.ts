// Generated from data/schemes.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const SCHEME_DATA = [
  {
    "id": "third-party-payment-aml",
    "name": {
      "zh": "提供第三方支付服務之事業或人員洗錢防制及服務能量登錄",
      "en": "Anti-money-laundering and service capability registration of third-party payment providers"
    },
    "shortName": {
      "zh": "第三方支付洗錢防制",
      "en": "Third-party payment AML"
    },
    "aliases": [
      "5.1",
      "第三方支付",
      "第三方支付服務",
      "第三方支付服務業",
      "第三方支付洗錢防制及服務",
      "第三方支付服務洗錢防制",
      "第三方支付服務機構",
      "洗錢防制",
      "洗錢防制及服務",
      "反洗錢",
      "third-party payment",
      "third-party payment service",
      "third-party payment provider"
    ],
    "numberLabel": "通過編號",
    "numberLabelVariants": [],
    "numberKnown": "partly",
    "hints": [
      {
        "pattern": "^\\d{2,3}[-\\s]?第?[一二三四五六七八九十]{1,3}[-\\s]?[0-9A-Za-z]{3,6}(?:\\s*[（(]展延[）)])?$",
        "shape": "ROC year + Chinese ordinal + 3 to 6 letters or digits, optionally followed by （展延）",
        "example": null,
        "source": "shape reported from the published list (columns 證書編號, 廠商名稱, 統一編號, 登錄日期, 有效日期); no genuine number is repeated here"
      }
    ],
    "lists": [
      "現生效",
      "已廢止業者",
      "屆期失效業者"
    ],
    "verifiedBy": [
      "number",
      "ubn",
      "name"
    ],
    "listedOn": "2023-07-20",
    "source": "data/sources/compute-programme-115.md lines 839, 899, 1154"
  },
  {
    "id": "e-signature",
    "name": {
      "zh": "電子簽章解決方案服務能量登錄",
      "en": "Service capability registration of electronic signature solutions"
    },
    "shortName": {
      "zh": "電子簽章",
      "en": "Electronic signature"
    },
    "aliases": [
      "5.2",
      "電子簽章解決方案",
      "電子簽章解決方案服務",
      "電子簽章服務",
      "電子簽章服務機構",
      "電簽",
      "e-signature solution",
      "electronic signatures",
      "electronic signature solution",
      "electronic signature service"
    ],
    "numberLabel": "通過編號",
    "numberLabelVariants": [],
    "numberKnown": "partly",
    "hints": [
      {
        "pattern": "^\\d{3}[-\\s]?電簽[-\\s]?\\d{4}$",
        "shape": "ROC year + 電簽 + four digits, with or without hyphens",
        "example": "113電簽0001",
        "source": "numbers seen in print, with and without hyphens"
      }
    ],
    "lists": [],
    "verifiedBy": [
      "number",
      "ubn",
      "name"
    ],
    "listedOn": "2023-12-08",
    "source": "data/sources/compute-programme-115.md lines 845, 900, 1157"
  },
  {
    "id": "data-economy",
    "name": {
      "zh": "資料經濟服務機構能量登錄",
      "en": "Capability registration of data economy service providers"
    },
    "shortName": {
      "zh": "資料經濟",
      "en": "Data economy"
    },
    "aliases": [
      "5.3",
      "資料經濟服務",
      "資料經濟機構",
      "data economy service",
      "data economy service provider"
    ],
    "numberLabel": "通過編號",
    "numberLabelVariants": [],
    "numberKnown": "no",
    "hints": [],
    "lists": [],
    "verifiedBy": [
      "number",
      "ubn",
      "name"
    ],
    "listedOn": "2024-04-17",
    "source": "data/sources/compute-programme-115.md lines 851, 901, 1160"
  },
  {
    "id": "ai",
    "name": {
      "zh": "人工智慧技術服務機構能量登錄",
      "en": "Capability registration of AI technology service providers"
    },
    "shortName": {
      "zh": "人工智慧",
      "en": "Artificial intelligence"
    },
    "aliases": [
      "5.4",
      "人工智慧技術",
      "人工智慧技術服務",
      "人工智慧服務",
      "人工智慧服務機構",
      "AI 服務",
      "AI 技術",
      "AI 技術服務",
      "AI 技術服務機構",
      "AI 服務機構",
      "artificial intelligence technology",
      "artificial intelligence service",
      "AI service",
      "AI technology",
      "AI technology service",
      "AI technology service provider"
    ],
    "numberLabel": "證書編號",
    "numberLabelVariants": [],
    "numberKnown": "no",
    "hints": [],
    "lists": [],
    "scope": "catalogue-items",
    "verifiedBy": [
      "number",
      "ubn",
      "name"
    ],
    "listedOn": "2024-06-19",
    "source": "data/sources/compute-programme-115.md lines 857, 902, 1163"
  },
  {
    "id": "information-service",
    "name": {
      "zh": "資訊服務機構服務能量登錄",
      "en": "Service capability registration of information service providers"
    },
    "shortName": {
      "zh": "資訊服務",
      "en": "Information service"
    },
    "aliases": [
      "5.5",
      "資訊服務業",
      "資訊服務機構服務",
      "資服",
      "資服業",
      "資服機構",
      "information services",
      "information service provider",
      "IT service",
      "IT services"
    ],
    "numberLabel": "證號",
    "numberLabelVariants": [
      "證書編號"
    ],
    "numberKnown": "no",
    "hints": [],
    "lists": [],
    "verifiedBy": [
      "number",
      "ubn",
      "name"
    ],
    "listedOn": "2024-07-11",
    "source": "data/sources/compute-programme-115.md lines 863, 903, 1166"
  },
  {
    "id": "information-security",
    "name": {
      "zh": "資訊安全服務機構能量登錄",
      "en": "Capability registration of information security service providers"
    },
    "shortName": {
      "zh": "資訊安全",
      "en": "Information security"
    },
    "aliases": [
      "5.6",
      "資安",
      "資安服務",
      "資安服務機構",
      "資安機構",
      "資訊安全服務",
      "資通安全",
      "資通安全服務",
      "infosec",
      "cybersecurity",
      "cyber security",
      "cybersecurity service",
      "information security service",
      "information security service provider"
    ],
    "numberLabel": null,
    "numberLabelVariants": [],
    "numberKnown": "no",
    "hints": [],
    "lists": [],
    "verifiedBy": [
      "ubn",
      "name"
    ],
    "listedOn": "2024-07-12",
    "source": "data/sources/compute-programme-115.md lines 869-873, 904, 1169-1172"
  }
] as const;
export const SHARED_NAME_DATA = [
  {
    "names": [
      "資訊",
      "資訊類",
      "資訊業",
      "資訊技術",
      "IT",
      "information",
      "information technology"
    ],
    "schemes": [
      "information-service",
      "information-security"
    ]
  },
  {
    "names": [
      "數位服務",
      "數位服務機構",
      "能量登錄",
      "服務能量登錄",
      "服務機構",
      "digital service",
      "capability registration"
    ],
    "schemes": [
      "third-party-payment-aml",
      "e-signature",
      "data-economy",
      "ai",
      "information-service",
      "information-security"
    ]
  }
] as const;
export const nameEndings = [
  "能量登錄",
  "登錄",
  "機構",
  "業者",
  "類"
] as const;
