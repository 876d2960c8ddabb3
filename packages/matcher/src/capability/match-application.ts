import { type Application, claimsNothing, formFields, type Programme } from '@aipower/programme';
import { type CapabilityMatches, type MatchOptions, matchCapabilities } from './match-capabilities.ts';

/**
 * What an answer of the form tells, by the criterion it is scored under: log odds that its sentences tell the need. Answers under other criteria
 * (team, price, declarations) tell none and are not read. The topic is asked as the project in one line.
 */
const leanOfCriterion: Readonly<Record<string, number>> = {
  importance: 1,
  scenario: 1,
  opportunity: -1,
  benefits: -1,
  dataset: -2,
  resources: -2,
};
const TOPIC = 'topic';
const LEAN_OF_TOPIC = 3;

/** An answer of the form as it stands in the joined text. */
export interface ReadField {
  /** Id of the field in the programme's form. */
  readonly id: string;
  /** UTF-16 offset into the joined text. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** Log odds that what stands here tells the need; 0 says nothing. */
  readonly lean: number;
}

/** What a form says of its project, as one text. */
export interface ApplicationText {
  /** The answers that tell of the project, one under the other. */
  readonly text: string;
  /** In the order of the form; an answer that was left out is not there. */
  readonly fields: readonly ReadField[];
}

/** The items a form needs, with the text that was read. */
export interface ApplicationMatches extends CapabilityMatches, ApplicationText {}

/** Which answers of a form tell of the project, and how much each tells of the need? Answers of 無 are left out. */
export function readApplicationText(programme: Programme, category: string, application: Application): ApplicationText {
  const fields: ReadField[] = [];
  let text = '';
  for (const { id, kind, criterion } of formFields(programme, category)) {
    const lean = id === TOPIC ? LEAN_OF_TOPIC : kind === 'long-text' ? leanOfCriterion[criterion ?? ''] : undefined;
    const value = application[id];
    if (lean === undefined || typeof value !== 'string' || claimsNothing(value)) continue;
    if (text !== '') text += '\n';
    const start = text.length;
    text += value.trim();
    fields.push({ id, start, end: text.length, lean });
  }
  return { text, fields };
}

/**
 * Which catalogue items does an application form ask for? Its answers are read by their fields: topic, importance and scenario tell the
 * need, the others more of means and effects. Every place is a UTF-16 offset into `text` of the answer. Pure.
 * @throws TypeError when the programme has no such category or `limit` is out of range
 * @example matchApplication(getProgramme('115'), 'inference', form).matches[0]?.code
 */
export function matchApplication(
  programme: Programme,
  category: string,
  application: Application,
  options: MatchOptions = {},
): ApplicationMatches {
  const read = readApplicationText(programme, category, application);
  return { ...matchCapabilities(read.text, { ...options, fields: read.fields }), ...read };
}
