import type { FactId, Programme } from '@aipower/programme';
import type { Visit } from '../page/page.ts';
import type { Messages } from '../page/words.zh.ts';

/** A question that is answered with yes, no or not known, and for an event with the day of the latest. */
export interface Declaration {
  readonly id: FactId;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** The field of the day; `null`: nothing that happened on a day. */
  readonly eventOn: string | null;
}

/** Whether a programme's conditions rest on this fact. A programme names each fact it needs. */
export function asksFor(programme: Programme, fact: FactId): boolean {
  return programme.facts.some(({ id }) => id === fact);
}

/** What the applicant has to declare for the conditions of this programme. */
export function declarations(programme: Programme, words: Messages['precheck']): readonly Declaration[] {
  const event = (id: 'governmentProjectBreach' | 'seriousLawViolation', question: (years: number) => string) => ({
    id,
    question: question(yearsBack(programme, id)),
    yes: words.had,
    no: words.none,
    eventOn: `${id}On`,
  });
  const all: readonly Declaration[] = [
    { id: 'prcInvestment', question: words.prcInvestment, yes: words.yes, no: words.no, eventOn: null },
    event('governmentProjectBreach', words.breach),
    event('seriousLawViolation', words.violation),
  ];
  return all.filter(({ id }) => asksFor(programme, id));
}

/** How many years back a programme looks for an event of this kind; 0 when no condition does. */
function yearsBack({ eligibility }: Programme, fact: FactId): number {
  const tests = [...eligibility.conditions, ...eligibility.priority].map(({ test }) => test);
  return tests.reduce((most, test) => {
    return test.kind === 'none-within-years' && test.fact === fact ? Math.max(most, test.years) : most;
  }, 0);
}

/** In what each category counts, so that a need can be given in it. */
export function needHint(programme: Programme, { t, show, language }: Visit): string {
  const { need } = t.precheck;
  const units = programme.categories.map(({ name, point }) => need.unitOf[point.unit](name[language]));
  return show.clauses(units);
}
