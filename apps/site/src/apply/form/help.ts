import { type CapabilityMatch, matchApplication } from '@aipower/matcher';
import { applicationBonusClaims, checkEligibility, claimsNothing, modelOrigin } from '@aipower/programme';
import { findItem } from '@aipower/taxonomy';
import { registrationVerdicts } from '../../applicant/registration-verdicts.ts';
import { withTaxFacts } from '../../applicant/tax-facts.ts';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { MarkKind } from '../../page/marks.ts';
import type { Visit } from '../../page/page.ts';
import { conditionView, outcomeStatus } from '../../precheck/eligibility.ts';
import { dayView } from '../../presenters/verdict.ts';
import { callView } from '../home/call.ts';
import type { Draft } from './draft.ts';
import type { FormPage } from './form-pages.ts';

const MAX_ITEMS = 4;

/** What this site knows about an answer, to stand beside it. Nothing of it is sent, and nothing decides. */
export interface HelpNote {
  readonly status: MarkKind;
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly href?: string }[];
}
export type Help = Readonly<Record<string, readonly HelpNote[]>>;

/** Help for the answers of one page, by field. */
export async function helpFor(deps: Deps, page: FormPage, draft: Draft, visit: Visit): Promise<Help> {
  const parts = page.sections.map(({ id }) => id);
  if (parts.includes('company')) return { industries: [await eligibilityNote(deps, draft, visit)] };
  if (parts.includes('project')) return { topic: [roundNote(deps, draft, visit)] };
  if (parts.includes('models')) return modelNotes(draft, visit);
  if (parts.includes('registrations')) return registrationNotes(deps, draft, visit);
  const field = ['importance', 'scenario'].find((id) => parts.includes(id));
  return field ? { [field]: await itemNotes(deps, draft, visit) } : {};
}

async function eligibilityNote(deps: Deps, { fixed, programme }: Draft, visit: Visit): Promise<HelpNote> {
  const { t } = visit;
  const on = taipeiToday(deps.clock);
  const { facts } = await withTaxFacts(deps.register.tax, { ubn: fixed.ubn, name: fixed.companyName });
  const { outcome, conditions } = checkEligibility(facts, programme, on);
  const count = (wanted: string) => conditions.filter((one) => one.outcome === wanted).length;
  const open = conditions.filter((one) => one.outcome !== 'met').map((one) => conditionView(programme, one, on, visit));
  return {
    status: outcomeStatus[outcome],
    title: t.apply.form.help.eligibility(count('met'), count('unknown'), count('not-met')),
    lines: [
      ...open.map(({ letter, sentence }) => ({ text: `${letter}. ${sentence}` })),
      { text: t.apply.form.help.eligibilityBy },
    ],
  };
}

function roundNote(deps: Deps, { fixed, programme }: Draft, visit: Visit): HelpNote {
  const index = programme.categories.findIndex(({ id }) => id === fixed.category);
  const row = callView(programme, deps.clock.now(), visit).rounds[index]!;
  const { provisional } = programme.window;
  return { status: row.status, title: row.text, lines: [{ text: provisional[visit.language] }] };
}

const modelMarks = { listed: 'good', forbidden: 'bad', 'ask-organiser': 'unsure' } as const;

function modelNotes({ answers, programme }: Draft, visit: Visit): Help {
  const words = visit.t.rules.models;
  const typed = (id: string) => {
    const value = answers[id];
    return typeof value === 'string' && !claimsNothing(value) ? value : undefined;
  };
  const note = (name: string | undefined, base: string | undefined): HelpNote[] => {
    if (name === undefined && base === undefined) return [];
    const answer = modelOrigin(programme, { name, base });
    const known = answer.parts.flatMap(({ recognised }) => recognised.map((one) => one.name));
    const said = words.reasons[answer.reason]({
      name: answer.parts.map(({ text }) => text).join(' ← '),
      listed: answer.listed ?? '',
      base: answer.listedBase ?? '',
      known: visit.show.list([...new Set(known)]),
    });
    return [{ status: modelMarks[answer.answer], title: words.answers[answer.answer], lines: [{ text: said }] }];
  };
  const [name, base] = [typed('modelName'), typed('baseModel')];
  return { modelName: note(name, base), baseModel: note(undefined, base) };
}

function registrationNotes({ register, clock }: Deps, { answers, fixed, programme }: Draft, visit: Visit): Help {
  const today = taipeiToday(clock);
  const claims = applicationBonusClaims(programme, answers);
  const holder = { ubn: fixed.ubn, name: fixed.companyName };
  const verdicts = registrationVerdicts(register.snapshot(), programme, claims, holder, { on: today, today });
  const notes: Record<string, readonly HelpNote[]> = {};
  for (const { id, field } of programme.bonus.items) {
    const verdict = verdicts[id];
    if (!verdict) continue;
    const { word, status, sentence } = dayView(verdict, verdict, verdict.match, visit);
    const claimed = claims[id] !== null && claims[id] !== undefined && !claimsNothing(claims[id]);
    const held = !claimed && status === 'good';
    // What is neither claimed nor held needs no word beside it.
    if (!claimed && !held) continue;
    const number = verdict.match?.certificate.number ?? '';
    const lines = [{ text: held ? visit.t.apply.form.help.heldNotClaimed(number) : sentence }];
    notes[field] = [{ status: held ? 'warn' : status, title: held ? visit.t.apply.form.help.held : word, lines }];
  }
  return notes;
}

async function itemNotes(
  deps: Deps,
  { answers, fixed, programme }: Draft,
  { t, paths, language }: Visit,
): Promise<HelpNote[]> {
  const matched = await deps.workQueue.run(() => matchApplication(programme, fixed.category, answers));
  if (matched.text === '') return [];
  const needed = matched.matches.slice(0, MAX_ITEMS);
  if (needed.length === 0) {
    return [{ status: 'unsure', title: t.apply.form.help.noItems, lines: [{ text: t.apply.form.help.noItemsHint }] }];
  }
  const lines = needed.map(({ code }: CapabilityMatch) => {
    const item = findItem(code);
    return { text: `${code} ${item?.title[language] ?? ''}`, href: paths.catalogueEntry(code) };
  });
  return [{ status: 'open', title: t.apply.form.help.items, lines: [...lines, { text: t.apply.form.help.itemsBy }] }];
}
