import type { CaseEvent } from '@aipower/applications';
import { hashOf } from '@aipower/applications';
import type { CheckDraft } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { ApplicationEvidence } from '../../applicant/application-evidence.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { conditionView } from '../../precheck/eligibility.ts';

const checkAnswers = ['yes', 'no', 'by-hand'] as const;
export type Answers = CheckDraft['answers'];

/** The tests whose facts stand in the declaration that the applicant ticks. */
const declared: ReadonlySet<string> = new Set(['must-be-false', 'none-within-years']);
const cardKinds = ['company', 'firm', 'branch'] as const;

/** What was answered on the page, condition by condition; what is not an answer is none. */
export function answersFrom(programme: Programme, body: Entries): Answers {
  const text = (name: string) => entry(body, name);
  return Object.fromEntries(
    programme.eligibility.conditions.flatMap(({ id }) => {
      const answer = checkAnswers.find((one) => one === text(`answer-${id}`)) ?? '';
      const note = text(`note-${id}`).replace(/\r\n?/g, '\n').slice(0, MAX_NOTE);
      return answer === '' && note.trim() === '' ? [] : [[id, { answer, note }]];
    }),
  );
}

const MAX_NOTE = 2000;

/** The answers as the command takes them: only what was answered. */
export function checksOf(answers: Answers, receipt: string | null) {
  return Object.entries(answers).flatMap(([condition, { answer, note }]) => {
    const known = checkAnswers.find((one) => one === answer);
    return known ? [{ condition, answer: known, note, ...(receipt !== null && { receipt }) }] : [];
  });
}

/** Is every qualification answered so that the application is eligible? The command says what is not. */
export function isComplete(programme: Programme, answers: Answers): boolean {
  return programme.eligibility.conditions.every(({ id }) => {
    const given = answers[id];
    return given?.answer === 'yes' || (given?.answer === 'by-hand' && given.note.trim() !== '');
  });
}

/** Each qualification with the evidence found and the answer noted so far. */
export function conditionsView(
  programme: Programme,
  { eligibility, on }: ApplicationEvidence,
  form: Readonly<Record<string, unknown>>,
  {
    answers,
    saved,
    savedBy,
    start,
  }: {
    /** What stands in the fields: the answers that were saved, or those typed over them. */
    readonly answers: Answers;
    readonly saved: CheckDraft;
    /** Name of who saved it. */
    readonly savedBy: string;
    readonly start: CaseEvent | undefined;
  },
  visit: Visit,
) {
  const { t, show } = visit;
  const words = t.staff.checks;
  const { version } = saved;
  const card = cardKindOf(start, form);
  // Said of forms that ask for it: nobody left out what was not asked.
  const asksDeclaration = programme.forms.sections.some(({ fields }) =>
    fields.some(({ id }) => id === 'declarationAccepted'),
  );
  const declaration = form['declarationAccepted'] === true ? words.declared : words.notDeclared;
  const differing = (stands: Answers[string] | undefined, typed: Answers[string] | undefined) => {
    const isSame = stands?.answer === typed?.answer && stands?.note.trim() === typed?.note.trim();
    if (isSame || answers === saved.answers) return '';
    const known = checkAnswers.find((one) => one === stands?.answer);
    const said = [known ? words.answers[known] : words.noAnswer, stands?.note.trim() ?? ''];
    return words.savedMeanwhile(savedBy, show.sentences(said));
  };
  const rows = eligibility.conditions.map((result) => {
    const { test } = programme.eligibility.conditions.find(({ id }) => id === result.rule)!;
    const given = answers[result.rule];
    const found = conditionView(programme, result, on, visit);
    // What the tax register itself proves is proposed until somebody has answered; nothing else is.
    const proposed = version === 0 && result.outcome === 'met' && result.cautions.length === 0 ? 'yes' : '';
    const lines = [
      ...(asksDeclaration && declared.has(test.kind) ? [declaration] : []),
      ...(test.kind === 'legal-form' || test.kind === 'not-branch' ? [words.card(words.cardKinds[card])] : []),
    ];
    return {
      id: result.rule,
      found,
      lines,
      answer: given?.answer ?? proposed,
      isProposed: given === undefined && proposed !== '',
      note: given?.note ?? '',
      /** What a colleague has saved meanwhile, where it is not what stands in the field. */
      other: differing(saved.answers[result.rule], given),
      needsNote: result.outcome !== 'met' || (given?.note ?? '') !== '',
    };
  });
  const done = rows.filter(({ answer, isProposed }) => answer !== '' && !isProposed).length;
  return {
    rows,
    version,
    priority: eligibility.priority.map((one) => conditionView(programme, one, on, visit)),
    headline: words.headline(done, rows.length),
  };
}

/** What card the application was begun with: the log keeps the fingerprint of name, number and kind that it showed. */
function cardKindOf(start: CaseEvent | undefined, form: Readonly<Record<string, unknown>>) {
  if (start?.type !== 'draft.start') return 'unknown' as const;
  const { ubn, companyHash } = start.data;
  const name = form['companyName'];
  return cardKinds.find((kind) => hashOf({ ubn, name, kind }) === companyHash) ?? ('unknown' as const);
}
