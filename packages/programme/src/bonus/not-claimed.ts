import * as answers from '@aipower/taiwan/answers';

/**
 * Does this entry claim nothing? True for 無 and its like, blank, dashes, and `false`, whatever the width and case.
 * @example claimsNothing('　無。') // true
 */
export function claimsNothing(entry: string | boolean | null | undefined): boolean {
  return typeof entry === 'boolean' ? !entry : answers.saysNone(entry);
}

/** Is this entry of a yes-no field a yes: `true`, or a word for it? */
export function saysYes(entry: string | boolean): boolean {
  return entry === true || (entry !== false && answers.saysYes(entry));
}
