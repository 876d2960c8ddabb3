import { type FieldIssue, roundFor, validateApplication } from '@aipower/programme';
import { heldDecision, publishedDecision, rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import { type Context, programmeOf, type SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { programmeHash, rulesOf } from '../rules.ts';
import { isOpen, refuseOutsideWindow } from '../window.ts';
import { refuseCompany } from './draft.ts';

/** The form is sent, and replaced by a newer version while that is still allowed. Versions are never overwritten. */
export const submissionHandlers: SomeHandlers<'submit' | 'revise' | 'withdraw'> = {
  submit: (context) => {
    const { state, command, now, keep } = context;
    const programme = programmeOf(context);
    const refusal =
      refuseOutsideWindow(programme, state.category, now) ??
      refuseCompany(context, state.category) ??
      refuseForm(context, command.form);
    if (refusal) return refusal;
    const round = roundFor(programme, state.category, now);
    if (round.state !== 'open') return refuse('closed', { closesAt: round.closesAt });
    const { receiptNo, texts } = command;
    const changed = changedFields({}, command.form as Form);
    const rules = rulesOf(programme, state.category);
    const hash = keep('form', command.form);
    const copy = { id: programme.id, hash: programmeHash(programme) };
    return [
      { type: 'submit', data: { hash, changed, texts, receiptNo, round: round.round.number, rules, programme: copy } },
    ];
  },
  revise: (context) => {
    const { state, command, time, keep, facts } = context;
    const rules = rulesIn(state);
    if (rules.revise === 'never') return refuse('locked');
    if (!isOpen(rules.closesAt, time)) return refuse('closed', { closesAt: rules.closesAt });
    const refusal = refuseForm(context, command.form);
    if (refusal) return refusal;
    const changed = changedFields(facts.form ?? {}, command.form as Form);
    return [{ type: 'revise', data: { hash: keep('form', command.form), changed, texts: command.texts } }];
  },
  withdraw: ({ state }) => {
    // While a correction is held the company still sees the published result, and what it may do is what it sees.
    const published = publishedDecision(state)?.outcome;
    if (published && published !== 'waitlisted') return refuse('already-published');
    return [{ type: 'withdraw', data: { returned: heldDecision(state)?.points ?? 0 } }];
  },
};

const withVersion: NonNullable<Changes['revise']> = ({ forms }, { at, data: { hash } }) => ({
  forms: [...forms, { n: forms.length + 1, hash, at }],
});

export const submissionChanges: Changes = {
  submit: (state, event) => {
    const { receiptNo, round, rules, hash, programme = state.programme } = event.data;
    return {
      programme,
      receiptNo,
      round,
      rules,
      forms: [...state.forms, { n: state.forms.length + 1, hash, at: event.at }],
    };
  },
  revise: withVersion,
};

type Form = Readonly<Record<string, unknown>>;

/** The form must be whole by the programme that the application was made with, and of the company that sends it. */
export function refuseForm(context: Pick<Context, 'state' | 'facts'>, form: unknown): Refusal | null {
  const { state } = context;
  const programme = programmeOf(context);
  if (state.rules && programmeHash(programme) !== state.programme.hash) {
    throw new TypeError(`decide(facts.programme): application ${state.id} was made with another copy of the programme`);
  }
  const options = state.rules ? { submittedCategory: state.category } : {};
  const check = validateApplication(programme, state.category, form, options);
  if (!check.ok) return refuse('incomplete', { issues: check.issues.map(withoutWhatWasTyped) });
  return check.application['ubn'] === state.ubn ? null : refuse('wrong-company');
}

// A refusal goes into the log, and what people typed may be about a person.
const withoutWhatWasTyped = ({ field, code }: FieldIssue) => ({ field, code });

/** Ids of the fields whose answers differ. */
export function changedFields(before: Form, after: Form): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id])).sort();
}
