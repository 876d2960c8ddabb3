import type { CaseFile } from './case-file.ts';
import type { CaseEvent, EventType } from './event.ts';

/** What an event changes in the case file beside the main state. */
export type Changes = { readonly [K in EventType]?: (state: CaseFile, event: CaseEvent<K>) => Partial<CaseFile> };
