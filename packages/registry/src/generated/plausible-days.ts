// Generated from data/registry/days.yml by scripts/generate.ts. Do not edit: change the data and run `npm run generate`.
export const plausibleDays = {
  "registrations": {
    "earliest": "2000-01-01",
    "mostYears": 20,
    "aheadWithoutWord": 62,
    "mostAhead": 366
  },
  "lists": {
    "earliest": "2012-01-01"
  },
  "claims": {
    "earliest": "2015-01-01",
    "latest": "2099-12-31"
  }
} as const;
