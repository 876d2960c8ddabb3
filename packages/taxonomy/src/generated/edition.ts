// Generated from data/catalogue by packages/taxonomy/scripts. Edit the data, then npm run generate.

import type { Edition } from '../edition.ts';

export const editionData: Omit<Edition, 'tiers' | 'groups' | 'items'> = {
  "id": "112",
  "rocYear": 112,
  "year": 2023,
  "title": {
    "zh": "人工智慧技術服務機構服務能量登錄服務項目之分項內容說明",
    "en": "Service capability registration of AI technology service providers: explanation of the service items"
  },
  "issuer": {
    "zh": "數位發展部數位產業署",
    "en": "Administration for Digital Industries, Ministry of Digital Affairs"
  },
  "published": null,
  "inForce": null,
  "source": {
    "file": "data/sources/ai-service-catalogue-112.txt",
    "sha256": "86829df168db0aa99820d4b160a66cca46dc888c4b9c0029923fd954b7789475",
    "note": "Text extracted from the official PDF. Line breaks of the PDF inside a definition are repaired; no other character is changed."
  },
  "languages": {
    "zh": {
      "tag": "zh-Hant-TW",
      "official": true
    },
    "en": {
      "tag": "en",
      "official": false
    }
  },
  "previous": null,
  "changes": []
};
