// Generated from data/programmes/115.yml by packages/programme/scripts/programme-modules.ts. Edit the data, then npm run generate.

import type { Programme } from '../programme/parse-programme.ts';

export const programme115Data: Programme = {
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
  },
  {
   "zh": "國家高速網路與計算中心",
   "en": "National Center for High-performance Computing",
   "lines": "12"
  },
  {
   "zh": "中華民國資訊軟體服務商業同業公會",
   "en": "Information Service Industry Association of R.O.C.",
   "lines": "14, 1296"
  },
  {
   "zh": "中華民國資訊經理人協會",
   "en": "Information Management Association of R.O.C.",
   "lines": "14, 1296"
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
  },
  {
   "zh": "最新模型：新增 Gemma 4 及 Magistral 等多種模型",
   "en": "New models: Gemma 4, Magistral and others",
   "lines": "26"
  },
  {
   "zh": "輔導措施：可參與本署舉辦的技術說明會、不定期技術教育訓練",
   "en": "Guidance: technical briefings and occasional technical training held by the Administration",
   "lines": "30"
  },
  {
   "zh": "費用全免：線上申請方便又快速，且採隨到批次審，通過後可獲得 3 個月免費算力 使用權限",
   "en": "Free of charge: apply online, reviewed in batches as applications arrive; three months of free computing after approval",
   "lines": "34"
  },
  {
   "zh": "潛力新創：可優先銜接「加強投資AI新創實施方案」之募資輔導、諮詢評估及募資媒合等服務",
   "en": "Promising start-ups: priority access to fund-raising guidance, assessment and matching under the AI start-up investment scheme",
   "lines": "38"
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
      },
      {
       "zh": "彈性容器環境，自由搭建你要的訓練場域",
       "en": "Flexible containers, set up the training environment you want",
       "lines": "45"
      },
      {
       "zh": "模型成果可下載、可封裝，100%自行掌握",
       "en": "Models can be downloaded and packaged, wholly yours",
       "lines": "46"
      }
     ]
    },
    {
     "id": "no-code",
     "name": {
      "zh": "No-code型",
      "en": "No-code environment",
      "lines": "48"
     },
     "features": [
      {
       "zh": "自帶資料集上傳，客製模型輕鬆打造",
       "en": "Upload your own data set and build a custom model",
       "lines": "50"
      },
      {
       "zh": "多款開源模型任你選，訓練效果即時比較",
       "en": "Several open models to choose from, results compared at once",
       "lines": "51"
      },
      {
       "zh": "內建訓練工具與最佳化環境，無需額外設定",
       "en": "Training tools and tuned environment built in, no set-up",
       "lines": "52"
      }
     ]
    },
    {
     "id": "api",
     "name": {
      "zh": "API串接",
      "en": "API",
      "lines": "54"
     },
     "features": [
      {
       "zh": "直接串接你的平台/SaaS系統",
       "en": "Connects to your platform or SaaS",
       "lines": "56"
      },
      {
       "zh": "多模型隨選測試，靈活優化",
       "en": "Test several models on demand",
       "lines": "57"
      }
     ]
    }
   ],
   "benefits": [
    {
     "zh": "打造特定產業/場域 專屬模型",
     "en": "A model for one industry or site",
     "lines": "61"
    },
    {
     "zh": "提升模型在產業或場域的適配、專屬服務能力",
     "en": "Better fit of the model to the industry or site",
     "lines": "62"
    },
    {
     "zh": "No Code 工具平台降低技術門檻，讓資服業者也能投入前沿AI開發",
     "en": "No-code tools lower the threshold, so that information service firms can take part in AI development",
     "lines": "63"
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
    },
    {
     "number": 2,
     "name": {
      "zh": "第二梯次",
      "en": "Round 2",
      "lines": "188"
     },
     "reviewOn": "2026-09-01",
     "printed": {
      "zh": "第二梯次：115年09月01日",
      "en": "1 September 2026",
      "lines": "188"
     }
    },
    {
     "number": 3,
     "name": {
      "zh": "第三梯次",
      "en": "Round 3",
      "lines": "188"
     },
     "reviewOn": "2026-11-02",
     "printed": {
      "zh": "第三梯次：115年11月02日",
      "en": "2 November 2026",
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
    },
    {
     "id": "opportunity",
     "percent": 15,
     "name": {
      "zh": "產業應用機會",
      "en": "Industry application opportunity",
      "lines": "201"
     },
     "printed": {
      "zh": "產業應用機會(15%)",
      "en": "Industry application opportunity (15 %)",
      "lines": "201-202"
     }
    },
    {
     "id": "dataset",
     "percent": 10,
     "name": {
      "zh": "訓練資料集",
      "en": "Training data set",
      "lines": "204"
     },
     "printed": {
      "zh": "訓練資料集(10%)",
      "en": "Training data set (10 %)",
      "lines": "204-205"
     }
    },
    {
     "id": "resources",
     "percent": 20,
     "name": {
      "zh": "使用模型及資源需求",
      "en": "Models used and resources needed",
      "lines": "207-208"
     },
     "printed": {
      "zh": "使用模型及資源需求(20%)",
      "en": "Models used and resources needed (20 %)",
      "lines": "207-209"
     }
    },
    {
     "id": "benefits",
     "percent": 15,
     "name": {
      "zh": "預期效益合理性",
      "en": "Plausibility of the expected benefits",
      "lines": "211"
     },
     "printed": {
      "zh": "預期效益合理性(15%)",
      "en": "Plausibility of the expected benefits (15 %)",
      "lines": "211-212"
     }
    },
    {
     "id": "productisation",
     "percent": 10,
     "name": {
      "zh": "預計產品化階段說明",
      "en": "Planned productisation",
      "lines": "214-215"
     },
     "printed": {
      "zh": "預計產品化階段說明(10%)",
      "en": "Planned productisation (10 %)",
      "lines": "214-216"
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
  },
  {
   "id": "inference",
   "name": {
    "zh": "模型推論類",
    "en": "Model inference",
    "lines": "187, 220, 401"
   },
   "headline": {
    "zh": "第二類：模型推論類_降低導入門檻，快速驗證創意",
    "en": "Category 2: model inference. Lower the threshold, test ideas fast",
    "lines": "65"
   },
   "audience": {
    "zh": "想快速驗證AI在推論應用的創意、但不想從零開發之資服業者",
    "en": "Information service firms that want to test an AI inference idea without building from nothing",
    "lines": "69"
   },
   "environments": [
    {
     "id": "api",
     "name": {
      "zh": "API串接應用 不寫程式也能做AI",
      "en": "API applications, AI without programming",
      "lines": "67"
     },
     "features": [
      {
       "zh": "直接串接你的平台/SaaS系統",
       "en": "Connects to your platform or SaaS",
       "lines": "71"
      },
      {
       "zh": "多模型隨選測試，靈活優化",
       "en": "Test several models on demand",
       "lines": "73"
      },
      {
       "zh": "快速驗證商業模式、不用寫訓練程式！",
       "en": "Test the business model without writing training code",
       "lines": "75"
      }
     ]
    }
   ],
   "benefits": [
    {
     "zh": "透過 API token 快速驗證 Prompting 提示詞、AI Agent 代理機制、RAG 強效檢索功能設計實用性。",
     "en": "With API tokens, test how useful prompts, AI agents and RAG retrieval are.",
     "lines": "77-78"
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
    },
    {
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
    {
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
    {
     "number": 4,
     "name": {
      "zh": "第四梯次",
      "en": "Round 4",
      "lines": "188"
     },
     "reviewOn": "2026-09-01",
     "printed": {
      "zh": "第四梯次：115年09月01日",
      "en": "1 September 2026",
      "lines": "188"
     }
    },
    {
     "number": 5,
     "name": {
      "zh": "第五梯次",
      "en": "Round 5",
      "lines": "188"
     },
     "reviewOn": "2026-09-29",
     "printed": {
      "zh": "第五梯次：115年09月29日",
      "en": "29 September 2026",
      "lines": "188"
     }
    },
    {
     "number": 6,
     "name": {
      "zh": "第六梯次",
      "en": "Round 6",
      "lines": "188"
     },
     "reviewOn": "2026-11-02",
     "printed": {
      "zh": "第六梯次：115年11月02日",
      "en": "2 November 2026",
      "lines": "188"
     }
    }
   ],
   "weights": [
    {
     "id": "importance",
     "percent": 25,
     "name": {
      "zh": "專案重要性",
      "en": "Importance of the project",
      "lines": "222"
     },
     "printed": {
      "zh": "專案重要性(25%)",
      "en": "Importance of the project (25 %)",
      "lines": "222-223"
     }
    },
    {
     "id": "opportunity",
     "percent": 25,
     "name": {
      "zh": "產業應用機會",
      "en": "Industry application opportunity",
      "lines": "225"
     },
     "printed": {
      "zh": "產業應用機會(25%)",
      "en": "Industry application opportunity (25 %)",
      "lines": "225-226"
     }
    },
    {
     "id": "scenario",
     "percent": 20,
     "name": {
      "zh": "應用情境說明",
      "en": "Application scenario",
      "lines": "228"
     },
     "printed": {
      "zh": "應用情境說明(20%)",
      "en": "Application scenario (20 %)",
      "lines": "228-229"
     }
    },
    {
     "id": "benefits",
     "percent": 20,
     "name": {
      "zh": "預期效益合理性",
      "en": "Plausibility of the expected benefits",
      "lines": "232"
     },
     "printed": {
      "zh": "預期效益合理性(20%)",
      "en": "Plausibility of the expected benefits (20 %)",
      "lines": "232-233"
     }
    },
    {
     "id": "productisation",
     "percent": 10,
     "name": {
      "zh": "預計產品化階段說明",
      "en": "Planned productisation",
      "lines": "235-236"
     },
     "printed": {
      "zh": "預計產品化階段說明(10%)",
      "en": "Planned productisation (10 %)",
      "lines": "235-237"
     }
    }
   ],
   "point": {
    "unit": "token",
    "perPoint": 100000,
    "smallest": 1000,
    "printed": {
     "zh": "1點=10萬個Token數Input或Output，最小計量單位為千個Token數",
     "en": "1 point = 100,000 tokens, input or output; the smallest unit counted is 1,000 tokens",
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
  },
  {
   "id": "L2",
   "points": 2000,
   "name": {
    "zh": "L2級",
    "en": "Level L2",
    "lines": "261"
   },
   "printed": {
    "zh": "核發點數2,000點。",
    "en": "2,000 points are granted.",
    "lines": "261"
   }
  },
  {
   "id": "L3",
   "points": 6000,
   "name": {
    "zh": "L3級",
    "en": "Level L3",
    "lines": "262"
   },
   "printed": {
    "zh": "核發點數6,000點。",
    "en": "6,000 points are granted.",
    "lines": "262"
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
  },
  {
   "id": "organisationType",
   "from": "tax-register",
   "name": {
    "zh": "組織種類",
    "en": "Business type",
    "lines": "151"
   },
   "place": null
  },
  {
   "id": "headOfficeUbn",
   "from": "tax-register",
   "name": {
    "zh": "總機構統一編號（沒有總機構時為空）",
    "en": "統一編號 of the head office (empty when there is none)"
   },
   "place": null
  },
  {
   "id": "businessApprovedOn",
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
   }
  },
  {
   "id": "prcInvestment",
   "from": "business-register",
   "name": {
    "zh": "陸資投資之企業",
    "en": "Investment from mainland China",
    "lines": "107, 540"
   },
   "place": {
    "zh": "經濟部商業發展署商工登記資料公示查詢服務之股權狀況或經濟部投資審議司之陸資來臺投資事業名錄",
    "en": "Shareholdings in the business registration look-up or the list of PRC-invested enterprises of the MOEA",
    "lines": "540"
   }
  },
  {
   "id": "governmentProjectBreach",
   "from": "applicant",
   "name": {
    "zh": "最近3年內執行政府計畫之重大違約（無，或最近一次的日期）",
    "en": "Major breach of a government project in the last three years (none, or the day of the latest)"
   },
   "place": null
  },
  {
   "id": "seriousLawViolation",
   "from": "applicant",
   "name": {
    "zh": "最近3年內嚴重違反環保、勞工、食安或身心障礙者權益法規（無，或最近一次的日期）",
    "en": "Serious breach of environment, labour, food safety or disability law in the last three years (none, or the day of the latest)"
   },
   "place": null
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
     },
     {
      "zh": "其中一項數字開頭為J582、J62、J63、K6699即可",
      "en": "One item whose digits begin with J582, J62, J63 or K6699 is enough.",
      "lines": "159-160"
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
      },
      {
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
      },
      {
       "id": "J63",
       "prefix": "63",
       "name": {
        "zh": "資訊服務業",
        "en": "Information services",
        "lines": "90, 498"
       },
       "printed": {
        "zh": "J63 (資訊服務業)",
        "en": "J63 (information services)",
        "lines": "90"
       },
       "check": false
      },
      {
       "id": "K6699",
       "prefix": "6699",
       "name": {
        "zh": "第三方支付服務業",
        "en": "Third-party payment",
        "lines": "91, 499"
       },
       "printed": {
        "zh": "K6699 (第三方支付服務業)",
        "en": "K6699 (third-party payment)",
        "lines": "91"
       },
       "check": true
      }
     ]
    }
   },
   {
    "id": "legal-form",
    "letter": "b",
    "text": {
     "zh": "國內依法登記成立之獨資、合夥、有限合夥事業或公司。",
     "en": "A sole proprietorship, partnership, limited partnership or company registered in Taiwan under its law.",
     "lines": "93"
    },
    "more": [],
    "test": {
     "kind": "legal-form",
     "fact": "organisationType",
     "accepted": [
      "獨資",
      "合夥",
      "有限合夥",
      "公司",
      "無限公司",
      "兩合公司",
      "有限公司",
      "股份有限公司",
      "閉鎖性股份有限公司"
     ],
     "refused": [
      "財團法人",
      "社團法人",
      "合作社",
      "政府機關",
      "學校",
      "外國公司在臺代表人辦事處"
     ]
    }
   },
   {
    "id": "no-branch",
    "letter": "c",
    "text": {
     "zh": "不得為本國設立及外國營利事業在臺設立之分公司。",
     "en": "Not a branch office, of a domestic or of a foreign enterprise.",
     "lines": "99"
    },
    "more": [],
    "test": {
     "kind": "not-branch",
     "organisationFact": "organisationType",
     "headOfficeFact": "headOfficeUbn",
     "branchWord": "分公司",
     "foreignWords": [
      "外國",
      "外商",
      "大陸"
     ]
    }
   },
   {
    "id": "no-government-breach",
    "letter": "d",
    "text": {
     "zh": "最近3年內未曾有執行政府計畫之重大違約紀錄。",
     "en": "No major breach of a government project in the last three years.",
     "lines": "103"
    },
    "more": [
     {
      "zh": "執行政府計畫有重大違約紀錄或因此受停權處分且停權期間尚未屆滿。",
      "en": "Declared as: no major breach of a government project, and no resulting suspension still running.",
      "lines": "544"
     }
    ],
    "test": {
     "kind": "none-within-years",
     "fact": "governmentProjectBreach",
     "years": 3,
     "suspension": true
    }
   },
   {
    "id": "no-prc-investment",
    "letter": "e",
    "text": {
     "zh": "不得為陸資投資之企業",
     "en": "Not an enterprise with PRC investment.",
     "lines": "107"
    },
    "more": [
     {
      "zh": "非陸資投資之企業（依經濟部商業發展署商工登記資料公示查詢服務之股權狀況或經濟部投資審議司之陸資來臺投資事業名錄為準）。",
      "en": "Not an enterprise with PRC investment (as the shareholdings in the business registration look-up or the MOEA list of PRC-invested enterprises say).",
      "lines": "540"
     }
    ],
    "test": {
     "kind": "must-be-false",
     "fact": "prcInvestment"
    }
   },
   {
    "id": "no-serious-violation",
    "letter": "f",
    "text": {
     "zh": "最近3年內未有嚴重違反環境保護、勞工或食品安全衛生相關法律或身心障礙者權益保障法之相關規定之情事。",
     "en": "No serious breach of environmental, labour, food safety or disability rights law in the last three years.",
     "lines": "111"
    },
    "more": [
     {
      "zh": "違反環境保護、勞工、食品安全衛生或身心障礙者權益保障之相關法律規定且經各目的事業主管機關認定情節重大之情事。",
      "en": "Declared as: no breach of these laws that the competent authority found to be serious.",
      "lines": "546"
     }
    ],
    "test": {
     "kind": "none-within-years",
     "fact": "seriousLawViolation",
     "years": 3
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
   },
   {
    "id": "2",
    "field": "bonusDeck",
    "label": {
     "zh": "加分型資料：提供本專案主題已具備產品化之介紹簡報或資料者。",
     "en": "Bonus material: slides or documents showing the project's product",
     "lines": "803, 1122"
    },
    "kind": "link"
   },
   {
    "id": "3.1",
    "field": "bonusDatasetHuggingFace",
    "label": {
     "zh": "3.1 Hugging Face",
     "en": "Data set on Hugging Face",
     "lines": "809, 1127"
    },
    "kind": "publication",
    "publishes": "dataset",
    "hosts": [
     "huggingface.co",
     "hf.co"
    ],
    "group": {
     "zh": "同意將數據集上架開源平台",
     "en": "Agrees to publish the data set on an open platform",
     "lines": "807, 1125"
    }
   },
   {
    "id": "3.2",
    "field": "bonusDatasetGitHub",
    "label": {
     "zh": "3.2 GitHub",
     "en": "Data set on GitHub",
     "lines": "813, 1130"
    },
    "kind": "publication",
    "publishes": "dataset",
    "hosts": [
     "github.com",
     "github.io"
    ],
    "group": {
     "zh": "同意將數據集上架開源平台",
     "en": "Agrees to publish the data set on an open platform",
     "lines": "807, 1125"
    }
   },
   {
    "id": "4.1",
    "field": "bonusModelHuggingFace",
    "label": {
     "zh": "4.1 Hugging Face",
     "en": "Model on Hugging Face",
     "lines": "819, 1135"
    },
    "kind": "publication",
    "publishes": "model",
    "hosts": [
     "huggingface.co",
     "hf.co"
    ],
    "group": {
     "zh": "同意將模型上架開源平台",
     "en": "Agrees to publish the model on an open platform",
     "lines": "817, 1133"
    }
   },
   {
    "id": "4.2",
    "field": "bonusModelGitHub",
    "label": {
     "zh": "4.2 GitHub",
     "en": "Model on GitHub",
     "lines": "823, 1137"
    },
    "kind": "publication",
    "publishes": "model",
    "hosts": [
     "github.com",
     "github.io"
    ],
    "group": {
     "zh": "同意將模型上架開源平台",
     "en": "Agrees to publish the model on an open platform",
     "lines": "817, 1133"
    }
   },
   {
    "id": "5.1",
    "field": "registrationThirdPartyPayment",
    "label": {
     "zh": "提供第三方支付服務之事業或人員洗錢防制及服務能量登錄，通過編號：",
     "en": "Third-party payment AML registration, pass number",
     "lines": "839, 1154"
    },
    "kind": "registration",
    "scheme": "third-party-payment-aml",
    "claim": "number"
   },
   {
    "id": "5.2",
    "field": "registrationESignature",
    "label": {
     "zh": "電子簽章解決方案服務能量登錄，通過編號：",
     "en": "Electronic signature registration, pass number",
     "lines": "845, 1157"
    },
    "kind": "registration",
    "scheme": "e-signature",
    "claim": "number"
   },
   {
    "id": "5.3",
    "field": "registrationDataEconomy",
    "label": {
     "zh": "資料經濟服務機構能量登錄，通過編號：",
     "en": "Data economy registration, pass number",
     "lines": "851, 1160"
    },
    "kind": "registration",
    "scheme": "data-economy",
    "claim": "number"
   },
   {
    "id": "5.4",
    "field": "registrationAi",
    "label": {
     "zh": "人工智慧技術服務機構能量登錄，證書編號：",
     "en": "AI registration, certificate number",
     "lines": "857, 1163"
    },
    "kind": "registration",
    "scheme": "ai",
    "claim": "number"
   },
   {
    "id": "5.5",
    "field": "registrationInformationService",
    "label": {
     "zh": "資訊服務機構服務能量登錄，證號：",
     "en": "Information service registration, certificate number",
     "lines": "863"
    },
    "kind": "registration",
    "scheme": "information-service",
    "claim": "number"
   },
   {
    "id": "5.6",
    "field": "registrationInformationSecurity",
    "label": {
     "zh": "資訊安全服務機構能量登錄",
     "en": "Information security registration, yes or no",
     "lines": "869, 1169"
    },
    "kind": "registration",
    "scheme": "information-security",
    "claim": "yes-no"
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
    },
    {
     "name": "Llama-3.1-FFM-8B-Lora",
     "lines": "624"
    },
    {
     "name": "Llama-3-Taiwan-70B-Lora",
     "lines": "625"
    },
    {
     "name": "Llama-3.1-FoxBrain-70B-Lora",
     "lines": "626"
    },
    {
     "name": "Llama-3.3-FFM-70B-Lora",
     "lines": "627"
    }
   ]
  },
  {
   "id": "training-api",
   "category": "training",
   "environment": "api",
   "heading": {
    "zh": "C. 模型驗證環境，預計可串接開源模型，主辦單位保有最終上架之模型決定權，並保有最終解釋權。(可複選)",
    "en": "C. Model validation: open models expected to be connectable (choose one or more)",
    "lines": "630"
   },
   "models": [
    {
     "name": "Llama-3.1-TAIDELX-8B-Lora",
     "lines": "632, 1040"
    },
    {
     "name": "Llama-3.1-FFM-8B-Lora",
     "lines": "633, 1041"
    },
    {
     "name": "Llama-3.2-FFM-11B",
     "lines": "634, 1042"
    },
    {
     "name": "Meta-Llama3.2-11B",
     "lines": "635, 1043"
    },
    {
     "name": "Llama-3-Taiwan-70B-Lora",
     "lines": "636, 1044"
    },
    {
     "name": "Llama-3.1-FoxBrain-70B-Lora",
     "lines": "637, 1045"
    },
    {
     "name": "Llama-3.3-FFM-70B-Lora",
     "lines": "638, 1046"
    },
    {
     "name": "Llama-3.3-70B-Lora",
     "lines": "639, 1047"
    },
    {
     "name": "Phi 4 Reasoning Plus (14.7B)",
     "lines": "640, 1048"
    },
    {
     "name": "Magistral Small 2506 (23.6B)",
     "lines": "641, 1049"
    },
    {
     "name": "Llama-3.3 Nemotron Ultra 253B v1 (23.6B)",
     "lines": "642, 1050"
    },
    {
     "name": "Llama-3.3 Nemotron Super 49B v1 (49.9B)",
     "lines": "643, 1051"
    },
    {
     "name": "meta-llama/Llama-4-Scout-17B-16E-Instruct (108B)",
     "lines": "644, 1052"
    },
    {
     "name": "meta-llama/Llama 4 Maverick",
     "lines": "645, 1053"
    },
    {
     "name": "openai/gpt-oss-20b",
     "lines": "646, 1054"
    },
    {
     "name": "openai/gpt-oss-120b",
     "lines": "647, 1055"
    },
    {
     "name": "taide / Gemma-3-TAIDE-12b-Chat-2602",
     "lines": "648, 1056"
    },
    {
     "name": "Llama 4 Maverick",
     "lines": "649, 1057"
    },
    {
     "name": "Gemma 4 26B-A4B",
     "lines": "650, 1058"
    },
    {
     "name": "Gemma 4 31B",
     "lines": "651, 1059"
    },
    {
     "name": "Gemma 4 E2B",
     "lines": "652, 1060"
    },
    {
     "name": "Gemma 4 E4B",
     "lines": "653, 1061"
    },
    {
     "name": "Nemotron 3 Nano (30B A3B)",
     "lines": "654, 1062"
    },
    {
     "name": "Nemotron 3 Nano Omni 30B A3B",
     "lines": "655, 1063"
    },
    {
     "name": "Nemotron 3 Super (120B A12B)",
     "lines": "656, 1064"
    },
    {
     "name": "Mistral Large 3",
     "lines": "657, 1065"
    },
    {
     "name": "Mistral Medium 3.5",
     "lines": "658, 1066"
    },
    {
     "name": "Mistral Small 4",
     "lines": "659, 1067"
    }
   ]
  },
  {
   "id": "inference-api",
   "category": "inference",
   "environment": "api",
   "heading": {
    "zh": "預計可串接模型清單如下 (複選題)，主辦單位保有最終上架之模型決定權，並保有最終解釋權：",
    "en": "Models expected to be connectable (choose one or more)",
    "lines": "1038"
   },
   "models": [
    {
     "name": "Llama-3.1-TAIDELX-8B-Lora",
     "lines": "632, 1040"
    },
    {
     "name": "Llama-3.1-FFM-8B-Lora",
     "lines": "633, 1041"
    },
    {
     "name": "Llama-3.2-FFM-11B",
     "lines": "634, 1042"
    },
    {
     "name": "Meta-Llama3.2-11B",
     "lines": "635, 1043"
    },
    {
     "name": "Llama-3-Taiwan-70B-Lora",
     "lines": "636, 1044"
    },
    {
     "name": "Llama-3.1-FoxBrain-70B-Lora",
     "lines": "637, 1045"
    },
    {
     "name": "Llama-3.3-FFM-70B-Lora",
     "lines": "638, 1046"
    },
    {
     "name": "Llama-3.3-70B-Lora",
     "lines": "639, 1047"
    },
    {
     "name": "Phi 4 Reasoning Plus (14.7B)",
     "lines": "640, 1048"
    },
    {
     "name": "Magistral Small 2506 (23.6B)",
     "lines": "641, 1049"
    },
    {
     "name": "Llama-3.3 Nemotron Ultra 253B v1 (23.6B)",
     "lines": "642, 1050"
    },
    {
     "name": "Llama-3.3 Nemotron Super 49B v1 (49.9B)",
     "lines": "643, 1051"
    },
    {
     "name": "meta-llama/Llama-4-Scout-17B-16E-Instruct (108B)",
     "lines": "644, 1052"
    },
    {
     "name": "meta-llama/Llama 4 Maverick",
     "lines": "645, 1053"
    },
    {
     "name": "openai/gpt-oss-20b",
     "lines": "646, 1054"
    },
    {
     "name": "openai/gpt-oss-120b",
     "lines": "647, 1055"
    },
    {
     "name": "taide / Gemma-3-TAIDE-12b-Chat-2602",
     "lines": "648, 1056"
    },
    {
     "name": "Llama 4 Maverick",
     "lines": "649, 1057"
    },
    {
     "name": "Gemma 4 26B-A4B",
     "lines": "650, 1058"
    },
    {
     "name": "Gemma 4 31B",
     "lines": "651, 1059"
    },
    {
     "name": "Gemma 4 E2B",
     "lines": "652, 1060"
    },
    {
     "name": "Gemma 4 E4B",
     "lines": "653, 1061"
    },
    {
     "name": "Nemotron 3 Nano (30B A3B)",
     "lines": "654, 1062"
    },
    {
     "name": "Nemotron 3 Nano Omni 30B A3B",
     "lines": "655, 1063"
    },
    {
     "name": "Nemotron 3 Super (120B A12B)",
     "lines": "656, 1064"
    },
    {
     "name": "Mistral Large 3",
     "lines": "657, 1065"
    },
    {
     "name": "Mistral Medium 3.5",
     "lines": "658, 1066"
    },
    {
     "name": "Mistral Small 4",
     "lines": "659, 1067"
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
   },
   {
    "id": "company",
    "heading": {
     "zh": "算力平台申請表暨企業基本資料表",
     "en": "Application form and company profile",
     "lines": "480"
    },
    "notice": {
     "zh": "專案聯絡人資訊重要請務必填寫正確",
     "en": "The contact details matter; make sure they are right.",
     "lines": "524"
    },
    "remarks": [
     {
      "zh": "依照公司狀況詳細填寫企業基本資料",
      "en": "Fill in the company profile in detail.",
      "lines": "523"
     }
    ],
    "fields": [
     {
      "id": "companyName",
      "kind": "text",
      "requirement": "required",
      "max": 200,
      "label": {
       "zh": "企業名稱",
       "en": "Company name",
       "lines": "482"
      }
     },
     {
      "id": "ubn",
      "kind": "ubn",
      "requirement": "required",
      "label": {
       "zh": "統一編號",
       "en": "統一編號 (unified business number)",
       "lines": "482"
      }
     },
     {
      "id": "establishedOn",
      "kind": "date",
      "requirement": "required",
      "label": {
       "zh": "設立登記日期",
       "en": "Date of establishment",
       "lines": "483"
      }
     },
     {
      "id": "paidInCapital",
      "kind": "integer",
      "requirement": "required",
      "unit": "TWD",
      "label": {
       "zh": "實收資本額",
       "en": "Paid-in capital",
       "lines": "483"
      }
     },
     {
      "id": "representative",
      "kind": "text",
      "requirement": "required",
      "max": 100,
      "label": {
       "zh": "代表人",
       "en": "Representative",
       "lines": "484"
      }
     },
     {
      "id": "employees",
      "kind": "integer",
      "requirement": "required",
      "unit": "person",
      "label": {
       "zh": "員工數",
       "en": "Number of employees",
       "lines": "484"
      }
     },
     {
      "id": "address",
      "kind": "text",
      "requirement": "required",
      "max": 300,
      "label": {
       "zh": "通訊地址",
       "en": "Postal address",
       "lines": "485"
      }
     },
     {
      "id": "leaderName",
      "person": true,
      "role": "leader",
      "kind": "text",
      "requirement": "required",
      "max": 100,
      "label": {
       "zh": "專案主持人姓名",
       "en": "Project leader, name",
       "lines": "486"
      }
     },
     {
      "id": "leaderPhone",
      "role": "leader",
      "kind": "phone",
      "requirement": "required",
      "label": {
       "zh": "專案主持人連絡電話(公司)市話",
       "en": "Project leader, office telephone",
       "lines": "486"
      },
      "hint": {
       "zh": "市話號碼 格式:區碼-號碼#分機(例: 02 12345678#123)",
       "en": "Area code-number#extension (for example 02 12345678#123)",
       "lines": "492"
      }
     },
     {
      "id": "leaderTitle",
      "person": true,
      "role": "leader",
      "kind": "text",
      "requirement": "required",
      "max": 100,
      "label": {
       "zh": "專案主持人職稱",
       "en": "Project leader, job title",
       "lines": "487"
      }
     },
     {
      "id": "leaderEmail",
      "role": "leader",
      "kind": "email",
      "requirement": "required",
      "label": {
       "zh": "專案主持人電子信箱",
       "en": "Project leader, e-mail",
       "lines": "487"
      }
     },
     {
      "id": "contactName",
      "person": true,
      "role": "contact",
      "kind": "text",
      "requirement": "required",
      "max": 100,
      "label": {
       "zh": "專案聯絡人姓名",
       "en": "Contact, name",
       "lines": "488"
      }
     },
     {
      "id": "contactPhone",
      "role": "contact",
      "kind": "phone",
      "requirement": "required",
      "label": {
       "zh": "專案聯絡人連絡電話(公司)市話",
       "en": "Contact, office telephone",
       "lines": "488"
      },
      "hint": {
       "zh": "市話號碼 格式:區碼-號碼#分機(例: 02 12345678#123)",
       "en": "Area code-number#extension (for example 02 12345678#123)",
       "lines": "492"
      }
     },
     {
      "id": "contactTitle",
      "person": true,
      "role": "contact",
      "kind": "text",
      "requirement": "required",
      "max": 100,
      "label": {
       "zh": "專案聯絡人職稱",
       "en": "Contact, job title",
       "lines": "489"
      }
     },
     {
      "id": "contactEmail",
      "role": "contact",
      "kind": "email",
      "requirement": "required",
      "label": {
       "zh": "專案聯絡人電子信箱",
       "en": "Contact, e-mail",
       "lines": "489"
      }
     },
     {
      "id": "contactMobile",
      "role": "contact",
      "kind": "mobile",
      "requirement": "required",
      "label": {
       "zh": "專案聯絡人行動電話",
       "en": "Contact, mobile telephone",
       "lines": "490"
      },
      "hint": {
       "zh": "手機號碼 格式:09xxxxxxx",
       "en": "Mobile number (10 digits beginning with 09)",
       "lines": "494"
      }
     },
     {
      "id": "contact2Name",
      "person": true,
      "role": "second-contact",
      "kind": "text",
      "requirement": "optional",
      "max": 100,
      "label": {
       "zh": "專案聯絡人(2)姓名",
       "en": "Second contact, name",
       "lines": "491"
      }
     },
     {
      "id": "contact2Phone",
      "role": "second-contact",
      "kind": "phone",
      "requirement": "optional",
      "label": {
       "zh": "專案聯絡人(2)連絡電話(公司)市話",
       "en": "Second contact, office telephone",
       "lines": "491"
      },
      "hint": {
       "zh": "市話號碼 格式:區碼-號碼#分機(例: 02 12345678#123)",
       "en": "Area code-number#extension (for example 02 12345678#123)",
       "lines": "492"
      }
     },
     {
      "id": "contact2Title",
      "person": true,
      "role": "second-contact",
      "kind": "text",
      "requirement": "optional",
      "max": 100,
      "label": {
       "zh": "專案聯絡人(2)職稱",
       "en": "Second contact, job title",
       "lines": "492"
      }
     },
     {
      "id": "contact2Mobile",
      "role": "second-contact",
      "kind": "mobile",
      "requirement": "optional",
      "label": {
       "zh": "專案聯絡人(2)行動電話",
       "en": "Second contact, mobile telephone",
       "lines": "493"
      },
      "hint": {
       "zh": "手機號碼 格式:09xxxxxxx",
       "en": "Mobile number (10 digits beginning with 09)",
       "lines": "494"
      }
     },
     {
      "id": "contact2Email",
      "role": "second-contact",
      "kind": "email",
      "requirement": "optional",
      "label": {
       "zh": "專案聯絡人(2)電子信箱",
       "en": "Second contact, e-mail",
       "lines": "493"
      }
     },
     {
      "id": "industries",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "行業分類",
       "en": "Industry (one or more)",
       "lines": "495"
      },
      "hint": {
       "zh": "(請勾選, 可複選)",
       "en": "Tick one or more",
       "lines": "495"
      },
      "options": [
       {
        "id": "J582",
        "label": {
         "zh": "J582(軟體出版業)",
         "en": "J582 (software publishing)",
         "lines": "496"
        }
       },
       {
        "id": "J62",
        "label": {
         "zh": "J62(電腦程式設計、諮詢及相關服務業)",
         "en": "J62 (computer programming, consultancy and related services)",
         "lines": "497"
        }
       },
       {
        "id": "J63",
        "label": {
         "zh": "J63(資訊服務業)",
         "en": "J63 (information services)",
         "lines": "498"
        }
       },
       {
        "id": "K6699",
        "label": {
         "zh": "K6699(第三方支付服務業)",
         "en": "K6699 (third-party payment)",
         "lines": "499"
        }
       }
      ]
     },
     {
      "id": "companyProfile",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "公司簡介",
       "en": "Company profile",
       "lines": "500"
      },
      "hint": {
       "zh": "(1.營業項目; 2.主要產品或服務; 3.產品或服務主要銷售區域:)",
       "en": "1. business items; 2. main products or services; 3. main sales regions",
       "lines": "500"
      }
     }
    ]
   },
   {
    "id": "personal-data",
    "heading": {
     "zh": "蒐集個人資料告知事項暨個人資料提供同意書",
     "en": "Notice on personal data and consent",
     "lines": "502"
    },
    "notice": {
     "zh": "詳閱後請打勾, 並按下一步",
     "en": "Read, tick and go on",
     "lines": "519"
    },
    "noticeId": "personal-data",
    "fields": [
     {
      "id": "personalDataConsent",
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "本人已充分知悉上述告知事項並同意本署蒐集、處理、利用本人個人資料,以及其他公務機關請求行政協助目的之提供。",
       "en": "I have read the notice and agree to the collection, processing and use of my personal data, and to its provision to other authorities that ask for administrative assistance.",
       "lines": "515"
      }
     }
    ]
   },
   {
    "id": "declaration",
    "heading": {
     "zh": "算力使用者聲明及同意事項",
     "en": "Declaration and consent of the compute user",
     "lines": "526"
    },
    "notice": {
     "zh": "詳閱後請打勾，並按下一步",
     "en": "Read, tick and go on",
     "lines": "556"
    },
    "noticeId": "declaration",
    "fields": [
     {
      "id": "declarationAccepted",
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "聲明人已明確了解上述所有聲明與授權內容，並且同意遵守之。",
       "en": "The declarant has understood all declarations and authorisations above and will observe them.",
       "lines": "552"
      }
     }
    ]
   },
   {
    "id": "project",
    "heading": {
     "zh": "專案主題",
     "en": "Project",
     "lines": "562, 1009"
    },
    "notice": {
     "zh": "以明確、好懂、切入重點為主，長度不宜過長",
     "en": "Clear, easy to understand, to the point and not long.",
     "lines": "583, 1028"
    },
    "fields": [
     {
      "id": "topic",
      "no": "1",
      "kind": "text",
      "requirement": "required",
      "max": 200,
      "label": {
       "zh": "專案主題",
       "en": "Project topic",
       "lines": "562, 564, 1009, 1011"
      }
     },
     {
      "id": "domains",
      "no": "2",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "推動使用產業領域",
       "en": "Industry of use",
       "lines": "566, 1013"
      },
      "hint": {
       "zh": "請勾選產業領域別",
       "en": "Tick the industry",
       "lines": "568, 1015"
      },
      "options": [
       {
        "id": "disaster-relief",
        "label": {
         "zh": "防救災",
         "en": "Disaster prevention and relief",
         "lines": "570, 1017"
        }
       },
       {
        "id": "health",
        "label": {
         "zh": "醫療健康",
         "en": "Medicine and health",
         "lines": "571, 1018"
        }
       },
       {
        "id": "manufacturing",
        "label": {
         "zh": "製造",
         "en": "Manufacturing",
         "lines": "572, 1019"
        }
       },
       {
        "id": "retail",
        "label": {
         "zh": "零售",
         "en": "Retail",
         "lines": "573, 1020"
        }
       },
       {
        "id": "finance",
        "label": {
         "zh": "金融",
         "en": "Finance",
         "lines": "574, 1021"
        }
       },
       {
        "id": "public-good",
        "label": {
         "zh": "公益",
         "en": "Public good",
         "lines": "575, 1022"
        }
       },
       {
        "id": "transport",
        "label": {
         "zh": "運輸",
         "en": "Transport",
         "lines": "576, 1023"
        }
       },
       {
        "id": "education",
        "label": {
         "zh": "教育",
         "en": "Education",
         "lines": "577, 1024"
        }
       },
       {
        "id": "other",
        "label": {
         "zh": "其他",
         "en": "Other",
         "lines": "578, 1025"
        }
       }
      ]
     },
     {
      "id": "domainOther",
      "kind": "text",
      "requirement": "when",
      "when": {
       "field": "domains",
       "has": "other"
      },
      "max": 200,
      "label": {
       "zh": "如勾選其他，請輸入產業領域：",
       "en": "If other, which industry",
       "lines": "580, 1030"
      }
     }
    ]
   },
   {
    "id": "models",
    "categories": [
     "training"
    ],
    "heading": {
     "zh": "使用模型及資源需求",
     "en": "Models used and resources needed",
     "lines": "587"
    },
    "notice": {
     "zh": "A. 容器型環境，本平台將依據審議結果，擇優選擇合適申請企業核定算力使用資源",
     "en": "A. Container environment: the platform chooses suitable applicants by the result of the review.",
     "lines": "591"
    },
    "remarks": [
     {
      "zh": "入選業者可使用環境類型如下：",
      "en": "Environments open to those selected:",
      "lines": "589"
     },
     {
      "zh": "請填寫完整資訊",
      "en": "Give complete information.",
      "lines": "617"
     },
     {
      "zh": "主辦單位保有最終上架之模型決定權，並保有最終解釋權",
      "en": "The organiser has the final say on which models are put online.",
      "lines": "665-666"
     }
    ],
    "fields": [
     {
      "id": "modelName",
      "no": "A-1",
      "environment": "container",
      "kind": "text",
      "requirement": "none-word",
      "max": 200,
      "label": {
       "zh": "上傳模型名稱",
       "en": "Model to upload, name",
       "lines": "593"
      },
      "hint": {
       "zh": "容器型環境，必填，若沒有，則填寫\"無\"",
       "en": "Container environment: required, 無 if there is none",
       "lines": "595, 601, 607"
      }
     },
     {
      "id": "modelVersion",
      "no": "A-2",
      "environment": "container",
      "kind": "text",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "版本",
       "en": "Version",
       "lines": "599"
      },
      "hint": {
       "zh": "容器型環境，必填，若沒有，則填寫\"無\"",
       "en": "Container environment: required, 無 if there is none",
       "lines": "595, 601, 607"
      }
     },
     {
      "id": "modelUrl",
      "no": "A-3",
      "environment": "container",
      "kind": "url",
      "requirement": "none-word",
      "label": {
       "zh": "下載連結",
       "en": "Download link",
       "lines": "605"
      },
      "hint": {
       "zh": "容器型環境，必填，若沒有，則填寫\"無\"",
       "en": "Container environment: required, 無 if there is none",
       "lines": "595, 601, 607"
      }
     },
     {
      "id": "baseModel",
      "no": "A-4",
      "environment": "container",
      "kind": "text",
      "requirement": "none-word",
      "max": 200,
      "label": {
       "zh": "基礎模型名稱",
       "en": "Base model",
       "lines": "611"
      },
      "hint": {
       "zh": "若上傳模型是已先採用蒸餾或訓練等方式調教過的，請在此註明所採用的原始模型為何，若沒有，則填寫\"無\"",
       "en": "If the uploaded model was distilled or trained before, name the original model, 無 if not.",
       "lines": "613"
      }
     },
     {
      "id": "noCodeModels",
      "no": "B",
      "environment": "no-code",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "No-Code訓練平台環境，預計可選用開源模型如下",
       "en": "No-code training environment, models",
       "lines": "621"
      },
      "modelList": "training-no-code",
      "exclusive": {
       "id": "none",
       "label": {
        "zh": "無使用需求",
        "en": "Not needed",
        "lines": "628"
       }
      }
     },
     {
      "id": "apiModels",
      "no": "C",
      "environment": "api",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "模型驗證環境，預計可串接開源模型",
       "en": "Model validation environment, models",
       "lines": "630"
      },
      "modelList": "training-api",
      "exclusive": {
       "id": "none",
       "label": {
        "zh": "無使用需求",
        "en": "Not needed",
        "lines": "660"
       }
      }
     }
    ]
   },
   {
    "id": "models",
    "categories": [
     "inference"
    ],
    "heading": {
     "zh": "使用模型需求",
     "en": "Models needed",
     "lines": "1036"
    },
    "notice": {
     "zh": "主辦單位保有最終上架之模型決定權，並保有最終解釋權",
     "en": "The organiser has the final say on which models are put online.",
     "lines": "1071"
    },
    "fields": [
     {
      "id": "apiModels",
      "no": "3",
      "environment": "api",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "預計可串接模型清單如下 (複選題)",
       "en": "Models to connect (choose one or more)",
       "lines": "1038"
      },
      "modelList": "inference-api"
     }
    ]
   },
   {
    "id": "importance",
    "heading": {
     "zh": "專案重要性",
     "en": "Importance of the project",
     "lines": "672, 1075"
    },
    "fields": [
     {
      "id": "importance",
      "no": "4",
      "categories": [
       "training"
      ],
      "criterion": "importance",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "專案重要性",
       "en": "Importance of the project",
       "lines": "672"
      },
      "hint": {
       "zh": "請說明專案創新性及應用情境、對產業的重要性、對社會的影響力及公益性等，內容包括「需解決的問題」以及「預計選用的大語言模型原因」。",
       "en": "Novelty and application, importance to the industry, impact on society and public good; name the problem to be solved and why this large language model was chosen.",
       "lines": "676"
      },
      "help": {
       "zh": "請說明應用情境、對產業的重要性、對社會的影響力及公益性等，內容包括「需解決的問題」以及「預計選用的大語言模型原因」",
       "en": "Application, importance to the industry, impact on society and public good; name the problem to be solved and why this large language model was chosen.",
       "lines": "674"
      },
      "example": {
       "zh": "目前，平均每位高齡照護員需要照顧30位獨居長者，這樣的工作需要大量專業照護相關知識。本專案將利用大型語言模型Llama-3搭配RAG技術，開發長者照護助理（高齡照護GPT）來協助第一線照護員，減輕他們的負擔，並提升照護品質。",
       "en": "At present each carer looks after 30 elderly people living alone, which takes much expert knowledge. The project uses Llama-3 with RAG to build an assistant for carers (an elderly-care GPT) that lightens their load and raises the quality of care.",
       "lines": "681"
      }
     },
     {
      "id": "importance",
      "no": "4",
      "categories": [
       "inference"
      ],
      "criterion": "importance",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "專案重要性",
       "en": "Importance of the project",
       "lines": "1075"
      },
      "hint": {
       "zh": "請說明應用情境如場域應用之預期成效表現、對產業的重要性、對社會的影響力及公益性等，內容包括「需解決的問題」以及「預計選用的訓練模型原因」",
       "en": "Application and its expected performance on site, importance to the industry, impact on society and public good; name the problem to be solved and why this model was chosen.",
       "lines": "1077"
      },
      "help": {
       "zh": "請說明專案創新性及應用情境、對產業的重要性、對社會的影響力及公益性等，內容包括「需解決的問題」以及「預計選用的大語言模型原因」。",
       "en": "Novelty and application, importance to the industry, impact on society and public good; name the problem to be solved and why this large language model was chosen.",
       "lines": "1079"
      }
     }
    ]
   },
   {
    "id": "opportunity",
    "heading": {
     "zh": "產業應用機會",
     "en": "Industry application opportunity",
     "lines": "683, 1081"
    },
    "fields": [
     {
      "id": "opportunity",
      "no": "5",
      "categories": [
       "training"
      ],
      "criterion": "opportunity",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "產業應用機會",
       "en": "Industry application opportunity",
       "lines": "683"
      },
      "hint": {
       "zh": "針對大語言模型訓練成果說明如何推廣及跨產業應用的做法（如：於特定領域發展AI助理服務）。",
       "en": "How the trained model will be promoted and used across industries (for example as an AI assistant in one field).",
       "lines": "687"
      },
      "help": {
       "zh": "請說明可能拓展之產業與應用（如：於特定領域發展AI助理服務）",
       "en": "Industries and applications it may extend to (for example an AI assistant in one field)",
       "lines": "685"
      },
      "example": {
       "zh": "協助健康醫療照護產業導入AI技術，發展各種專門領域的照護助理GPT。相關應用還包括智慧醫療助理、社工照護助理等。",
       "en": "Help the health care industry adopt AI with care assistant GPTs for special fields, also medical and social work assistants.",
       "lines": "692"
      }
     },
     {
      "id": "opportunity",
      "no": "5",
      "categories": [
       "inference"
      ],
      "criterion": "opportunity",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "產業應用機會",
       "en": "Industry application opportunity",
       "lines": "1081"
      },
      "hint": {
       "zh": "針對AI應用服務成果說明如何推廣及跨產業應用的做法",
       "en": "How the AI service will be promoted and used across industries",
       "lines": "1083"
      },
      "help": {
       "zh": "針對AI應用服務成果說明如何推廣及跨產業應用的作法",
       "en": "How the AI service will be promoted and used across industries",
       "lines": "1085"
      }
     }
    ]
   },
   {
    "id": "dataset",
    "categories": [
     "training"
    ],
    "heading": {
     "zh": "訓練資料集",
     "en": "Training data set",
     "lines": "698"
    },
    "notice": {
     "zh": "訓練資料集請填寫完整",
     "en": "Fill in the training data set completely.",
     "lines": "746"
    },
    "remarks": [
     {
      "zh": "訓練資料集型態",
      "en": "Kinds of training data",
      "lines": "700"
     }
    ],
    "fields": [
     {
      "id": "datasetTextTokens",
      "no": "6.1",
      "criterion": "dataset",
      "kind": "integer",
      "requirement": "zero",
      "unit": "token",
      "label": {
       "zh": "文字：_____tokens",
       "en": "Text, tokens",
       "lines": "702"
      },
      "hint": {
       "zh": "若無準備，可填寫為0",
       "en": "0 if none is prepared",
       "lines": "704, 710, 716, 728"
      }
     },
     {
      "id": "datasetSpeechHours",
      "no": "6.2",
      "criterion": "dataset",
      "kind": "number",
      "requirement": "zero",
      "unit": "hour",
      "label": {
       "zh": "語音：_____小時",
       "en": "Speech, hours",
       "lines": "708"
      },
      "hint": {
       "zh": "若無準備，可填寫為0",
       "en": "0 if none is prepared",
       "lines": "704, 710, 716, 728"
      }
     },
     {
      "id": "datasetVideoHours",
      "no": "6.3",
      "criterion": "dataset",
      "kind": "number",
      "requirement": "zero",
      "unit": "hour",
      "label": {
       "zh": "影片：_____小時",
       "en": "Video, hours",
       "lines": "714"
      },
      "hint": {
       "zh": "若無準備，可填寫為0",
       "en": "0 if none is prepared",
       "lines": "704, 710, 716, 728"
      }
     },
     {
      "id": "datasetVideoPixels",
      "no": "6.4",
      "criterion": "dataset",
      "kind": "pixels",
      "requirement": "zero",
      "label": {
       "zh": "影片平均像素大小：___長x___寬",
       "en": "Video, average pixel size",
       "lines": "720"
      },
      "hint": {
       "zh": "例如3840x2160 若無準備，可填寫為0",
       "en": "For example 3840x2160, 0 if none is prepared",
       "lines": "722"
      },
      "help": {
       "zh": "請提供即將進行的影像人工智慧任務的相關資訊，包括影片資料的格式與影像解析度（例如：MP4 1920x1080）。若無準備，可填寫0。",
       "en": "Describe the planned video task, with format and resolution (for example MP4 1920x1080). 0 if none is prepared.",
       "lines": "754"
      }
     },
     {
      "id": "datasetImages",
      "no": "6.5",
      "criterion": "dataset",
      "kind": "integer",
      "requirement": "zero",
      "unit": "image",
      "label": {
       "zh": "圖片：_____張",
       "en": "Images, number",
       "lines": "726"
      },
      "hint": {
       "zh": "若無準備，可填寫為0",
       "en": "0 if none is prepared",
       "lines": "704, 710, 716, 728"
      }
     },
     {
      "id": "datasetImagePixels",
      "no": "6.6",
      "criterion": "dataset",
      "kind": "pixels",
      "requirement": "zero",
      "label": {
       "zh": "圖片平均像素大小：___長x___寬",
       "en": "Images, average pixel size",
       "lines": "732"
      },
      "hint": {
       "zh": "例如1024x768 若無準備，可填寫為0",
       "en": "For example 1024x768, 0 if none is prepared",
       "lines": "734"
      }
     },
     {
      "id": "datasetDescription",
      "no": "6.7",
      "criterion": "dataset",
      "kind": "long-text",
      "requirement": "none-word",
      "max": 20000,
      "label": {
       "zh": "資料集主要內容描述",
       "en": "Main content of the data set",
       "lines": "738"
      },
      "hint": {
       "zh": "如金融詢問題目、金融法規資料等，若沒有，則填寫\"無\"",
       "en": "For example questions on finance or financial regulations, 無 if there is none",
       "lines": "740"
      },
      "example": {
       "zh": "以標記的的監視器影像資料集20萬筆，容量約30GB，內容為生活周遭常見的事物。",
       "en": "200,000 labelled surveillance images, about 30 GB, of everyday things",
       "lines": "756"
      }
     }
    ]
   },
   {
    "id": "scenario",
    "categories": [
     "inference"
    ],
    "heading": {
     "zh": "應用情境說明",
     "en": "Application scenario",
     "lines": "1087"
    },
    "fields": [
     {
      "id": "scenario",
      "no": "6",
      "criterion": "scenario",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "應用情境說明",
       "en": "Application scenario",
       "lines": "1087"
      },
      "hint": {
       "zh": "說明預期其模型推論之應用情境的成效表現。",
       "en": "Describe how well the inference application is expected to perform.",
       "lines": "1089"
      },
      "help": {
       "zh": "說明場域應用之預期成果表現",
       "en": "Expected results on site",
       "lines": "1091"
      }
     }
    ]
   },
   {
    "id": "benefits",
    "heading": {
     "zh": "預期效益合理性",
     "en": "Plausibility of the expected benefits",
     "lines": "773, 1097"
    },
    "notice": {
     "zh": "結案報告、成果簡報等將提供公版格式。",
     "en": "Templates for the closing report and the slides will be provided.",
     "lines": "793, 1111"
    },
    "remarks": [
     {
      "zh": "量化效益",
      "en": "Benefits in numbers",
      "lines": "777, 1101"
     }
    ],
    "fields": [
     {
      "id": "benefits",
      "no": "7",
      "criterion": "benefits",
      "kind": "long-text",
      "requirement": "required",
      "max": 20000,
      "label": {
       "zh": "預計產出物與衍生的產業效益與社會效益及影響力",
       "en": "Expected outputs, benefits to industry and society, and impact",
       "lines": "775, 1099"
      }
     },
     {
      "id": "modelsProduced",
      "no": "7.1",
      "categories": [
       "training"
      ],
      "criterion": "benefits",
      "kind": "integer",
      "requirement": "required",
      "unit": "model",
      "label": {
       "zh": "預計產出模型___項",
       "en": "Models expected, number",
       "lines": "779"
      }
     },
     {
      "id": "applicationsProduced",
      "no": "7.2",
      "categories": [
       "training"
      ],
      "criterion": "benefits",
      "kind": "integer",
      "requirement": "required",
      "unit": "application",
      "label": {
       "zh": "預計產出應用___項",
       "en": "Applications expected, number",
       "lines": "783"
      }
     },
     {
      "id": "applicationsProduced",
      "no": "7.1",
      "categories": [
       "inference"
      ],
      "criterion": "benefits",
      "kind": "integer",
      "requirement": "required",
      "unit": "application",
      "label": {
       "zh": "產出應用___項",
       "en": "Applications expected, number",
       "lines": "1103"
      }
     },
     {
      "id": "reportConsent",
      "categories": [
       "training"
      ],
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "本公司同意提供結案報告乙式、成果簡報乙式及產品demo影片乙式，並於平台使用到期日後30個日曆天提交，另須配合出席本案執行單位辦理之產品demo會議。",
       "en": "The company will hand in a closing report, slides and a product demo video within 30 calendar days after the end of use, and attend the product demo meeting held by the executor.",
       "lines": "787"
      }
     },
     {
      "id": "reportConsent",
      "categories": [
       "inference"
      ],
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "本公司同意提供結案報告乙式、成果簡報乙式及產品demo影片乙式，並於平台使用到期日後30個日曆天提交",
       "en": "The company will hand in a closing report, slides and a product demo video within 30 calendar days after the end of use.",
       "lines": "1105"
      }
     }
    ]
   },
   {
    "id": "bonus",
    "heading": {
     "zh": "加分項目",
     "en": "Bonus items",
     "lines": "797, 1117"
    },
    "notice": {
     "zh": "請提供「檔案」的下載網址，如連結失效或無法開啟則無法進行加分",
     "en": "Give the download address of the file. A dead link, or one that cannot be opened, earns nothing.",
     "lines": "829, 1142"
    },
    "fields": [
     {
      "id": "bonusMou",
      "no": "1",
      "bonus": "1",
      "kind": "url",
      "requirement": "none-word",
      "label": {
       "zh": "加值型提案：提供落地場域之雙方合作備忘錄影本者。提供檔案下載網址：",
       "en": "Value-added proposal: address of the memorandum of understanding",
       "lines": "799, 1119"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "bonusDeck",
      "no": "2",
      "bonus": "2",
      "kind": "url",
      "requirement": "none-word",
      "label": {
       "zh": "加分型資料：提供本專案主題已具備產品化之介紹簡報或資料者。提供檔案下載網址：",
       "en": "Bonus material: address of product slides or documents",
       "lines": "803, 1122"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "bonusDatasetHuggingFace",
      "no": "3.1",
      "bonus": "3.1",
      "kind": "url",
      "requirement": "none-word",
      "hosts": [
       "huggingface.co",
       "hf.co"
      ],
      "label": {
       "zh": "3.1 Hugging Face，請輸入預設網址：",
       "en": "Data set on Hugging Face, address",
       "lines": "809, 1127"
      },
      "hint": {
       "zh": "若不同意，則填寫\"無\"",
       "en": "無 if you do not agree",
       "lines": "810, 814, 820, 824, 1128, 1131, 1138"
      }
     },
     {
      "id": "bonusDatasetGitHub",
      "no": "3.2",
      "bonus": "3.2",
      "kind": "url",
      "requirement": "none-word",
      "hosts": [
       "github.com",
       "github.io"
      ],
      "label": {
       "zh": "3.2 GitHub，請輸入預設網址：",
       "en": "Data set on GitHub, address",
       "lines": "813, 1130"
      },
      "hint": {
       "zh": "若不同意，則填寫\"無\"",
       "en": "無 if you do not agree",
       "lines": "810, 814, 820, 824, 1128, 1131, 1138"
      }
     },
     {
      "id": "bonusModelHuggingFace",
      "no": "4.1",
      "bonus": "4.1",
      "kind": "url",
      "requirement": "none-word",
      "hosts": [
       "huggingface.co",
       "hf.co"
      ],
      "label": {
       "zh": "4.1 Hugging Face，請輸入預設網址：",
       "en": "Model on Hugging Face, address",
       "lines": "819, 1135"
      },
      "hint": {
       "zh": "若不同意，則填寫\"無\"",
       "en": "無 if you do not agree",
       "lines": "810, 814, 820, 824, 1128, 1131, 1138"
      }
     },
     {
      "id": "bonusModelGitHub",
      "no": "4.2",
      "bonus": "4.2",
      "kind": "url",
      "requirement": "none-word",
      "hosts": [
       "github.com",
       "github.io"
      ],
      "label": {
       "zh": "4.2 GitHub，請輸入預設網址：",
       "en": "Model on GitHub, address",
       "lines": "823, 1137"
      },
      "hint": {
       "zh": "若不同意，則填寫\"無\"",
       "en": "無 if you do not agree",
       "lines": "810, 814, 820, 824, 1128, 1131, 1138"
      }
     }
    ]
   },
   {
    "id": "registrations",
    "heading": {
     "zh": "通過以下能量登錄者：",
     "en": "Holders of these registrations:",
     "lines": "1152"
    },
    "notice": {
     "zh": "可至數位發展部數位產業署官網進行編號查詢",
     "en": "Numbers can be looked up on the website of the Administration for Digital Industries",
     "lines": "877-878, 1175-1176"
    },
    "fields": [
     {
      "id": "registrationThirdPartyPayment",
      "no": "5.1",
      "bonus": "5.1",
      "kind": "certificate-number",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "5.1 提供第三方支付服務之事業或人員洗錢防制及服務能量登錄，通過編號：",
       "en": "Third-party payment AML registration, pass number",
       "lines": "839, 1154"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "registrationESignature",
      "no": "5.2",
      "bonus": "5.2",
      "kind": "certificate-number",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "5.2 電子簽章解決方案服務能量登錄，通過編號：",
       "en": "Electronic signature registration, pass number",
       "lines": "845, 1157"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "registrationDataEconomy",
      "no": "5.3",
      "bonus": "5.3",
      "kind": "certificate-number",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "5.3 資料經濟服務機構能量登錄，通過編號：",
       "en": "Data economy registration, pass number",
       "lines": "851, 1160"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "registrationAi",
      "no": "5.4",
      "bonus": "5.4",
      "kind": "certificate-number",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "5.4 人工智慧技術服務機構能量登錄，證書編號：",
       "en": "AI registration, certificate number",
       "lines": "857, 1163"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "registrationInformationService",
      "no": "5.5",
      "categories": [
       "training"
      ],
      "bonus": "5.5",
      "kind": "certificate-number",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "5.5 資訊服務機構服務能量登錄，證號：",
       "en": "Information service registration, certificate number",
       "lines": "863"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "registrationInformationService",
      "no": "5.5",
      "categories": [
       "inference"
      ],
      "bonus": "5.5",
      "kind": "certificate-number",
      "requirement": "none-word",
      "max": 100,
      "label": {
       "zh": "5.5 資訊服務機構服務能量登錄，證書編號：",
       "en": "Information service registration, certificate number",
       "lines": "1166"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "800, 804, 841, 847, 853, 859, 865, 1120, 1123, 1155, 1158, 1161, 1164, 1167"
      }
     },
     {
      "id": "registrationInformationSecurity",
      "no": "5.6",
      "categories": [
       "training"
      ],
      "bonus": "5.6",
      "kind": "yes-no",
      "requirement": "required",
      "label": {
       "zh": "5.6 資訊安全服務機構能量登錄",
       "en": "Information security registration",
       "lines": "869"
      },
      "options": [
       {
        "id": "yes",
        "label": {
         "zh": "是",
         "en": "Yes",
         "lines": "871"
        }
       },
       {
        "id": "no",
        "label": {
         "zh": "否",
         "en": "No",
         "lines": "873"
        }
       }
      ]
     },
     {
      "id": "registrationInformationSecurity",
      "no": "5.6",
      "categories": [
       "inference"
      ],
      "bonus": "5.6",
      "kind": "yes-no",
      "requirement": "required",
      "label": {
       "zh": "5.6 資訊安全服務機構能量登錄",
       "en": "Information security registration",
       "lines": "1169"
      },
      "options": [
       {
        "id": "yes",
        "label": {
         "zh": "有",
         "en": "Yes",
         "lines": "1170"
        }
       },
       {
        "id": "no",
        "label": {
         "zh": "沒有",
         "en": "No",
         "lines": "1171"
        }
       }
      ]
     }
    ]
   },
   {
    "id": "product",
    "heading": {
     "zh": "預計產品化階段說明",
     "en": "Planned productisation",
     "lines": "908, 1193"
    },
    "notice": {
     "zh": "說明訓練成效預計產品化的規劃與進度",
     "en": "Plan and progress of turning the result into a product",
     "lines": "910, 1195"
    },
    "remarks": [
     {
      "zh": "115年重點新增，請填寫完整",
      "en": "New in ROC year 115; fill in completely. (Printed in the inference form.)",
      "lines": "1242"
     }
    ],
    "fields": [
     {
      "id": "customers",
      "no": "8.1",
      "criterion": "productisation",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "主要目標客戶",
       "en": "Main target customers",
       "lines": "912, 1197"
      },
      "options": [
       {
        "id": "large-enterprise",
        "label": {
         "zh": "大型企業",
         "en": "Large enterprises",
         "lines": "914, 1199"
        }
       },
       {
        "id": "government",
        "label": {
         "zh": "政府單位/協會",
         "en": "Government and associations",
         "lines": "915, 1200"
        }
       },
       {
        "id": "sme",
        "label": {
         "zh": "中小型企业",
         "en": "Small and medium enterprises",
         "lines": "916, 1201"
        }
       },
       {
        "id": "consumer",
        "label": {
         "zh": "一般消費者",
         "en": "Consumers",
         "lines": "917, 1202"
        }
       }
      ]
     },
     {
      "id": "productProgress",
      "no": "8.2",
      "criterion": "productisation",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "產品化進度",
       "en": "Progress of productisation",
       "lines": "919, 1204"
      },
      "options": [
       {
        "id": "shown",
        "label": {
         "zh": "產品對外有演示：成果展示會或公開場合展示過",
         "en": "Shown in public",
         "lines": "921, 1206"
        }
       },
       {
        "id": "on-market",
        "label": {
         "zh": "產品已上市：官網或社群貼文可查詢產品介紹",
         "en": "On the market: described on a website or in social media",
         "lines": "922, 1207"
        }
       },
       {
        "id": "priced",
        "label": {
         "zh": "產品已有公開定價：官網或社群貼文可查詢產品價格",
         "en": "Public price: stated on a website or in social media",
         "lines": "923, 1208"
        }
       }
      ],
      "exclusive": {
       "id": "in-development",
       "label": {
        "zh": "以上皆無，尚在開發階段",
        "en": "None of these, still in development",
        "lines": "924, 1209"
       }
      }
     },
     {
      "id": "productForms",
      "no": "8.3",
      "criterion": "productisation",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "產品形式",
       "en": "Form of the product",
       "lines": "926, 1211"
      },
      "options": [
       {
        "id": "cloud",
        "label": {
         "zh": "雲端服務",
         "en": "Cloud service",
         "lines": "928, 1213"
        }
       },
       {
        "id": "desktop",
        "label": {
         "zh": "桌面版 / 電腦版軟體",
         "en": "Desktop software",
         "lines": "929, 1214"
        }
       },
       {
        "id": "mobile",
        "label": {
         "zh": "行動裝置 App",
         "en": "Mobile app",
         "lines": "930, 1215"
        }
       },
       {
        "id": "on-premises",
        "label": {
         "zh": "本地伺服器",
         "en": "On-premises server",
         "lines": "931, 1216"
        }
       },
       {
        "id": "agent-server",
        "label": {
         "zh": "AI代理 + 伺服器架構",
         "en": "AI agent with server",
         "lines": "932, 1217"
        }
       },
       {
        "id": "other",
        "label": {
         "zh": "其他：自行補充",
         "en": "Other, please add",
         "lines": "933, 1218"
        }
       }
      ]
     },
     {
      "id": "productFormOther",
      "no": "8.3.1",
      "kind": "text",
      "requirement": "when",
      "when": {
       "field": "productForms",
       "has": "other"
      },
      "max": 200,
      "label": {
       "zh": "其他：自行補充",
       "en": "Other form of the product",
       "lines": "933, 1218"
      }
     },
     {
      "id": "billingUnits",
      "no": "8.4",
      "criterion": "productisation",
      "kind": "choice-many",
      "requirement": "required",
      "label": {
       "zh": "計價單位",
       "en": "Unit of billing",
       "lines": "935, 1220"
      },
      "options": [
       {
        "id": "user",
        "label": {
         "zh": "按用戶數計費",
         "en": "Per user",
         "lines": "937, 1222"
        }
       },
       {
        "id": "server",
        "label": {
         "zh": "按伺服器台數計費",
         "en": "Per server",
         "lines": "938, 1223"
        }
       },
       {
        "id": "cpu-core",
        "label": {
         "zh": "按 CPU 核心數計費",
         "en": "Per CPU core",
         "lines": "939, 1224"
        }
       },
       {
        "id": "account",
        "label": {
         "zh": "按帳號數計費",
         "en": "Per account",
         "lines": "940, 1225"
        }
       },
       {
        "id": "asset",
        "label": {
         "zh": "按資產數(Asset)計費",
         "en": "Per asset",
         "lines": "941, 1226"
        }
       },
       {
        "id": "other",
        "label": {
         "zh": "其他：自行補充",
         "en": "Other, please add",
         "lines": "942, 1227"
        }
       }
      ]
     },
     {
      "id": "billingUnitOther",
      "no": "8.4.1",
      "kind": "text",
      "requirement": "when",
      "when": {
       "field": "billingUnits",
       "has": "other"
      },
      "max": 200,
      "label": {
       "zh": "計價單位如勾選其他，請補充：",
       "en": "If other, which unit of billing",
       "lines": "944, 1229"
      }
     },
     {
      "id": "billingPeriod",
      "no": "8.5",
      "criterion": "productisation",
      "kind": "choice-one",
      "requirement": "required",
      "label": {
       "zh": "計價時間",
       "en": "Billing period",
       "lines": "946, 1231"
      },
      "options": [
       {
        "id": "month",
        "label": {
         "zh": "按月計費",
         "en": "Per month",
         "lines": "948, 1233"
        }
       },
       {
        "id": "year",
        "label": {
         "zh": "按年計費",
         "en": "Per year",
         "lines": "949, 1234"
        }
       },
       {
        "id": "use",
        "label": {
         "zh": "按次計費",
         "en": "Per use",
         "lines": "950, 1235"
        }
       },
       {
        "id": "other",
        "label": {
         "zh": "其他：自行補充",
         "en": "Other, please add",
         "lines": "951, 1236"
        }
       }
      ]
     },
     {
      "id": "billingPeriodOther",
      "no": "8.5.1",
      "kind": "text",
      "requirement": "when",
      "when": {
       "field": "billingPeriod",
       "has": "other"
      },
      "max": 200,
      "label": {
       "zh": "計價時間如勾選其他，請補充：",
       "en": "If other, which billing period",
       "lines": "953, 1238"
      }
     }
    ]
   },
   {
    "id": "other-needs",
    "heading": {
     "zh": "其他需求",
     "en": "Other needs",
     "lines": "959, 1246"
    },
    "fields": [
     {
      "id": "otherNeeds",
      "no": "9",
      "kind": "long-text",
      "requirement": "none-word",
      "max": 20000,
      "label": {
       "zh": "其他需求",
       "en": "Other needs",
       "lines": "959, 1246"
      },
      "hint": {
       "zh": "若沒有，則填寫\"無\"",
       "en": "無 if there is none",
       "lines": "961, 1248"
      }
     }
    ]
   },
   {
    "id": "pledge",
    "heading": {
     "zh": "切結書",
     "en": "Affidavit",
     "lines": "965, 1250"
    },
    "notice": {
     "zh": "未按「送出」之前都可回到前頁進行「申請類別」替換，送出後不得更動",
     "en": "Until you submit you can go back and change the category, after that no longer.",
     "lines": "977, 1263"
    },
    "noticeId": "pledge",
    "fields": [
     {
      "id": "pledgeAccepted",
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "本公司已明確了解上述所有切結內容，並且同意遵守所有規定",
       "en": "The company has understood the affidavit and will observe all its rules.",
       "lines": "970, 1255"
      }
     },
     {
      "id": "categoryConfirmed",
      "categories": [
       "training"
      ],
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "本公司已確認申請「模型訓練類」算力資源，以下「送出」後即完成申請，不得變更申請類別",
       "en": "The company confirms that it applies for model training; the application is complete on submission and the category cannot be changed.",
       "lines": "971"
      }
     },
     {
      "id": "categoryConfirmed",
      "categories": [
       "inference"
      ],
      "kind": "consent",
      "requirement": "accept",
      "label": {
       "zh": "本公司已確認申請「模型推論類」算力資源，以下「送出」後即完成申請，不得變更申請類別",
       "en": "The company confirms that it applies for model inference; the application is complete on submission and the category cannot be changed.",
       "lines": "1257"
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
    "training",
    "inference"
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
    },
    {
     "zh": "送件資料如有缺漏者，由執行單位通知限期內補件，企業逾期未補件或申請資格經審查不符合者，不予受理。",
     "en": "If something is missing, the executor asks for it within a time limit; an application not completed in time, or not eligible, is not accepted.",
     "lines": "990, 1278"
    }
   ]
  },
  {
   "id": "expert",
   "categories": [
    "training",
    "inference"
   ],
   "name": {
    "zh": "(二) 專業審查",
    "en": "(2) Expert review",
    "lines": "992, 1280"
   },
   "steps": [
    {
     "zh": "算力平台使用申請書審查及評分。",
     "en": "The application is reviewed and scored.",
     "lines": "994, 1282"
    }
   ]
  },
  {
   "id": "meeting",
   "categories": [
    "training"
   ],
   "name": {
    "zh": "(三) 審查會議",
    "en": "(3) Review meeting",
    "lines": "996"
   },
   "steps": [
    {
     "zh": "執行單位統計委員評選結果，由本署召開審查會議，擇優決議通過名單。",
     "en": "The executor counts the reviewers' results; the Administration holds the review meeting and decides who passes.",
     "lines": "998"
    },
    {
     "zh": "名單經核定後公告。",
     "en": "The list is published once approved.",
     "lines": "999"
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
   },
   {
    "category": "inference",
    "meeting": false,
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
    14,
    7,
    1,
    0
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
   },
   {
    "id": "cn-hk-mo-ip",
    "text": {
     "zh": "透過任何方式串接本平台至中港澳之遠端IP位置使用之行為。",
     "en": "Connecting the platform, by any means, to remote IP addresses in China, Hong Kong or Macau.",
     "lines": "432, 460"
    }
   },
   {
    "id": "infringement",
    "text": {
     "zh": "利用本平台從事侵害本署或第三人權益之行為。",
     "en": "Infringing the rights of the Administration or of third parties.",
     "lines": "433, 461"
    }
   },
   {
    "id": "unlawful",
    "text": {
     "zh": "其他違反法令或公序良俗之行為。",
     "en": "Other acts against the law or public order.",
     "lines": "434, 462"
    }
   },
   {
    "id": "chinese-models-and-tools",
    "text": {
     "zh": "使用來自中國或中資的開源模型(如DeepSeek等)、介接工具(如API、MCP等) 進行本算力平台之訓練及應用推論等使用行為。",
     "en": "Using open models (such as DeepSeek) or connecting tools (such as API or MCP) of Chinese origin or capital for training or inference on the platform.",
     "lines": "435, 463"
    }
   },
   {
    "id": "idle",
    "text": {
     "zh": "未使用算力時間達核定申請時間過半週數，經通知專案聯絡人改善後隔日起算3個日曆天內若無繼續使用算力之行為。",
     "en": "Idle for more than half of the approved weeks and not using the platform again within three calendar days from the day after the contact was notified.",
     "lines": "436, 464"
    },
    "idle": {
     "moreThanShareOfWeeks": 0.5,
     "calendarDaysAfterNotice": 3
    }
   },
   {
    "id": "duties",
    "text": {
     "zh": "違反算力平台使用申請須知(以下簡稱本須知)柒、二、(二)算力使用者義務條款之行為。",
     "en": "Breaking the duties of compute users.",
     "lines": "437, 465"
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
    "training",
    "inference"
   ],
   "calendarDaysAfterUse": 30,
   "text": {
    "zh": "本公司同意提供結案報告乙式、成果簡報乙式及產品demo影片乙式，並於平台使用到期日後30個日曆天提交",
    "en": "Closing report, slides and a product demo video within 30 calendar days after the end of use.",
    "lines": "787, 1105"
   }
  },
  {
   "id": "demo-meeting",
   "categories": [
    "training"
   ],
   "text": {
    "zh": "模型訓練類業者，須配合出席產品demo會議。",
    "en": "Training applicants attend the product demo meeting.",
    "lines": "793"
   }
  },
  {
   "id": "follow-up",
   "categories": [
    "training",
    "inference"
   ],
   "years": 3,
   "text": {
    "zh": "使用者同意配合於計畫結束後至少3年配合本署或執行單位計畫成果展示宣導活動及相關成效追蹤管理作業，包含保留操作使用本平台之紀錄檔(system log)備查，提交資料如產品化調查、結案報告、成果簡報等，相關規定如附件申請表說明。",
    "en": "For at least three years after the end: take part in presentations and follow-up, keep the system logs and hand in productisation survey, closing report and slides.",
    "lines": "439, 471"
   }
  },
  {
   "id": "publication",
   "categories": [
    "training",
    "inference"
   ],
   "text": {
    "zh": "加分項目同意提供者，於算力平台使用期結束後未上架者，則列入觀察名單",
    "en": "Who agreed to publish and has not done so after the period of use goes on the watch list.",
    "lines": "833, 1146"
   }
  },
  {
   "id": "storage-cleared",
   "categories": [
    "training",
    "inference"
   ],
   "text": {
    "zh": "核定使用期間屆滿後，本平台將收回算力使用權限，並清除儲存空間。",
    "en": "When the period ends, access is withdrawn and the storage is cleared.",
    "lines": "443"
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
      },
      {
       "text": {
        "zh": "(二) 申請企業所提供及填報之各項資料，皆應與申請企業現況、事實相符，絕不可侵害他人專利權、著作權、商標權或營業秘密等相關智慧財產權，否則應自負一切法律責任。",
        "en": "(2) All data given by the applicant must be true and current and must not infringe patents, copyrights, trade marks, trade secrets or other intellectual property; otherwise the applicant bears all legal liability.",
        "lines": "424"
       }
      },
      {
       "text": {
        "zh": "(三) 本平台將依據審議結果，擇優選擇合適申請企業核定算力使用資源。",
        "en": "(3) The platform selects suitable applicants by the result of the review and approves their resources.",
        "lines": "425"
       }
      },
      {
       "text": {
        "zh": "(四) 本平台得隨時更動、停止本平台之部分或全部功能服務。本平台服務若有重大變更或停止，將另行於本平台網站公告或通知。其餘如有未盡事宜，以本平台網站公告或通知為準。",
        "en": "(4) The platform may change or stop part or all of its functions at any time. Major changes are announced on its website or by notice, which also govern what is not settled here.",
        "lines": "426"
       }
      }
     ]
    },
    {
     "text": {
      "zh": "二、使用規範",
      "en": "2. Rules of use",
      "lines": "428, 455"
     },
     "items": [
      {
       "text": {
        "zh": "(一) 本平台之使用，不得逾越經本平台核定之專案使用範圍，且不得為下列行為：",
        "en": "(1) The platform may not be used beyond the approved project, nor for any of the following:",
        "lines": "430, 457"
       },
       "items": [
        {
         "text": {
          "zh": "1. 執行各式虛擬貨幣的驗證計算（即挖礦）、對等網路檔案分享（即P2P）或任何營利行為。",
          "en": "1. Cryptocurrency mining, peer-to-peer file sharing or any profit-making act.",
          "lines": "431, 459"
         }
        },
        {
         "text": {
          "zh": "2. 透過任何方式串接本平台至中港澳之遠端IP位置使用之行為。",
          "en": "2. Connecting the platform, by any means, to remote IP addresses in China, Hong Kong or Macau.",
          "lines": "432, 460"
         }
        },
        {
         "text": {
          "zh": "3. 利用本平台從事侵害本署或第三人權益之行為。",
          "en": "3. Infringing the rights of the Administration or of third parties.",
          "lines": "433, 461"
         }
        },
        {
         "text": {
          "zh": "4. 其他違反法令或公序良俗之行為。",
          "en": "4. Other acts against the law or public order.",
          "lines": "434, 462"
         }
        },
        {
         "text": {
          "zh": "5. 使用來自中國或中資的開源模型(如DeepSeek等)、介接工具(如API、MCP等) 進行本算力平台之訓練及應用推論等使用行為。",
          "en": "5. Using open models (such as DeepSeek) or connecting tools (such as API or MCP) of Chinese origin or capital for training or inference on the platform.",
          "lines": "435, 463"
         }
        },
        {
         "text": {
          "zh": "6. 未使用算力時間達核定申請時間過半週數，經通知專案聯絡人改善後隔日起算3個日曆天內若無繼續使用算力之行為。",
          "en": "6. Idle for more than half of the approved weeks and not using the platform again within three calendar days from the day after the project contact was notified.",
          "lines": "436, 464"
         }
        },
        {
         "text": {
          "zh": "7. 違反算力平台使用申請須知(以下簡稱本須知)柒、二、(二)算力使用者義務條款之行為。",
          "en": "7. Breaking the duties of compute users in part 7, 2, (2) of the application rules (hereinafter the Rules).",
          "lines": "437, 465"
         }
        },
        {
         "text": {
          "zh": "使用者於算力使用期間有上述任一情事者，本平台得判定暫停現有服務或停權下次申請資格乙次，累計違規兩次者，列為情節重大；情節重大或急迫者，本平台得逕行刪除涉及違反規定之內容、終止或解除算力服務，或採取其他必要處置。",
          "en": "If any of these happens during use, the platform may suspend the service or exclude the user from the next application. Two breaches count as serious; in serious or urgent cases the platform may delete the content, end or rescind the service, or take other measures.",
          "lines": "437, 467"
         }
        }
       ]
      },
      {
       "text": {
        "zh": "(二) 算力使用者義務條款：業者同意遵守以下規定",
        "en": "(2) Duties of compute users. The firm agrees to the following:",
        "lines": "438, 469"
       },
       "items": [
        {
         "text": {
          "zh": "1. 以本平台服務處理、儲存、計算之內容及任何方式使用本平台服務所獲得之電腦計算結果（下稱使用者內容）為使用者所有。使用者同意配合於計畫結束後至少3年配合本署或執行單位計畫成果展示宣導活動及相關成效追蹤管理作業，包含保留操作使用本平台之紀錄檔(system log)備查，提交資料如產品化調查、結案報告、成果簡報等，相關規定如附件申請表說明。",
          "en": "1. Content processed, stored or computed on the platform, and the results obtained (user content), belong to the user. For at least three years after the end of the project the user takes part in presentations and follow-up by the Administration or the executor, keeps the system logs for inspection, and hands in material such as the productisation survey, closing report and slides, as the attached form says.",
          "lines": "439, 471"
         }
        },
        {
         "text": {
          "zh": "2. 使用者就違反本須知或有違反法規之行為致本平台因第三人主張權利而受有損害時，需負擔損害賠償責任，並支付律師服務等因訴訟衍生之一切費用。",
          "en": "2. If the platform suffers damage from third-party claims because the user broke the Rules or the law, the user pays compensation and all costs of litigation, including lawyers.",
          "lines": "440, 472"
         }
        },
        {
         "text": {
          "zh": "3. 請確實保管帳號及密碼。以適當方式保護、存檔及備份登入憑證及帳號內容。不得銷售、轉傳或逾越本平台核定之專案使用範圍授權第三人登入憑證及帳號鑰匙。",
          "en": "3. Keep account and password safe; protect, store and back up credentials and account content. Credentials and keys may not be sold, passed on or given to third parties beyond the approved project.",
          "lines": "441, 473"
         }
        },
        {
         "text": {
          "zh": "4. 使用者僅得於本平台所允許範圍內使用算力服務及使用本平台之相關資訊。未經本平台同意，使用者不得任意公開本平台內容。",
          "en": "4. Computing and information of the platform may be used only as the platform allows. Its content may not be made public without its consent.",
          "lines": "442, 474"
         }
        }
       ]
      },
      {
       "text": {
        "zh": "(三) 核定使用期間屆滿後，本平台將收回算力使用權限，並清除儲存空間。",
        "en": "(3) When the approved period ends, the platform withdraws access and clears the storage.",
        "lines": "443"
       }
      },
      {
       "text": {
        "zh": "(四) 免責聲明",
        "en": "(4) Disclaimer",
        "lines": "444"
       },
       "items": [
        {
         "text": {
          "zh": "1. 本平台以現狀提供服務，不就服務不中斷、無錯誤負責保證責任。",
          "en": "1. The service is provided as it is, without warranty against interruption or error.",
          "lines": "445"
         }
        },
        {
         "text": {
          "zh": "2. 本平台不就算力使用者所上傳之各項資料、使用者內容負責保證責任。",
          "en": "2. The platform gives no warranty for data uploaded by users or for user content.",
          "lines": "446"
         }
        },
        {
         "text": {
          "zh": "3. 如因天災、罷工、停電、電信設備故障、地震、颱風、封鎖、禁運、暴動、政府行為或命令、恐怖主義行為、供應斷鏈或戰爭等不可抗力之原因或事件造成服務中斷、受阻礙或遲延時，本平台不負任何損害賠償責任。",
          "en": "3. The platform is not liable for interruption, obstruction or delay by force majeure such as natural disaster, strike, power failure, telecommunication failure, earthquake, typhoon, blockade, embargo, riot, government act or order, terrorism, supply failure or war.",
          "lines": "447"
         }
        },
        {
         "text": {
          "zh": "4. 本平台建置高標準資訊安全管理流程，涵蓋使用者資料存取控制、帳號安全、日誌監控及內部稽核作業，確保使用過程中之機敏資訊不致外洩或遭濫用。平台預設不保留用戶提交訓練資料、推論資料等用戶專屬機敏資料，若有特殊調查需求，將另行徵得使用者明確同意。",
          "en": "4. The platform runs a high standard of information security (access control, account security, log monitoring, internal audit) so that sensitive information is not leaked or misused. By default it does not keep training or inference data of users; if an inquiry needs them, it asks for explicit consent.",
          "lines": "448"
         }
        }
       ]
      },
      {
       "text": {
        "zh": "(五) 本平台配合法令或政府之要求，或與提供軟體、技術之第三方間之法律關係屆滿、終止，或經第三方要求本平台於服務中改變提供軟體、技術之方式時，得以書面立即終止本平台服務。",
        "en": "(5) The platform may end the service at once in writing where law or government require it, where its contract with a supplier of software or technology ends, or where such a supplier requires a change in how these are provided.",
        "lines": "449"
       }
      }
     ]
    }
   ]
  },
  {
   "id": "personal-data",
   "title": {
    "zh": "蒐集個人資料告知事項暨個人資料提供同意書",
    "en": "Notice on personal data and consent",
    "lines": "502"
   },
   "intro": {
    "zh": "本署為遵守個人資料保護法(下稱本法),向您蒐集個人資料前,依法告知下列事項:",
    "en": "To comply with the Personal Data Protection Act (the Act), the Administration informs you, before collecting personal data, of the following:",
    "lines": "506"
   },
   "items": [
    {
     "text": {
      "zh": "1、為執行本平台,本署將擷取您的個人資料類別為姓名、電話、電子郵件、職稱。",
      "en": "1. To run the platform, the Administration collects your name, telephone, e-mail and job title.",
      "lines": "508"
     }
    },
    {
     "text": {
      "zh": "2、除涉及國際業務或活動外,您的個人資料僅供本署於中華民國境內且在前述蒐集目的之必要範圍內,以合理方式利用至蒐集目的消失為止。",
      "en": "2. Except for international business or activities, your data are used only within Taiwan, as far as that purpose needs, in a reasonable way, and until the purpose ends.",
      "lines": "509"
     }
    },
    {
     "text": {
      "zh": "3、您可依本法第3條之規定,向本署行使查詢或請求閱覽、製給複製本、補充或更正、停止蒐集、處理、利用或删除您的個人資料。另依本法第14條之規定,本署得酌收行政作業費用。",
      "en": "3. Under article 3 of the Act you may ask to see, copy, complete or correct your data, or to stop their collection, processing or use, or to delete them. Under article 14 an administrative fee may be charged.",
      "lines": "510"
     }
    },
    {
     "text": {
      "zh": "4、若您拒絕提供或未提供正確個人資料,本署將無法為您提供蒐集目的之相關服務。",
      "en": "4. If you refuse to give correct data, the service cannot be provided.",
      "lines": "511"
     }
    },
    {
     "text": {
      "zh": "5、您瞭解本同意書符合個人資料保護法及相關法規之要求,且同意本署留存本同意書,供日後取出查驗。",
      "en": "5. You understand that this consent meets the Act and related rules, and agree that the Administration keeps it for later inspection.",
      "lines": "512"
     }
    },
    {
     "text": {
      "zh": "6、本署因業務需要而委託其他機關處理您的個人資料時,本署將會善盡監督之責。",
      "en": "6. Where the Administration has others process your data, it supervises them with care.",
      "lines": "513"
     }
    },
    {
     "text": {
      "zh": "本人已充分知悉上述告知事項並同意本署蒐集、處理、利用本人個人資料,以及其他公務機關請求行政協助目的之提供。",
      "en": "I have read the notice and agree to the collection, processing and use of my personal data, and to its provision to other authorities that ask for administrative assistance.",
      "lines": "515"
     }
    }
   ]
  },
  {
   "id": "declaration",
   "title": {
    "zh": "算力使用者聲明及同意事項",
    "en": "Declaration and consent of the compute user",
    "lines": "526"
   },
   "intro": {
    "zh": "聲明人 000000 聲明及同意以下事項：",
    "en": "The declarant (company name filled in by the system) declares and agrees:",
    "lines": "528"
   },
   "items": [
    {
     "text": {
      "zh": "一、智慧財產權事項",
      "en": "1. Intellectual property",
      "lines": "530"
     },
     "items": [
      {
       "text": {
        "zh": "(二) 使用於本平台之相關資料確實為合法管道取得，且為執行本專案所有圖表、文字、影音（像）、軟硬體、程式碼、資料集及其他因執行本專案所產生的創意與構想等相關內容，皆為自行創作或已得智慧財產權人授權而為合法使用，無侵害他人智慧財產權或個資之不法情事。",
        "en": "(2) Data used on the platform come from lawful sources; all figures, text, audio, video, hardware, software, code, data sets and ideas of the project are own work or licensed, and infringe no intellectual property or personal data of others.",
        "lines": "534"
       }
      }
     ]
    },
    {
     "text": {
      "zh": "二、其他事項",
      "en": "2. Other matters",
      "lines": "536"
     },
     "items": [
      {
       "text": {
        "zh": "(一) 同意遵守本須知。",
        "en": "(1) Agrees to observe the Rules.",
        "lines": "538"
       }
      },
      {
       "text": {
        "zh": "(二) 非陸資投資之企業（依經濟部商業發展署商工登記資料公示查詢服務之股權狀況或經濟部投資審議司之陸資來臺投資事業名錄為準）。",
        "en": "(2) Is not an enterprise with PRC investment (as the shareholdings in the business registration look-up or the MOEA list of PRC-invested enterprises say).",
        "lines": "540"
       }
      },
      {
       "text": {
        "zh": "(三) 最近3年內無下列情事：",
        "en": "(3) In the last three years, none of the following:",
        "lines": "542"
       },
       "items": [
        {
         "text": {
          "zh": "1. 執行政府計畫有重大違約紀錄或因此受停權處分且停權期間尚未屆滿。",
          "en": "1. A major breach of a government project, or a resulting suspension still running.",
          "lines": "544"
         }
        },
        {
         "text": {
          "zh": "2. 違反環境保護、勞工、食品安全衛生或身心障礙者權益保障之相關法律規定且經各目的事業主管機關認定情節重大之情事。",
          "en": "2. A breach of environmental, labour, food safety or disability rights law found to be serious by the competent authority.",
          "lines": "546"
         }
        }
       ]
      },
      {
       "text": {
        "zh": "(四) 如有侵害他人權益時，應自行處理並承擔一切法律責任；如因此致數產署涉訟或應對第三人負損害賠償責任，本公司應支付律師服務等因訴訟衍生之一切費用，並負擔最終損害賠償責任。",
        "en": "(4) Deals with any infringement of rights of others itself and bears all liability; if the Administration is sued or must compensate a third party, the company pays all costs of litigation and the final compensation.",
        "lines": "548"
       }
      },
      {
       "text": {
        "zh": "(五) 就本須知或本服務之相關內容有疑義時，以中華民國法律為準據法，並同意以臺灣臺北地方法院為第一審管轄法院。",
        "en": "(5) The law of the Republic of China governs the Rules and the service; the Taiwan Taipei District Court is the court of first instance.",
        "lines": "550"
       }
      }
     ]
    },
    {
     "text": {
      "zh": "聲明人已明確了解上述所有聲明與授權內容，並且同意遵守之。（同意請於申請系統上勾選）",
      "en": "The declarant has understood all of this and will observe it (tick in the application system to agree).",
      "lines": "552"
     }
    }
   ]
  },
  {
   "id": "pledge",
   "title": {
    "zh": "切結書",
    "en": "Affidavit",
    "lines": "965, 1250"
   },
   "intro": null,
   "items": [
    {
     "text": {
      "zh": "一、申請人保證所附資料均屬正確，並保證不侵犯他人之智慧財產權，否則願負一切責任。",
      "en": "1. The applicant warrants that all data are correct and infringe no intellectual property of others, and otherwise bears all liability.",
      "lines": "967, 1252"
     }
    },
    {
     "text": {
      "zh": "二、申請人已詳細閱讀並同意確實遵守「算力使用者聲明及同意事項」。",
      "en": "2. The applicant has read the Declaration and consent of the compute user and will observe it.",
      "lines": "968, 1253"
     }
    },
    {
     "text": {
      "zh": "本公司已明確了解上述所有切結內容，並且同意遵守所有規定",
      "en": "The company has understood the affidavit and will observe all its rules.",
      "lines": "970, 1255"
     }
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
  },
  {
   "id": "registration-heading",
   "lines": "837",
   "printed": "能量登入者",
   "meant": "能量登錄者",
   "note": "The inference form prints 能量登錄者 (line 1152)."
  },
  {
   "id": "nemotron-ultra-size",
   "lines": "642, 1050",
   "printed": "Llama-3.3 Nemotron Ultra 253B v1 (23.6B)",
   "meant": null,
   "note": "A 253B model cannot have 23.6B parameters; 23.6B is the size of the line above. Nemotron Ultra 253B v1 is based on Llama 3.1."
  },
  {
   "id": "llama-4-maverick-twice",
   "lines": "649, 1057",
   "printed": "Llama 4 Maverick",
   "meant": null,
   "note": "Listed twice, first as meta-llama/Llama 4 Maverick (lines 645, 1053)."
  },
  {
   "id": "mobile-format",
   "lines": "494",
   "printed": "格式:09xxxxxxx",
   "meant": "格式:09xxxxxxxx",
   "note": "Nine characters are printed; a mobile number in Taiwan has ten digits."
  },
  {
   "id": "phone-format",
   "lines": "492",
   "printed": "格式:區碼-號碼#分機(例: 02 12345678#123)",
   "meant": null,
   "note": "The format has a hyphen and the example a blank; both are accepted."
  },
  {
   "id": "simplified-enterprise",
   "lines": "916, 1201",
   "printed": "中小型企业",
   "meant": "中小型企業",
   "note": "企业 is written in Simplified Chinese."
  },
  {
   "id": "variant-delete",
   "lines": "510",
   "printed": "删除",
   "meant": "刪除",
   "note": "Variant character."
  },
  {
   "id": "declaration-item-one",
   "lines": "534",
   "printed": "(二) 使用於本平台之相關資料",
   "meant": null,
   "note": "(一) is not in the text: it is covered in the screenshot by 系統自動帶入公司名稱."
  },
  {
   "id": "penalty-in-item-seven",
   "lines": "437",
   "printed": "義務條款之行為。使用者於算力使用期間",
   "meant": null,
   "note": "The sentence on penalties is run into item 7; lines 465-467 print it as a paragraph of its own."
  },
  {
   "id": "rules-reference",
   "lines": "437, 465",
   "printed": "柒、二、(二)",
   "meant": null,
   "note": "Refers to the 算力平台使用申請須知, which is not part of this document."
  },
  {
   "id": "information-service-label",
   "lines": "1166",
   "printed": "5.5 資訊服務機構服務能量登錄，證書編號：",
   "meant": null,
   "note": "The training form prints 證號 (line 863)."
  },
  {
   "id": "information-security-choices",
   "lines": "1170-1171",
   "printed": "有沒有",
   "meant": null,
   "note": "The training form prints 是 and 否 (lines 871-873)."
  },
  {
   "id": "hugging-face-hint",
   "lines": "1135",
   "printed": "4.1 Hugging Face，請輸入預設網址：",
   "meant": null,
   "note": "The inference form leaves out 若不同意，則填寫\"無\" here."
  },
  {
   "id": "doubled-character",
   "lines": "756",
   "printed": "以標記的的監視器影像資料集",
   "meant": "已標記的監視器影像資料集",
   "note": "A doubled 的, and 以 for 已."
  },
  {
   "id": "inference-model-reason",
   "lines": "1077",
   "printed": "預計選用的訓練模型原因",
   "meant": null,
   "note": "The inference form asks for a training model; line 1079 says 大語言模型."
  },
  {
   "id": "inference-training-result",
   "lines": "1195",
   "printed": "說明訓練成效預計產品化的規劃與進度",
   "meant": null,
   "note": "The inference form speaks of training results."
  },
  {
   "id": "co-organisers",
   "lines": "1296",
   "printed": "協辦單位：中華民國資訊軟體服務商業同業公會、IMA中華民國資訊經理人協會",
   "meant": null,
   "note": "Lines 12 and 14 also name the NSTC and the NCHC."
  }
 ]
};
