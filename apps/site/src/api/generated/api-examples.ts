// Made by scripts/generate.ts: run `npm run generate`. Never edit.
import type { ApiExample } from '../example.ts';

export const examplesMadeOn = '2026-07-15';
export const examplesOrigin = 'https://register.example.tw';

export const apiExamples: Readonly<Record<string, ApiExample>> = {
 "getIndex": {
  "answer": {
   "version": "1.0.0",
   "documentation": "https://register.example.tw/en/api",
   "openapi": "https://register.example.tw/api/v1/openapi.json",
   "operations": [
    {
     "id": "getIndex",
     "method": "GET",
     "url": "https://register.example.tw/api/v1/",
     "title": "Index"
    },
    {
     "id": "getCatalogue",
     "method": "GET",
     "url": "https://register.example.tw/api/v1/catalogue",
     "title": "All service items"
    },
    {
     "id": "searchCatalogue",
     "method": "GET",
     "url": "https://register.example.tw/api/v1/catalogue/search",
     "title": "Search service items"
    }
   ],
   "others": {
    "reconciliation": {
     "url": "https://register.example.tw/reconcile",
     "title": "Reconciliation Service API 0.2 (OpenRefine)"
    },
    "reconciliationDraft": {
     "url": "https://register.example.tw/reconcile/v1",
     "title": "Reconciliation Service API 1.0-draft"
    },
    "mcp": {
     "url": "https://register.example.tw/mcp",
     "title": "Model Context Protocol, streamable HTTP"
    },
    "feed": {
     "url": "https://register.example.tw/feed.atom",
     "title": "Atom (RFC 4287, RFC 5005)"
    },
    "linkedData": {
     "url": "https://register.example.tw/catalogue/112",
     "title": "SKOS"
    },
    "dumps": {
     "url": "https://register.example.tw/api/v1/dumps/datapackage.json",
     "title": "Frictionless data package"
    }
   }
  },
  "most": 3
 },
 "getCatalogue": {
  "answer": {
   "edition": "112",
   "title": {
    "zh": "人工智慧技術服務機構服務能量登錄服務項目之分項內容說明",
    "en": "Service capability registration of AI technology service providers: explanation of the service items"
   },
   "issuer": {
    "zh": "數位發展部數位產業署",
    "en": "Administration for Digital Industries, Ministry of Digital Affairs"
   },
   "official": "zh",
   "tiers": [
    {
     "level": "tier",
     "code": "1",
     "title": {
      "zh": "人工智慧核心技術能力",
      "en": "Core AI technology capability"
     },
     "url": "https://register.example.tw/catalogue/1",
     "providers": 10,
     "groups": [
      {
       "level": "group",
       "code": "1.1",
       "tier": "1",
       "title": {
        "zh": "模型開發生命週期",
        "en": "Model development lifecycle"
       },
       "url": "https://register.example.tw/catalogue/1.1",
       "providers": 4,
       "items": [
        {
         "level": "item",
         "code": "1.1.1",
         "tier": "1",
         "group": "1.1",
         "title": {
          "zh": "數據標註/標註任務/數據品質稽核",
          "en": "Data annotation, labelling tasks and data quality auditing"
         },
         "definition": {
          "zh": "包括有內部標註團隊，或透過網路眾包形式，能接受委託，基於分析建模需求協助進行資料標註、標註檢核與協助進行數據品質檢核等任務之服務。",
          "en": "Services which, having an in-house annotation team or working through online crowdsourcing, can accept commissions to assist, according to the needs of analysis and modelling, with tasks such as data annotation, annotation checking and data quality inspection."
         },
         "requirements": [],
         "exclusions": [],
         "url": "https://register.example.tw/catalogue/1.1.1",
         "providers": 2
        }
       ]
      }
     ]
    }
   ]
  },
  "most": 1
 },
 "searchCatalogue": {
  "answer": {
   "items": [
    {
     "code": "4.6.1",
     "title": {
      "zh": "瑕疵檢測 AOI/良率最佳化",
      "en": "Defect inspection (AOI) and yield optimisation"
     },
     "because": null,
     "url": "https://register.example.tw/catalogue/4.6.1"
    }
   ]
  },
  "most": null
 },
 "getCatalogueEntry": {
  "answer": {
   "level": "item",
   "code": "4.6.1",
   "tier": "4",
   "group": "4.6",
   "title": {
    "zh": "瑕疵檢測 AOI/良率最佳化",
    "en": "Defect inspection (AOI) and yield optimisation"
   },
   "definition": {
    "zh": "基於人工智慧機器視覺的自動光學檢查（Automated Optical Inspection），能以高速、高精度的方式進行產品瑕疵檢測，運用機器視覺做為檢測標準技術，用以降低生產成本、提升良率，以及改進製程使用之技術，或是具備可在產品尚未或無法進行實際量測的情況下，基於生產機台參數之數據模型推估產品品質，達到全檢目標之虛擬量測技術。",
    "en": "Automated optical inspection (AOI) based on artificial intelligence machine vision that can inspect products for defects at high speed and with high precision; technology that uses machine vision as the inspection standard to lower production cost, raise yield and improve processes; or virtual metrology technology that, where a product has not yet been or cannot be physically measured, estimates product quality from a data model based on the parameters of production machines, so as to achieve the goal of full inspection."
   },
   "requirements": [],
   "exclusions": [],
   "url": "https://register.example.tw/catalogue/4.6.1",
   "providers": 3,
   "neighbours": [
    {
     "code": "4.6.2",
     "title": {
      "zh": "預防性維護/肇因分析",
      "en": "Preventive maintenance and root cause analysis"
     },
     "when": {
      "zh": "要預測設備故障、安排保養，或出問題後回頭找肇因時，改選 4.6.2。",
      "en": "Choose 4.6.2 instead when the aim is to predict equipment failure, schedule maintenance or trace the cause after a problem."
     }
    },
    {
     "code": "4.6.3",
     "title": {
      "zh": "智慧製造整合導入",
      "en": "Integrated adoption of smart manufacturing"
     },
     "when": {
      "zh": "提供整座工廠系統、管理、數據的整合導入而非單一檢測站時，改選 4.6.3。",
      "en": "Choose 4.6.3 instead when the offer is integration of a whole factory's systems, management and data rather than an inspection station."
     }
    }
   ]
  },
  "most": 2
 },
 "suggest": {
  "answer": {
   "suggestions": [
    {
     "kind": "item",
     "label": "1.1.1 Data annotation, labelling tasks and data quality auditing",
     "detail": "標註員",
     "url": "https://register.example.tw/en/catalogue/1.1.1"
    },
    {
     "kind": "provider",
     "label": "示範標註工坊股份有限公司",
     "detail": "00000254",
     "url": "https://register.example.tw/en/providers/00000254"
    }
   ]
  },
  "most": null
 },
 "getRegister": {
  "answer": {
   "revision": 1,
   "sample": true,
   "today": "2026-07-15",
   "providers": 80,
   "certificates": 150,
   "schemes": [
    {
     "scheme": "third-party-payment-aml",
     "list": {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     "certificates": 9,
     "providers": 8,
     "states": {
      "valid": 7,
      "expiring": 0,
      "not-yet-valid": 0,
      "expired": 2,
      "suspended": 0,
      "revoked": 0,
      "gone": 0,
      "unverifiable": 0
     },
     "name": {
      "zh": "提供第三方支付服務之事業或人員洗錢防制及服務能量登錄",
      "en": "Anti-money-laundering and service capability registration of third-party payment providers"
     }
    },
    {
     "scheme": "e-signature",
     "list": {
      "scheme": "e-signature",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     "certificates": 10,
     "providers": 9,
     "states": {
      "valid": 6,
      "expiring": 0,
      "not-yet-valid": 2,
      "expired": 2,
      "suspended": 0,
      "revoked": 0,
      "gone": 0,
      "unverifiable": 0
     },
     "name": {
      "zh": "電子簽章解決方案服務能量登錄",
      "en": "Service capability registration of electronic signature solutions"
     }
    },
    {
     "scheme": "data-economy",
     "list": {
      "scheme": "data-economy",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     "certificates": 15,
     "providers": 14,
     "states": {
      "valid": 11,
      "expiring": 0,
      "not-yet-valid": 1,
      "expired": 2,
      "suspended": 0,
      "revoked": 1,
      "gone": 0,
      "unverifiable": 0
     },
     "name": {
      "zh": "資料經濟服務機構能量登錄",
      "en": "Capability registration of data economy service providers"
     }
    }
   ],
   "taxRegister": {
    "loaded": true,
    "snapshotOn": "2026-06-01",
    "rows": 82
   }
  },
  "most": 3
 },
 "getRegisterOverTime": {
  "answer": {
   "sample": true,
   "today": "2026-07-15",
   "withdrawnLists": 0,
   "schemes": [
    {
     "scheme": "third-party-payment-aml",
     "name": {
      "zh": "提供第三方支付服務之事業或人員洗錢防制及服務能量登錄",
      "en": "Anti-money-laundering and service capability registration of third-party payment providers"
     },
     "counts": [
      {
       "day": "2024-10-01",
       "until": "2024-12-31",
       "basis": "before",
       "complete": false,
       "valid": 2,
       "unverifiable": 0
      },
      {
       "day": "2025-01-01",
       "until": "2025-03-31",
       "basis": "before",
       "complete": false,
       "valid": 3,
       "unverifiable": 0
      },
      {
       "day": "2025-04-01",
       "until": "2025-06-30",
       "basis": "before",
       "complete": false,
       "valid": 3,
       "unverifiable": 0
      }
     ]
    },
    {
     "scheme": "e-signature",
     "name": {
      "zh": "電子簽章解決方案服務能量登錄",
      "en": "Service capability registration of electronic signature solutions"
     },
     "counts": [
      {
       "day": "2024-10-01",
       "until": "2024-12-31",
       "basis": "before",
       "complete": false,
       "valid": 1,
       "unverifiable": 0
      },
      {
       "day": "2025-01-01",
       "until": "2025-03-31",
       "basis": "before",
       "complete": false,
       "valid": 2,
       "unverifiable": 1
      },
      {
       "day": "2025-04-01",
       "until": "2025-06-30",
       "basis": "before",
       "complete": false,
       "valid": 2,
       "unverifiable": 1
      }
     ]
    },
    {
     "scheme": "data-economy",
     "name": {
      "zh": "資料經濟服務機構能量登錄",
      "en": "Capability registration of data economy service providers"
     },
     "counts": [
      {
       "day": "2024-10-01",
       "until": "2024-12-31",
       "basis": "before",
       "complete": false,
       "valid": 1,
       "unverifiable": 1
      },
      {
       "day": "2025-01-01",
       "until": "2025-03-31",
       "basis": "before",
       "complete": false,
       "valid": 2,
       "unverifiable": 1
      },
      {
       "day": "2025-04-01",
       "until": "2025-06-30",
       "basis": "before",
       "complete": false,
       "valid": 3,
       "unverifiable": 1
      }
     ]
    }
   ]
  },
  "most": 3
 },
 "listProviders": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "on": "2026-07-15",
   "match": "all",
   "page": {
    "number": 1,
    "size": 2,
    "pages": 2,
    "total": 3
   },
   "providers": [
    {
     "ubn": "00000178",
     "name": "示範產線檢測股份有限公司",
     "nameEn": "Demo Line Inspection Inc.",
     "formerNames": [],
     "city": "新北市",
     "url": "https://register.example.tw/providers/00000178",
     "certificates": [
      {
       "scheme": "ai",
       "number": "示範-AI-0045",
       "period": {
        "from": "2025-10-17",
        "until": "2027-10-16"
       },
       "states": [
        "valid"
       ],
       "items": [
        "4.6.1"
       ],
       "url": "https://register.example.tw/certificates/ai/%E7%A4%BA%E7%AF%84-AI-0045"
      }
     ]
    }
   ],
   "facets": {
    "tier": {
     "2": 1,
     "4": 3
    },
    "group": {
     "4.6": 3,
     "2.1": 1
    },
    "item": {
     "4.4.3": 1,
     "3.2.2": 2,
     "4.10.3": 1,
     "4.8.2": 2,
     "4.9.1": 2,
     "4.9.5": 1,
     "1.1.1": 2,
     "1.1.3": 1,
     "1.1.6": 2,
     "1.2.1": 2,
     "1.2.3": 2,
     "4.2.4": 1,
     "4.2.10": 1,
     "4.4.1": 2,
     "4.4.2": 1,
     "4.4.4": 1,
     "4.13.1": 1,
     "4.13.5": 1,
     "4.2.2": 2,
     "4.2.8": 1,
     "4.2.9": 1,
     "4.6.1": 3,
     "4.6.2": 3,
     "4.6.3": 1,
     "2.2.2": 1,
     "4.4.5": 1,
     "2.1.1": 1,
     "4.9.3": 1,
     "3.1.2": 1,
     "4.15.1": 3,
     "4.2.5": 2,
     "4.2.11": 1,
     "4.7.1": 1,
     "4.14.2": 1,
     "1.3.1": 1,
     "1.3.3": 3,
     "1.3.4": 1,
     "4.12.1": 2,
     "4.12.3": 1,
     "4.14.1": 2,
     "3.1.3": 1,
     "3.3.2": 2,
     "4.15.2": 1,
     "4.9.2": 2,
     "4.9.6": 1,
     "2.2.1": 1,
     "4.5.2": 1,
     "4.5.3": 2,
     "4.3.3": 2,
     "4.3.2": 1,
     "4.13.2": 3,
     "4.13.3": 1,
     "4.1.2": 2,
     "4.8.3": 1,
     "4.3.4": 2,
     "4.5.1": 1,
     "1.2.2": 2,
     "3.3.1": 2,
     "3.3.3": 1,
     "4.14.3": 1,
     "4.14.4": 1,
     "4.7.2": 1,
     "4.12.2": 1,
     "4.2.3": 1,
     "4.2.6": 2,
     "4.10.2": 1,
     "4.3.1": 1,
     "2.1.2": 1,
     "2.1.4": 2,
     "4.8.1": 1,
     "1.1.5": 1,
     "4.9.4": 1,
     "1.1.4": 1,
     "4.10.1": 1,
     "4.13.4": 1,
     "4.11.1": 1,
     "1.3.2": 1,
     "3.2.1": 1
    },
    "scheme": {
     "ai": 3
    },
    "city": {
     "高雄市": 1,
     "新北市": 1,
     "新竹縣": 1
    },
    "state": {
     "valid": 3
    }
   }
  },
  "most": 1
 },
 "getProvider": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "on": "2026-07-15",
   "provider": {
    "ubn": "00000254",
    "name": "示範標註工坊股份有限公司",
    "nameEn": "Demo Annotation Works Co., Ltd.",
    "formerNames": [],
    "city": "新竹市",
    "url": "https://register.example.tw/providers/00000254",
    "headOfficeUbn": null,
    "predecessorUbn": null,
    "successorUbn": null,
    "warnings": [],
    "certificates": [
     {
      "scheme": "ai",
      "number": "示範-AI-0001",
      "extended": false,
      "ubn": "00000254",
      "period": {
       "from": "2025-04-17",
       "until": "2027-04-16"
      },
      "status": "in-force",
      "statusOn": null,
      "listed": true,
      "items": [
       "1.1.1"
      ],
      "edition": "112",
      "evidenceUrl": "https://example.org/demo-register/ai-0001",
      "source": "示範名單（虛構） Fictional sample list",
      "url": "https://register.example.tw/certificates/ai/%E7%A4%BA%E7%AF%84-AI-0001",
      "onDay": {
       "verdict": "valid",
       "reason": "within-period",
       "day": "2026-07-15",
       "since": "2025-04-17"
      },
      "today": {
       "verdict": "valid",
       "reason": "within-period",
       "day": "2026-07-15",
       "since": "2025-04-17"
      },
      "timeline": [
       {
        "kind": "registered",
        "on": "2025-04-17",
        "after": null,
        "by": "2026-07-15",
        "source": "示範名單（虛構） Fictional sample list"
       }
      ]
     }
    ]
   }
  },
  "most": 1
 },
 "getCertificate": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "ai",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "on": "2026-07-15",
   "certificates": [
    {
     "holder": {
      "ubn": "00000254",
      "name": "示範標註工坊股份有限公司",
      "nameEn": "Demo Annotation Works Co., Ltd."
     },
     "certificate": {
      "scheme": "ai",
      "number": "示範-AI-0001",
      "extended": false,
      "ubn": "00000254",
      "period": {
       "from": "2025-04-17",
       "until": "2027-04-16"
      },
      "status": "in-force",
      "statusOn": null,
      "listed": true,
      "items": [
       "1.1.1",
       "1.1.6"
      ],
      "edition": "112",
      "evidenceUrl": "https://example.org/demo-register/ai-0001",
      "source": "示範名單（虛構） Fictional sample list",
      "url": "https://register.example.tw/certificates/ai/%E7%A4%BA%E7%AF%84-AI-0001",
      "onDay": {
       "verdict": "valid",
       "reason": "within-period",
       "day": "2026-07-15",
       "since": "2025-04-17"
      },
      "today": {
       "verdict": "valid",
       "reason": "within-period",
       "day": "2026-07-15",
       "since": "2025-04-17"
      },
      "timeline": [
       {
        "kind": "registered",
        "on": "2025-04-17",
        "after": null,
        "by": "2026-07-15",
        "source": "示範名單（虛構） Fictional sample list"
       }
      ]
     }
    }
   ]
  },
  "most": null
 },
 "verifyClaims": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "ai",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "on": "2026-07-01",
   "today": "2026-07-15",
   "results": [
    {
     "id": "5.4",
     "claim": {
      "id": "5.4",
      "scheme": "ai",
      "number": "示範-AI-0001",
      "ubn": "00000254"
     },
     "day": "2026-07-01",
     "verdict": "valid",
     "reason": "within-period",
     "since": "2025-04-17",
     "today": {
      "verdict": "valid",
      "reason": "within-period",
      "day": "2026-07-15",
      "since": "2025-04-17"
     },
     "relation": "same",
     "holder": {
      "ubn": "00000254",
      "name": "示範標註工坊股份有限公司",
      "nameEn": "Demo Annotation Works Co., Ltd."
     },
     "certificate": {
      "scheme": "ai",
      "number": "示範-AI-0001",
      "extended": false,
      "ubn": "00000254",
      "period": {
       "from": "2025-04-17",
       "until": "2027-04-16"
      },
      "status": "in-force",
      "statusOn": null,
      "listed": true,
      "items": [
       "1.1.1"
      ],
      "edition": "112",
      "evidenceUrl": "https://example.org/demo-register/ai-0001",
      "source": "示範名單（虛構） Fictional sample list",
      "url": "https://register.example.tw/certificates/ai/%E7%A4%BA%E7%AF%84-AI-0001",
      "onDay": {
       "verdict": "valid",
       "reason": "within-period",
       "day": "2026-07-01",
       "since": "2025-04-17"
      },
      "today": {
       "verdict": "valid",
       "reason": "within-period",
       "day": "2026-07-15",
       "since": "2025-04-17"
      },
      "timeline": [
       {
        "kind": "registered",
        "on": "2025-04-17",
        "after": null,
        "by": "2026-07-15",
        "source": "示範名單（虛構） Fictional sample list"
       }
      ]
     },
     "others": [],
     "cautions": [],
     "suggestions": []
    }
   ]
  },
  "most": 1
 },
 "verifyText": {
  "answer": "Artificial intelligence (registration number 示範-AI-0001) was valid on 15 July 2026 (ROC 115/07/15). It is registered to the applicant, 示範標註工坊股份有限公司 (UBN 00000254). Period of validity: from 17 April 2025 (ROC 114/04/17) to 16 April 2027 (ROC 116/04/16).",
  "most": null
 },
 "verifyWorkbook": {
  "answer": "(a file)",
  "most": null
 },
 "matchCapabilities": {
  "answer": {
   "decision": "matched",
   "certainty": 0.9999132543370363,
   "language": "zh-Hant",
   "truncated": false,
   "matches": [
    {
     "code": "4.6.1",
     "title": {
      "zh": "瑕疵檢測 AOI/良率最佳化",
      "en": "Defect inspection (AOI) and yield optimisation"
     },
     "score": 0.7043415193087684,
     "evidence": [
      {
       "feature": "words",
       "field": "keyword",
       "term": "用相機自動找",
       "start": 0,
       "end": 6,
       "weight": 0.4388402043767017
      },
      {
       "feature": "words",
       "field": "keyword",
       "term": "出",
       "start": 6,
       "end": 7,
       "weight": 0.026286128165491137
      }
     ],
     "cautions": [],
     "url": "https://register.example.tw/catalogue/4.6.1"
    },
    {
     "code": "2.1.4",
     "title": {
      "zh": "其他智慧嵌入式系統整合開發",
      "en": "Integration and development of other intelligent embedded systems"
     },
     "score": 0.42357757412947294,
     "evidence": [
      {
       "feature": "words",
       "field": "example",
       "term": "用",
       "start": 0,
       "end": 1,
       "weight": 0.0066799708700807005
      },
      {
       "feature": "words",
       "field": "keyword",
       "term": "機",
       "start": 2,
       "end": 3,
       "weight": 0.05947250729850272
      }
     ],
     "cautions": [],
     "url": "https://register.example.tw/catalogue/2.1.4"
    }
   ]
  },
  "most": 2
 },
 "matchCompanies": {
  "answer": {
   "decision": "linked",
   "reason": "full-name",
   "notes": [],
   "read": {
    "numbers": [],
    "names": [
     "示範標註工坊股份有限公司"
    ]
   },
   "link": {
    "ubn": "00000254",
    "name": "示範標註工坊股份有限公司",
    "url": "https://register.example.tw/providers/00000254"
   },
   "candidates": [
    {
     "ubn": "00000254",
     "name": "示範標註工坊股份有限公司",
     "city": "新竹市",
     "score": 0.985,
     "features": [
      {
       "feature": "special-name",
       "relation": "same",
       "weight": 0.6,
       "value": 1
      },
      {
       "feature": "business",
       "relation": "same",
       "weight": 0.2,
       "value": 1
      },
      {
       "feature": "organisation",
       "relation": "same",
       "weight": 0.1,
       "value": 1
      },
      {
       "feature": "place",
       "relation": "unstated",
       "weight": 0.05,
       "value": 0.7
      },
      {
       "feature": "name-in-force",
       "relation": "same",
       "weight": 0.05,
       "value": 1
      }
     ],
     "url": "https://register.example.tw/providers/00000254"
    }
   ]
  },
  "most": null
 },
 "matchProviders": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "ai",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "on": "2026-07-15",
   "decision": "matched",
   "wanted": [
    {
     "code": "4.6.1",
     "title": {
      "zh": "瑕疵檢測 AOI/良率最佳化",
      "en": "Defect inspection (AOI) and yield optimisation"
     },
     "score": 1
    },
    {
     "code": "1.1.1",
     "title": {
      "zh": "數據標註/標註任務/數據品質稽核",
      "en": "Data annotation, labelling tasks and data quality auditing"
     },
     "score": 1
    }
   ],
   "providers": [
    {
     "ubn": "00000178",
     "name": "示範產線檢測股份有限公司",
     "city": "新北市",
     "url": "https://register.example.tw/providers/00000178",
     "items": [
      "4.6.1",
      "4.6.2"
     ],
     "schemes": [
      "ai",
      "information-service"
     ],
     "validUntil": "2027-10-16",
     "score": 0.5,
     "reasons": [
      {
       "code": "holds-items",
       "items": [
        "4.6.1"
       ]
      },
      {
       "code": "other-registrations",
       "schemes": [
        "ai",
        "information-service"
       ]
      }
     ]
    },
    {
     "ubn": "00000254",
     "name": "示範標註工坊股份有限公司",
     "city": "新竹市",
     "url": "https://register.example.tw/providers/00000254",
     "items": [
      "1.1.1",
      "1.1.6"
     ],
     "schemes": [
      "ai",
      "data-economy"
     ],
     "validUntil": "2027-04-16",
     "score": 0.5,
     "reasons": [
      {
       "code": "holds-items",
       "items": [
        "1.1.1"
       ]
      },
      {
       "code": "other-registrations",
       "schemes": [
        "ai",
        "data-economy"
       ]
      }
     ]
    }
   ]
  },
  "most": 2
 },
 "listProgrammes": {
  "answer": {
   "current": "115",
   "programmes": [
    {
     "year": "115",
     "title": {
      "zh": "115年度 算力平台申請說明",
      "en": "Compute Platform application guide, ROC year 115 (2026)"
     },
     "opensOn": null,
     "closesAt": "2026-10-30T23:59:59+08:00",
     "url": "https://register.example.tw/programme/115",
     "data": "https://register.example.tw/api/v1/programmes/115"
    }
   ]
  },
  "most": null
 },
 "getProgramme": {
  "answer": {
   "schemaVersion": 1,
   "id": "115",
   "rocYear": 115,
   "catalogueEdition": "112",
   "source": "data/sources/compute-programme-115.md",
   "title": {
    "zh": "115年度 算力平台申請說明",
    "en": "Compute Platform application guide, ROC year 115 (2026)",
    "lines": "3"
   },
   "umbrella": {
    "zh": "數位產業跨域軟體基盤暨數位服務躍升計畫",
    "en": "Digital industry cross-domain software foundation and digital service advancement programme",
    "lines": "6"
   },
   "organiser": {
    "zh": "數位發展部數位產業署",
    "en": "Administration for Digital Industries, Ministry of Digital Affairs",
    "lines": "8, 1292"
   },
   "executor": {
    "zh": "台灣智慧雲端服務股份有限公司",
    "en": "Taiwan AI Cloud Co. Ltd. (TWSC)",
    "lines": "10, 1294"
   },
   "coOrganisers": [
    {
     "zh": "國家科學及技術委員會",
     "en": "National Science and Technology Council",
     "lines": "12"
    }
   ],
   "contact": {
    "website": {
     "value": "https://aipower.dginfra.gov.tw",
     "lines": "168, 1304"
    },
    "email": {
     "value": "aipower.service@twcloud.ai",
     "lines": "1298"
    },
    "phone": {
     "zh": "(02) 2898-7447 分機 86539、86542",
     "en": "+886 2 2898 7447 ext. 86539 or 86542",
     "lines": "1300"
    },
    "hours": {
     "zh": "週一至週五 9:00~18:00",
     "en": "Monday to Friday, 09:00 to 18:00",
     "lines": "1302"
    }
   },
   "summary": [
    {
     "zh": "提供符合資格的 AI 新創團隊及資服業者 免費 AI 算力資源，協助業者加速模型訓練、推論驗證與應用落地，讓創新想法更快化為市場競爭力。",
     "en": "Free AI computing resources for eligible AI start-ups and information service firms, to speed up model training, inference trials and deployment.",
     "lines": "22"
    }
   ],
   "usePeriod": {
    "months": 3,
    "zh": "3 個月免費算力",
    "en": "Three months of free computing",
    "lines": "34"
   },
   "window": {
    "opensOn": null,
    "seenOpenOn": {
     "date": "2026-06-10",
     "lines": "324, 348"
    },
    "closesAt": "2026-10-30T23:59:59+08:00",
    "closesPrinted": {
     "zh": "自公告日起至115年10月30日23:59截止",
     "en": "From the announcement until 23:59 on 30 October 2026",
     "lines": "185"
    },
    "timeZone": "Asia/Taipei",
    "clock": {
     "zh": "將以執行單位之資訊系統所記錄時間為準",
     "en": "The time recorded by the executor's system decides",
     "lines": "185"
    },
    "provisional": {
     "zh": "詳細梯次審查時間暫定如下，主辦單位保留隨時修改、變更、暫停或終止本活動內容之權利，並有權對本活動之所有事宜作出最終解釋。",
     "en": "The review dates are provisional. The organiser may change, suspend or end the programme at any time and has the final say on all matters.",
     "lines": "185"
    },
    "filing": {
     "zh": "全程採線上申請",
     "en": "Applications are online only",
     "lines": "168"
    },
    "login": {
     "zh": "須使用工商憑證卡登入，恕不受理紙本送件。",
     "en": "A business certificate card (工商憑證) is needed to log in; paper is not accepted.",
     "lines": "168"
    }
   },
   "categories": [
    {
     "id": "training",
     "name": {
      "zh": "模型訓練類",
      "en": "Model training",
      "lines": "187, 196, 397"
     },
     "headline": {
      "zh": "第一類：模型訓練類_打造專屬AI，深耕核心能力",
      "en": "Category 1: model training. Build your own AI, deepen core ability",
      "lines": "40"
     },
     "audience": null,
     "environments": [
      {
       "id": "container",
       "name": {
        "zh": "容器型環境",
        "en": "Container environment",
        "lines": "42, 591"
       },
       "features": [
        {
         "zh": "零成本啟動，GPU資源立即上線",
         "en": "Start at no cost, GPU resources at once",
         "lines": "44"
        }
       ]
      }
     ],
     "benefits": [
      {
       "zh": "打造特定產業/場域 專屬模型",
       "en": "A model for one industry or site",
       "lines": "61"
      }
     ],
     "rounds": [
      {
       "number": 1,
       "name": {
        "zh": "第一梯次",
        "en": "Round 1",
        "lines": "188"
       },
       "reviewOn": "2026-07-01",
       "printed": {
        "zh": "第一梯次：115年07月01日",
        "en": "1 July 2026",
        "lines": "188"
       }
      }
     ],
     "weights": [
      {
       "id": "importance",
       "percent": 30,
       "name": {
        "zh": "專案重要性",
        "en": "Importance of the project",
        "lines": "198"
       },
       "printed": {
        "zh": "專案重要性(30%)",
        "en": "Importance of the project (30 %)",
        "lines": "198-199"
       }
      }
     ],
     "point": {
      "unit": "gpu-hour",
      "perPoint": 0.5,
      "smallest": null,
      "printed": {
       "zh": "1點=0.5GPU小時",
       "en": "1 point = 0.5 GPU hour",
       "lines": "259"
      }
     }
    }
   ],
   "levels": [
    {
     "id": "L1",
     "points": 1000,
     "name": {
      "zh": "L1級",
      "en": "Level L1",
      "lines": "260"
     },
     "printed": {
      "zh": "核發點數1,000點。",
      "en": "1,000 points are granted.",
      "lines": "260"
     }
    }
   ],
   "pointsNotice": {
    "zh": "本次申請採用「算力平台點數制」，由專業審查委員依業者申請資料核定之，主辦單位保有最終核發點數量之權利，並保有最終解釋權。如使用期間到期時未使用完畢或使用期間內提前使用完畢，則視同為服務結束。",
    "en": "Applications use platform points, granted by the expert reviewers from the application. The organiser decides the final number of points and its interpretation. When the period ends with points unused, or the points are used up early, the service counts as ended.",
    "lines": "256"
   },
   "facts": [
    {
     "id": "industryCodes",
     "from": "tax-register",
     "name": {
      "zh": "稅籍登記營業項目（行業代號，最多四個）",
      "en": "Industry codes in the tax register (up to four)"
     },
     "place": {
      "zh": "首頁 > 線上服務 > 公示資料查詢 > 稅籍登記資料公示查詢 > 依營業人統一編號查詢",
      "en": "eTax portal: public data, tax registration, look up by 統一編號",
      "lines": "118"
     }
    }
   ],
   "eligibility": {
    "inForce": {
     "from": null,
     "until": null
    },
    "conditions": [
     {
      "id": "industry",
      "letter": "a",
      "text": {
       "zh": "依財政部稅籍登記資料公示查詢之營業項目為準",
       "en": "The business items in the tax register's public look-up decide.",
       "lines": "86"
      },
      "more": [
       {
        "zh": "符合以下行業分類：",
        "en": "In one of these industries:",
        "lines": "84"
       }
      ],
      "test": {
       "kind": "industry-code",
       "fact": "industryCodes",
       "classes": [
        {
         "id": "J582",
         "prefix": "582",
         "name": {
          "zh": "軟體出版業",
          "en": "Software publishing",
          "lines": "88, 496"
         },
         "printed": {
          "zh": "J582 (軟體出版業)",
          "en": "J582 (software publishing)",
          "lines": "88"
         },
         "check": false
        }
       ]
      }
     }
    ],
    "priority": [
     {
      "id": "new-business",
      "letter": null,
      "text": {
       "zh": "成立未滿8年之新創業者具優先資格 (依經濟部商業發展署商工登記之核准設立日期須為民國107年1月1日(含)後成立)。",
       "en": "Start-ups younger than eight years have priority (approved establishment in the business register on or after 1 January 2018).",
       "lines": "95"
      },
      "more": [],
      "test": {
       "kind": "on-or-after",
       "fact": "businessApprovedOn",
       "date": "2018-01-01",
       "mistakenFor": "taxRegisteredOn"
      }
     }
    ]
   },
   "bonus": {
    "noneWord": "無",
    "points": null,
    "heading": {
     "zh": "加分項目",
     "en": "Bonus items",
     "lines": "797, 1117"
    },
    "linkRule": {
     "zh": "請提供「檔案」的下載網址，如連結失效或無法開啟則無法進行加分",
     "en": "Give the download address of the file. A dead link, or one that cannot be opened, earns nothing.",
     "lines": "829, 1142"
    },
    "watchRule": {
     "zh": "加分項目同意提供者，於算力平台使用期結束後未上架者，則列入觀察名單",
     "en": "Who agreed to publish and has not done so after the period of use goes on the watch list.",
     "lines": "833, 1146"
    },
    "lookUp": {
     "zh": "可至數位發展部數位產業署官網進行編號查詢",
     "en": "Numbers can be looked up on the website of the Administration for Digital Industries",
     "lines": "877-878, 1175-1176"
    },
    "items": [
     {
      "id": "1",
      "field": "bonusMou",
      "label": {
       "zh": "加值型提案：提供落地場域之雙方合作備忘錄影本者。",
       "en": "Value-added proposal: copy of a memorandum of understanding with the site of deployment",
       "lines": "799, 1119"
      },
      "kind": "link"
     }
    ]
   },
   "modelLists": [
    {
     "id": "training-no-code",
     "category": "training",
     "environment": "no-code",
     "heading": {
      "zh": "B. No-Code訓練平台環境，預計可選用開源模型如下，主辦單位保有最終上架之模型決定權，並保有最終解釋權。(可複選)",
      "en": "B. No-code training: open models expected to be available (choose one or more)",
      "lines": "621"
     },
     "models": [
      {
       "name": "Llama-3.1-TAIDELX-8B-Lora",
       "lines": "623"
      }
     ]
    }
   ],
   "forms": {
    "sections": [
     {
      "id": "category",
      "heading": {
       "zh": "請選擇申請類別",
       "en": "Choose the category",
       "lines": "393"
      },
      "notice": {
       "zh": "請注意，完成「送出」動作後，則不可更動申請類別。",
       "en": "Once submitted, the category can no longer be changed.",
       "lines": "409"
      },
      "fields": [
       {
        "id": "category",
        "kind": "category",
        "requirement": "required",
        "label": {
         "zh": "請選擇申請類別",
         "en": "Category of the application",
         "lines": "393"
        }
       }
      ]
     }
    ]
   },
   "submitted": {
    "done": {
     "zh": "您已完成申請表單",
     "en": "The application form is complete.",
     "lines": "983, 1271"
    },
    "next": {
     "zh": "後續將進行以下程序：",
     "en": "The following steps come next:",
     "lines": "985, 1273"
    }
   },
   "process": [
    {
     "id": "qualification",
     "categories": [
      "training"
     ],
     "name": {
      "zh": "(一) 資格審查",
      "en": "(1) Qualification review",
      "lines": "987, 1275"
     },
     "steps": [
      {
       "zh": "執行單位對申請企業填寫之線上資料進行資格審查。",
       "en": "The executor reviews the qualification from the data given online.",
       "lines": "989, 1277"
      }
     ]
    }
   ],
   "desk": {
    "branch": "head-office",
    "revise": "until-screening",
    "supplement": {
     "atLeastWorkingDays": 1
    },
    "review": {
     "atLeastReviewers": 1,
     "seesOthers": "never"
    },
    "steps": [
     {
      "category": "training",
      "meeting": true,
      "waitList": false,
      "acceptWithinDays": null,
      "changeRequests": false,
      "scoresShown": false
     }
    ],
    "results": {
     "outcomes": [
      "approved"
     ],
     "more": [],
     "reasons": false
    },
    "reminders": {
     "daysBefore": [
      14
     ],
     "overdueEveryDays": 7
    }
   },
   "forbiddenUse": {
    "items": [
     {
      "id": "mining-p2p-profit",
      "text": {
       "zh": "執行各式虛擬貨幣的驗證計算（即挖礦）、對等網路檔案分享（即P2P）或任何營利行為。",
       "en": "Cryptocurrency mining, peer-to-peer file sharing or any profit-making act.",
       "lines": "431, 459"
      }
     }
    ],
    "consequences": {
     "first": {
      "zh": "本平台得判定暫停現有服務或停權下次申請資格乙次",
      "en": "The platform may suspend the service or exclude the user from the next application.",
      "lines": "437, 467"
     },
     "second": {
      "zh": "累計違規兩次者，列為情節重大",
      "en": "Two breaches count as serious.",
      "lines": "437, 467"
     },
     "serious": {
      "zh": "情節重大或急迫者，本平台得逕行刪除涉及違反規定之內容、終止或解除算力服務，或採取其他必要處置。",
      "en": "In serious or urgent cases the platform may delete the content, end the service or take other measures.",
      "lines": "437, 467"
     }
    }
   },
   "afterAward": [
    {
     "id": "closing-report",
     "categories": [
      "training"
     ],
     "calendarDaysAfterUse": 30,
     "text": {
      "zh": "本公司同意提供結案報告乙式、成果簡報乙式及產品demo影片乙式，並於平台使用到期日後30個日曆天提交",
      "en": "Closing report, slides and a product demo video within 30 calendar days after the end of use.",
      "lines": "787, 1105"
     }
    }
   ],
   "notices": [
    {
     "id": "terms",
     "title": {
      "zh": "申請注意事項及使用規範",
      "en": "Notes for applicants and rules of use",
      "lines": "411, 419"
     },
     "intro": null,
     "items": [
      {
       "text": {
        "zh": "一、申請注意事項",
        "en": "1. Notes for applicants",
        "lines": "421"
       },
       "items": [
        {
         "text": {
          "zh": "(一) 本平台所提供之資源僅限GPU算力、作業環境與儲存空間。",
          "en": "(1) The platform provides GPU computing, working environment and storage only.",
          "lines": "423"
         }
        }
       ]
      }
     ]
    }
   ],
   "misprints": [
    {
     "id": "inference-form-heading",
     "lines": "1007",
     "printed": "算力平台使用申請書（模型訓練類）",
     "meant": "算力平台使用申請書（模型推論類）",
     "note": "The inference form carries the heading of the training form."
    }
   ]
  },
  "most": 1
 },
 "getStatistics": {
  "answer": {
   "year": "115",
   "asOf": "2026-07-15",
   "leastTold": 5,
   "applications": 0,
   "rounds": {
    "cells": [
     {
      "id": "training/1",
      "n": 0
     },
     {
      "id": "training/2",
      "n": 0
     },
     {
      "id": "training/3",
      "n": 0
     },
     {
      "id": "inference/1",
      "n": 0
     },
     {
      "id": "inference/2",
      "n": 0
     },
     {
      "id": "inference/3",
      "n": 0
     },
     {
      "id": "inference/4",
      "n": 0
     },
     {
      "id": "inference/5",
      "n": 0
     },
     {
      "id": "inference/6",
      "n": 0
     }
    ],
    "rest": null
   },
   "approved": 0,
   "others": {
    "cells": [
     {
      "id": "in-progress",
      "n": 0
     },
     {
      "id": "withdrawn",
      "n": 0
     },
     {
      "id": "not-accepted",
      "n": 0
     },
     {
      "id": "waitlisted",
      "n": 0
     },
     {
      "id": "declined",
      "n": 0
     }
    ],
    "rest": null
   },
   "domains": [
    {
     "id": "disaster-relief",
     "applications": null
    },
    {
     "id": "health",
     "applications": null
    },
    {
     "id": "manufacturing",
     "applications": null
    },
    {
     "id": "retail",
     "applications": null
    },
    {
     "id": "finance",
     "applications": null
    },
    {
     "id": "public-good",
     "applications": null
    },
    {
     "id": "transport",
     "applications": null
    },
    {
     "id": "education",
     "applications": null
    },
    {
     "id": "other",
     "applications": null
    }
   ],
   "items": [],
   "days": [
    {
     "id": "submitted",
     "median": null,
     "p90": null
    },
    {
     "id": "screening",
     "median": null,
     "p90": null
    },
    {
     "id": "supplement-requested",
     "median": null,
     "p90": null
    },
    {
     "id": "result",
     "median": null,
     "p90": null
    }
   ],
   "points": [
    {
     "category": "training",
     "granted": null,
     "used": null
    },
    {
     "category": "inference",
     "granted": null,
     "used": null
    }
   ]
  },
  "most": null
 },
 "listLogHeads": {
  "answer": {
   "heads": []
  },
  "most": null
 },
 "getResults": {
  "answer": {
   "year": "115",
   "url": "https://register.example.tw/programme/115/results",
   "rounds": []
  },
  "most": null
 },
 "checkEligibility": {
  "answer": {
   "taxRegister": {
    "status": "found",
    "snapshotOn": "2026-06-01",
    "name": "示範標註工坊股份有限公司",
    "used": [
     "industryCodes"
    ],
    "differs": []
   },
   "eligibility": {
    "programme": "115",
    "on": "2026-07-15",
    "outcome": "unknown",
    "inForce": {
     "from": "2026-01-01",
     "until": "2026-10-30"
    },
    "conditions": [
     {
      "rule": "industry",
      "letter": "a",
      "text": {
       "zh": "依財政部稅籍登記資料公示查詢之營業項目為準",
       "en": "The business items in the tax register's public look-up decide.",
       "lines": "86"
      },
      "outcome": "met",
      "reason": "code-in-class",
      "used": [
       {
        "fact": "industryCodes",
        "value": [
         "620111"
        ],
        "source": {
         "source": "全國營業(稅籍)登記資料集 BGMOPEN1.csv",
         "seenOn": "2026-06-01"
        }
       }
      ],
      "missing": [],
      "cautions": [],
      "codes": [
       {
        "kind": "tax-code",
        "code": "620111",
        "rank": 1,
        "class": {
         "id": "J62",
         "prefix": "62",
         "name": {
          "zh": "電腦程式設計、諮詢及相關服務業",
          "en": "Computer programming, consultancy and related services",
          "lines": "89, 497"
         },
         "printed": {
          "zh": "J62 (電腦程式設計、諮詢及相關服務業)",
          "en": "J62 (computer programming, consultancy and related services)",
          "lines": "89"
         },
         "check": false
        }
       }
      ],
      "metFrom": null
     }
    ],
    "blocking": [],
    "missing": [
     {
      "fact": "businessApprovedOn",
      "from": "business-register",
      "name": {
       "zh": "商工登記之核准設立日期",
       "en": "Day of approved establishment in the business register",
       "lines": "95"
      },
      "place": {
       "zh": "經濟部商業發展署商工登記資料公示查詢服務",
       "en": "Business registration look-up, Administration of Commerce, MOEA",
       "lines": "540"
      },
      "rules": [
       "new-business"
      ],
      "onlyForPriority": true
     }
    ],
    "priority": [
     {
      "rule": "new-business",
      "letter": null,
      "text": {
       "zh": "成立未滿8年之新創業者具優先資格 (依經濟部商業發展署商工登記之核准設立日期須為民國107年1月1日(含)後成立)。",
       "en": "Start-ups younger than eight years have priority (approved establishment in the business register on or after 1 January 2018).",
       "lines": "95"
      },
      "outcome": "unknown",
      "reason": "only-the-other-date",
      "used": [
       {
        "fact": "taxRegisteredOn",
        "value": "2000-08-07",
        "source": {
         "source": "全國營業(稅籍)登記資料集 BGMOPEN1.csv",
         "seenOn": "2026-06-01"
        }
       }
      ],
      "missing": [
       "businessApprovedOn"
      ],
      "cautions": [
       "tax-date-not-used"
      ],
      "codes": [],
      "metFrom": null
     }
    ]
   },
   "plan": {
    "outcome": "unknown",
    "steps": [
     {
      "rule": null,
      "action": "supply-facts",
      "facts": [
       {
        "fact": "governmentProjectBreach",
        "from": "applicant",
        "name": {
         "zh": "最近3年內執行政府計畫之重大違約（無，或最近一次的日期）",
         "en": "Major breach of a government project in the last three years (none, or the day of the latest)"
        },
        "place": null,
        "rules": [
         "no-government-breach"
        ],
        "onlyForPriority": false
       }
      ]
     }
    ]
   }
  },
  "most": 1
 },
 "assessBonus": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "e-signature",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "data-economy",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "on": "2026-07-15",
   "bonus": {
    "programme": "115",
    "items": [
     {
      "id": "1",
      "kind": "link",
      "label": {
       "zh": "加值型提案：提供落地場域之雙方合作備忘錄影本者。",
       "en": "Value-added proposal: copy of a memorandum of understanding with the site of deployment",
       "lines": "799, 1119"
      },
      "scheme": null,
      "claim": "https://example.org/mou",
      "state": "proven",
      "reason": "link-reachable",
      "wouldProve": [],
      "notes": [],
      "verdict": null
     },
     {
      "id": "2",
      "kind": "link",
      "label": {
       "zh": "加分型資料：提供本專案主題已具備產品化之介紹簡報或資料者。",
       "en": "Bonus material: slides or documents showing the project's product",
       "lines": "803, 1122"
      },
      "scheme": null,
      "claim": null,
      "state": "not-claimed",
      "reason": "nothing-claimed",
      "wouldProve": [],
      "notes": [],
      "verdict": null
     },
     {
      "id": "3.1",
      "kind": "publication",
      "label": {
       "zh": "3.1 Hugging Face",
       "en": "Data set on Hugging Face",
       "lines": "809, 1127"
      },
      "scheme": null,
      "claim": null,
      "state": "not-claimed",
      "reason": "nothing-claimed",
      "wouldProve": [],
      "notes": [],
      "verdict": null
     }
    ],
    "counts": {
     "not-claimed": 10,
     "proven": 2,
     "not-proven": 0,
     "cannot-check": 0
    },
    "points": null
   }
  },
  "most": 3
 },
 "assessApplicant": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "taxRegister": {
    "status": "found",
    "snapshotOn": "2026-06-01",
    "name": "示範標註工坊股份有限公司",
    "used": [
     "industryCodes"
    ],
    "differs": []
   },
   "programme": "115",
   "category": "inference",
   "on": "2026-07-15",
   "eligibility": {
    "programme": "115",
    "on": "2026-07-15",
    "outcome": "unknown",
    "inForce": {
     "from": "2026-01-01",
     "until": "2026-10-30"
    },
    "conditions": [
     {
      "rule": "industry",
      "letter": "a",
      "text": {
       "zh": "依財政部稅籍登記資料公示查詢之營業項目為準",
       "en": "The business items in the tax register's public look-up decide.",
       "lines": "86"
      },
      "outcome": "met",
      "reason": "code-in-class",
      "used": [
       {
        "fact": "industryCodes",
        "value": [
         "620111"
        ],
        "source": {
         "source": "全國營業(稅籍)登記資料集 BGMOPEN1.csv",
         "seenOn": "2026-06-01"
        }
       }
      ],
      "missing": [],
      "cautions": [],
      "codes": [
       {
        "kind": "tax-code",
        "code": "620111",
        "rank": 1,
        "class": {
         "id": "J62",
         "prefix": "62",
         "name": {
          "zh": "電腦程式設計、諮詢及相關服務業",
          "en": "Computer programming, consultancy and related services",
          "lines": "89, 497"
         },
         "printed": {
          "zh": "J62 (電腦程式設計、諮詢及相關服務業)",
          "en": "J62 (computer programming, consultancy and related services)",
          "lines": "89"
         },
         "check": false
        }
       }
      ],
      "metFrom": null
     }
    ],
    "blocking": [],
    "missing": [
     {
      "fact": "businessApprovedOn",
      "from": "business-register",
      "name": {
       "zh": "商工登記之核准設立日期",
       "en": "Day of approved establishment in the business register",
       "lines": "95"
      },
      "place": {
       "zh": "經濟部商業發展署商工登記資料公示查詢服務",
       "en": "Business registration look-up, Administration of Commerce, MOEA",
       "lines": "540"
      },
      "rules": [
       "new-business"
      ],
      "onlyForPriority": true
     }
    ],
    "priority": [
     {
      "rule": "new-business",
      "letter": null,
      "text": {
       "zh": "成立未滿8年之新創業者具優先資格 (依經濟部商業發展署商工登記之核准設立日期須為民國107年1月1日(含)後成立)。",
       "en": "Start-ups younger than eight years have priority (approved establishment in the business register on or after 1 January 2018).",
       "lines": "95"
      },
      "outcome": "unknown",
      "reason": "only-the-other-date",
      "used": [
       {
        "fact": "taxRegisteredOn",
        "value": "2000-08-07",
        "source": {
         "source": "全國營業(稅籍)登記資料集 BGMOPEN1.csv",
         "seenOn": "2026-06-01"
        }
       }
      ],
      "missing": [
       "businessApprovedOn"
      ],
      "cautions": [
       "tax-date-not-used"
      ],
      "codes": [],
      "metFrom": null
     }
    ]
   },
   "plan": {
    "outcome": "unknown",
    "steps": [
     {
      "rule": null,
      "action": "supply-facts",
      "facts": [
       {
        "fact": "governmentProjectBreach",
        "from": "applicant",
        "name": {
         "zh": "最近3年內執行政府計畫之重大違約（無，或最近一次的日期）",
         "en": "Major breach of a government project in the last three years (none, or the day of the latest)"
        },
        "place": null,
        "rules": [
         "no-government-breach"
        ],
        "onlyForPriority": false
       }
      ]
     }
    ]
   },
   "round": {
    "programme": "115",
    "category": "inference",
    "submittedAt": "2026-07-15T10:00:00+08:00",
    "closesAt": "2026-10-30T23:59:59+08:00",
    "state": "open",
    "round": {
     "number": 2,
     "name": {
      "zh": "第二梯次",
      "en": "Round 2",
      "lines": "188"
     },
     "reviewOn": "2026-07-21",
     "printed": {
      "zh": "第二梯次：115年07月21日",
      "en": "21 July 2026",
      "lines": "188"
     }
    },
    "next": {
     "number": 3,
     "name": {
      "zh": "第三梯次",
      "en": "Round 3",
      "lines": "188"
     },
     "reviewOn": "2026-08-11",
     "printed": {
      "zh": "第三梯次：115年08月11日",
      "en": "11 August 2026",
      "lines": "188"
     }
    },
    "daysToReview": 6,
    "cautions": [
     "review-date-provisional"
    ]
   },
   "levels": [
    {
     "category": "inference",
     "level": "L1",
     "points": 1000,
     "unit": "token",
     "amount": 100000000,
     "perMonth": 33333000,
     "months": 3,
     "smallest": 1000
    }
   ],
   "models": [
    {
     "answer": "ask-organiser",
     "reason": "known-but-not-listed",
     "listed": null,
     "environments": [],
     "listedBase": null,
     "parts": [
      {
       "part": "name",
       "text": "TAIDE",
       "listed": null,
       "recognised": [
        {
         "id": "taide",
         "name": "TAIDE",
         "origin": "TW",
         "by": "taide",
         "how": "publisher"
        }
       ],
       "unread": []
      }
     ],
     "source": {
      "rule": "data/sources/compute-programme-115.md: forbiddenUse.chinese-models-and-tools",
      "origins": "data/model-origins.yml"
     }
    }
   ],
   "bonus": {
    "programme": "115",
    "items": [
     {
      "id": "1",
      "kind": "link",
      "label": {
       "zh": "加值型提案：提供落地場域之雙方合作備忘錄影本者。",
       "en": "Value-added proposal: copy of a memorandum of understanding with the site of deployment",
       "lines": "799, 1119"
      },
      "scheme": null,
      "claim": null,
      "state": "not-claimed",
      "reason": "nothing-claimed",
      "wouldProve": [],
      "notes": [],
      "verdict": null
     }
    ],
    "counts": {
     "not-claimed": 11,
     "proven": 1,
     "not-proven": 0,
     "cannot-check": 0
    },
    "points": null
   },
   "capabilities": {
    "decision": "matched",
    "needed": [
     {
      "code": "4.2.7",
      "title": {
       "zh": "智慧客服",
       "en": "Intelligent customer service"
      },
      "score": 0.7527252192678957,
      "evidence": [
       {
        "feature": "words",
        "field": "definition",
        "term": "以",
        "start": 0,
        "end": 1,
        "weight": 0.01602482446445506
       }
      ],
      "cautions": [],
      "url": "https://register.example.tw/catalogue/4.2.7"
     }
    ],
    "held": [
     "1.1.1"
    ],
    "overlap": [],
    "gap": [
     "4.2.7"
    ]
   },
   "partners": [
    {
     "ubn": "00000944",
     "name": "示範工程設計有限公司",
     "city": "嘉義市",
     "url": "https://register.example.tw/providers/00000944",
     "items": [
      "4.11.1"
     ],
     "schemes": [
      "ai"
     ],
     "validUntil": "2027-10-08",
     "score": 0.460942213785542,
     "reasons": [
      {
       "code": "holds-items",
       "items": [
        "4.11.1"
       ]
      }
     ]
    }
   ]
  },
  "most": 1
 },
 "listChanges": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "e-signature",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "data-economy",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "ai",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "information-service",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "information-security",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "since": 3,
   "next": 5,
   "more": true,
   "changes": [
    {
     "sequence": 4,
     "revision": 1,
     "recordedAt": "2026-07-15T02:00:00.000Z",
     "seenOn": "2026-07-15",
     "source": "示範名單（虛構） Fictional sample list",
     "subject": "provider",
     "kind": "new",
     "ubn": "00000016",
     "name": "示範法遵科技股份有限公司",
     "scheme": null,
     "number": null,
     "fields": [],
     "url": "https://register.example.tw/providers/00000016"
    },
    {
     "sequence": 5,
     "revision": 1,
     "recordedAt": "2026-07-15T02:00:00.000Z",
     "seenOn": "2026-07-15",
     "source": "示範名單（虛構） Fictional sample list",
     "subject": "certificate",
     "kind": "new",
     "ubn": "00000016",
     "name": "示範法遵科技股份有限公司",
     "scheme": "ai",
     "number": "示範-AI-0019",
     "fields": [],
     "url": "https://register.example.tw/providers/00000016"
    }
   ]
  },
  "most": null
 },
 "listExpiring": {
  "answer": {
   "register": {
    "revision": 1,
    "sample": true,
    "lists": [
     {
      "scheme": "third-party-payment-aml",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "e-signature",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "data-economy",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "ai",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "information-service",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     },
     {
      "scheme": "information-security",
      "loaded": true,
      "seenOn": "2026-07-15",
      "ageDays": 0,
      "stale": false,
      "complete": true,
      "source": "示範名單（虛構） Fictional sample list"
     }
    ]
   },
   "today": "2026-07-15",
   "page": {
    "number": 1,
    "size": 2,
    "pages": 0,
    "total": 0
   },
   "certificates": []
  },
  "most": null
 },
 "getDataPackage": {
  "answer": {
   "profile": "data-package",
   "name": "ai-service-capability-register",
   "title": "Register of AI service capability: FICTIONAL SAMPLE",
   "version": "1",
   "homepage": "https://register.example.tw",
   "licenses": [
    {
     "title": "Licence of the data",
     "path": "https://register.example.tw/about#licence"
    }
   ],
   "sources": [
    {
     "title": "示範名單（虛構） Fictional sample list"
    }
   ],
   "resources": [
    {
     "name": "certificates",
     "title": "Certificates as the lists print them; imports back in without a change",
     "path": "certificates.csv",
     "format": "csv",
     "mediatype": "text/csv",
     "encoding": "utf-8",
     "bytes": 30255,
     "hash": "sha256:faf47122ab89fc8b1f99673e1b4a7361c4c724a7ccafa6d3756d56ee20ddd791",
     "licenses": [
      {
       "title": "Licence of the data",
       "path": "https://register.example.tw/about#licence"
      }
     ],
     "profile": "tabular-data-resource",
     "schema": {
      "fields": [
       {
        "name": "scheme",
        "type": "string",
        "description": "Which of the registrations.",
        "constraints": {
         "required": true
        }
       }
      ],
      "missingValues": [
       ""
      ]
     }
    }
   ]
  },
  "most": 1
 },
 "getDump": {
  "answer": "scheme,number,ubn,name,name_en,former_names,city,registered_on,valid_until,status,items,evidence_url,status_on,edition,head_office_ubn,predecessor_ubn,successor_ubn\nai,示範-AI-0040,00000005,示範智慧建築股份有限公司,\"Example Smart Building Co., Ltd.\",,臺南市,2025-01-01,2026-12-31,in-force,4.4.3,https://example.org/demo-register/ai-0040,,112,,,\ninformation-service,示範-INFO-0014,00000005,示範智慧建築股份有限公司,\"Example Smart Building Co., Ltd.\",,臺南市,2025-07-24,2027-07-23,in-force,,https://example.org/demo-register/info-0014,,,,,\n",
  "most": 3
 }
};
