import type { Day } from '@aipower/taiwan/dates';
import type { ListedStatus } from './listed-status.ts';
import { joinTerms, type Period } from './period.ts';
import type { SchemeId } from './scheme.ts';

/**
 * What lists said of a certificate from one list on, until a later list said something else.
 *
 * A list is a photograph: it tells that a change lies between the list before (`after`) and itself (`from`). Only a
 * printed `statusOn` tells the day.
 */
export interface CertificateState {
  /** Day of the list that first said so. */
  readonly from: Day;
  /** Day of the last earlier list of the scheme, which did not say so yet; `null` when there was none. */
  readonly after: Day | null;
  /** Whether the list still held the certificate. `false`: it was gone, and the other fields repeat the last known. */
  readonly listed: boolean;
  /** First and last valid day as the list prints them. */
  readonly period: Period;
  /** As the list states it; says nothing of the period. */
  readonly status: ListedStatus;
  /** Day the status took effect, where printed. */
  readonly statusOn: Day | null;
  /** Item codes of the catalogue; empty where the scheme has none or the list prints none. */
  readonly items: readonly string[];
  /** Edition of the catalogue the codes belong to, where printed. */
  readonly edition: string | null;
  /** Of the official page; `null` when the list gives none. */
  readonly evidenceUrl: string | null;
  /** Where it was read: the name of the list. */
  readonly source: string;
}

/** One certificate with all that is known of it. Its identity is scheme, key, 展延 mark and holder. */
export interface Certificate {
  /** Scheme, number and holder in one; stable over imports. */
  readonly id: string;
  /** Registration scheme it belongs to. */
  readonly scheme: SchemeId;
  /** As printed; `null` where the scheme or the list gives none. */
  readonly number: string | null;
  /** Comparable form, see {@link readNumber}; empty without a number. */
  readonly key: string;
  /** Whether the list marks it as an extension (展延) of one with the same number. */
  readonly extended: boolean;
  /** 統一編號 of the holder as the list prints it. */
  readonly ubn: string;
  /** Oldest first, never empty. */
  readonly states: readonly CertificateState[];
}

/** What can happen to a certificate, as its timeline tells it. */
export const eventKinds = [
  'registered',
  'renewed',
  'period-changed',
  'scope-changed',
  'suspended',
  'reinstated',
  'revoked',
  'expired',
  'gone-from-list',
  'back-on-list',
] as const;
/** One of {@link eventKinds}. */
export type EventKind = (typeof eventKinds)[number];

/**
 * One thing that happened to a certificate. Either the day is known (`on`), or it lies after `after` and no later than
 * `by`, the lists before and behind it.
 */
export interface CertificateEvent {
  /** What happened. */
  readonly kind: EventKind;
  /** The day itself where the list gives it; `null` when only two lists bound it. */
  readonly on: Day | null;
  /** Day of the last list without it; `null` for the first list. */
  readonly after: Day | null;
  /** Day of the first list that shows it. */
  readonly by: Day;
  /** Where the list was published. */
  readonly source: string;
  /** Codes that came and went, for `scope-changed`. */
  readonly added?: readonly string[];
  /** Item codes that went. */
  readonly removed?: readonly string[];
}

/** The state the newest list gives. */
export function currentState(certificate: Certificate): CertificateState {
  return certificate.states.at(-1)!;
}

/**
 * What was said of the certificate on a day: by the last list on or before it, else by the first that held it.
 * @example stateOn(certificate, '2026-03-01').items // the items it had then
 */
export function stateOn({ states }: Certificate, day: Day): CertificateState {
  return saidOn(states, day);
}

/** Of what lists said one after the other, oldest first and at least one: what answers for the day. */
export function saidOn<Said extends { readonly from: Day }>(said: readonly Said[], day: Day): Said {
  return said.findLast(({ from }) => from <= day) ?? said[0]!;
}

/** The stretches the certificate was or is granted for, in calendar order; see {@link joinTerms}. */
export function terms(certificate: Certificate): Period[] {
  const { states } = certificate;
  return states.length === 1 ? [states[0]!.period] : joinTerms(states.map((state) => state.period));
}

const statusEvent = {
  'in-force': 'reinstated',
  renewed: 'renewed',
  suspended: 'suspended',
  revoked: 'revoked',
} as const;

function changes(before: CertificateState, now: CertificateState): Omit<CertificateEvent, 'after' | 'by' | 'source'>[] {
  const found: Omit<CertificateEvent, 'after' | 'by' | 'source'>[] = [];
  if (before.listed !== now.listed) found.push({ kind: now.listed ? 'back-on-list' : 'gone-from-list', on: null });
  if (!now.listed) return found;
  const [was, is] = [before.period, now.period];
  const longer = is.until === 'open' ? was.until !== 'open' : was.until !== 'open' && is.until > was.until;
  const moved = was.from !== is.from || was.until !== is.until;
  if (moved)
    found.push({ kind: longer ? 'renewed' : 'period-changed', on: longer && is.from > was.from ? is.from : null });
  if (before.status !== now.status && now.status !== 'expired' && !(moved && longer && now.status === 'renewed')) {
    const wasActive = before.status === 'in-force' || before.status === 'renewed' || before.status === 'expired';
    if (now.status !== 'in-force' || !wasActive) found.push({ kind: statusEvent[now.status], on: now.statusOn });
  }
  const added = now.items.filter((code) => !before.items.includes(code));
  const removed = before.items.filter((code) => !now.items.includes(code));
  if (added.length + removed.length > 0) found.push({ kind: 'scope-changed', on: null, added, removed });
  return found;
}

/**
 * What happened to this certificate, in order? Read off the states the lists gave; nothing is guessed between them.
 *
 * @param today events of the calendar (`expired`) are told up to this day.
 */
export function timeline(certificate: Certificate, today: Day): CertificateEvent[] {
  const events: CertificateEvent[] = [];
  let before: CertificateState | null = null;
  for (const now of certificate.states) {
    const seen = { after: now.after, by: now.from, source: now.source };
    if (before === null) {
      events.push({ kind: 'registered', on: now.period.from, ...seen });
      if (now.status === 'suspended' || now.status === 'revoked' || now.status === 'renewed') {
        events.push({ kind: statusEvent[now.status], on: now.statusOn, ...seen });
      }
    } else {
      for (const change of changes(before, now)) events.push({ ...change, ...seen });
    }
    before = now;
  }
  const { until } = terms(certificate).at(-1)!;
  if (until !== 'open' && until < today) {
    const { source, from } = currentState(certificate);
    events.push({ kind: 'expired', on: until, after: null, by: from > until ? from : until, source });
  }
  return events;
}
