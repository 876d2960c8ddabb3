import { formFields } from '@aipower/programme';
import { type CaseFile, rulesIn, type Supplement } from '../case-file.ts';
import type { Changes } from '../change.ts';
import { type Context, programmeOf, type SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { endOfDay, isDay, workingDayAfter } from '../taipei-day.ts';
import { changedFields, refuseForm } from './submission.ts';

/** What is missing is asked for by field, with a reason each and a last day; only these fields open. */
export const supplementHandlers: SomeHandlers<
  'supplement.request' | 'supplement.save' | 'supplement.extend' | 'supplement.cancel' | 'supplement.submit'
> = {
  'supplement.request': (context) => {
    const { state, command, keep } = context;
    const { fields, due } = command;
    if (fields.length === 0 || fields.some(({ reason }) => !reason.trim())) return refuse('no-fields');
    const known = new Set(formFields(programmeOf(context), state.category).map(({ id }) => id));
    const unknown = fields.find(({ field }) => !known.has(field));
    if (unknown) return refuse('unknown-field', { field: unknown.field });
    const kept = fields.map(({ field, reason }) => ({ field, reason: keep('text', reason.trim()) }));
    return refuseDue(context, due) ?? [{ type: 'supplement.request', data: { fields: kept, due } }];
  },
  'supplement.save': ({ state, command, keep }) => {
    const locked = Object.keys(command.values).filter((field) => !isOpenField(state, field));
    if (locked.length > 0) return refuse('field-locked', { fields: locked });
    const hash = keep('section', command.values);
    return [{ type: 'supplement.save', data: { fields: Object.keys(command.values).sort(), hash } }];
  },
  'supplement.extend': (context) => {
    const { state, command } = context;
    const { due: before } = openSupplement(state);
    if (!isDay(command.due)) return refuse('bad-day', { due: command.due });
    if (command.due <= before) return refuse('not-later', { due: before });
    return refuseDue(context, command.due) ?? [{ type: 'supplement.extend', data: { before, due: command.due } }];
  },
  'supplement.cancel': () => [{ type: 'supplement.cancel', data: {} }],
  'supplement.submit': (context) => {
    const { state, command, time, day, facts, keep } = context;
    const { due } = openSupplement(state);
    if (time >= endOfDay(due)) return refuse('overdue', { due });
    const refusal = refuseForm(context, command.form);
    if (refusal) return refusal;
    if (!facts.form) throw new TypeError('decide(facts): supplement.submit needs facts.form, the last version');
    const changed = changedFields(facts.form, command.form as Readonly<Record<string, unknown>>);
    const locked = changed.filter((field) => !isOpenField(state, field));
    if (locked.length > 0) return refuse('field-locked', { fields: locked });
    const round = roundAfter(state, day);
    const movedFrom = round === state.round ? null : state.round;
    return [{ type: 'supplement.submit', data: { hash: keep('form', command.form), changed, round, movedFrom } }];
  },
};

export const supplementChanges: Changes = {
  'supplement.request': ({ supplements }, { at, data: { fields, due } }) => ({
    supplements: [...supplements, { n: supplements.length + 1, fields, due, state: 'open', requestedAt: at }],
  }),
  'supplement.extend': (state, { data: { due } }) => withLast(state, { due, state: 'open' }),
  'supplement.cancel': (state) => withLast(state, { state: 'cancelled' }),
  'supplement.overdue': (state) => withLast(state, { state: 'overdue' }),
  'supplement.submit': (state, { at, data: { hash, round } }) => ({
    ...withLast(state, { state: 'delivered' }),
    forms: [...state.forms, { n: state.forms.length + 1, hash, at }],
    round,
  }),
};

function withLast({ supplements }: CaseFile, change: Partial<Supplement>): Partial<CaseFile> {
  return { supplements: supplements.map((one, i) => (i === supplements.length - 1 ? { ...one, ...change } : one)) };
}

/** The supplement that is asked for now. Only called in supplement-requested, which always has one. */
export function openSupplement({ supplements }: CaseFile): Supplement {
  return supplements.at(-1)!;
}

function isOpenField(state: CaseFile, id: string): boolean {
  return openSupplement(state).fields.some(({ field }) => field === id);
}

function refuseDue({ state, day, facts }: Pick<Context, 'state' | 'day' | 'facts'>, due: string): Refusal | null {
  if (!isDay(due)) return refuse('bad-day', { due });
  const earliest = workingDayAfter(day, rulesIn(state).supplementWorkingDays, facts.holidays);
  return due < earliest ? refuse('due-too-early', { due, earliest }) : null;
}

/**
 * A supplement delivered after the review day of its round moves to the next round; after the last round it keeps its round
 * and the officer decides. Judged by the day of delivery in Taiwan.
 */
function roundAfter(state: CaseFile, day: string): number {
  const { rounds } = rulesIn(state);
  return rounds.find(({ number, reviewOn }) => number >= state.round! && reviewOn >= day)?.number ?? state.round!;
}
