// Generated from data/tax-register.yml by packages/programme/scripts/programme-modules.ts. Edit the data, then npm run generate.

/** Words of the kinds of organisation that the tax register prints. */
export const organisationWords = {"branchWord":"分公司","other":"其他","partWord":"分支"} as const;
