// The tax register: what is asked of it and what its import says.
export type { TaxPage, TaxQuery } from './tax/find.ts';
export type { TaxImportOptions, TaxImportReport } from './tax/import-tax.ts';
export type { TextMode } from './tax/pairs.ts';
export type { TaxProgress } from './tax/read-tax-file.ts';
export type { TaxIndexes, TaxPhase } from './tax/store.ts';
export type { TaxRegister, TaxStatus } from './tax/tax-register.ts';
export type { Industry, TaxUnit } from './tax/unit.ts';
