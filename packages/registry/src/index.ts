// A register: opened, asked and imported into. Around it, in files of their own: the rules, lists, sheets of claims, the tax register.
export { RegisterError, type RegisterFault, registerFaults } from './database/fault.ts';
export type { Changes, ChangesQuery, NumberedChange } from './history/changes.ts';
export type { HistoryEntry } from './history/entry.ts';
export type { HistoryQuery } from './history/history.ts';
export type { HistoryFault, HistoryProof } from './history/verify-history.ts';
export type { Withdrawal, WithdrawOptions } from './history/withdraw.ts';
export * from './lists.ts';
export { type LastCheck, openRegister, type Register, type RegisterOptions } from './register.ts';
export * from './rules.ts';
export * from './sheet.ts';
export { certificateStates, EXPIRING_DAYS, type ListState, listStates } from './snapshot/day-view.ts';
export type { ProviderPage, ProviderQuery, ProviderSort } from './snapshot/directory.ts';
export type { FacetCounts, FacetName, Filters } from './snapshot/facets.ts';
export { type CountOnDay, countOverTime } from './snapshot/over-time.ts';
export type { ListDay, ListFacts, Snapshot } from './snapshot/snapshot.ts';
export type { RegisterStatus, SchemeStatus } from './status.ts';
export * from './tax.ts';
export type { Verification } from './verify.ts';
