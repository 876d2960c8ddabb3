/** One thing wrong with data: where (a path such as `categories.0.weights`), which rule, and what it says. */
export interface DataIssue {
  /** Keys joined by dots, such as `categories.0.weights`; empty for the whole. */
  readonly path: string;
  /** Code of the rule, of ours or of zod. */
  readonly code: string;
  /** One sentence in English. */
  readonly message: string;
}

/**
 * Data that cannot be used: a programme file, or the scores of a review. Lists every issue, and nothing of the data was taken over.
 * `code` is `bad-data`.
 */
export class ProgrammeDataError extends Error {
  readonly code = 'bad-data';
  /** What was read, as the message begins: a file, or the scores of a review. */
  readonly what: string;
  /** All of them, never empty; the message shows 20. */
  readonly issues: readonly DataIssue[];

  constructor(what: string, issues: readonly DataIssue[]) {
    const shown = issues.slice(0, 20).map((issue) => `\n  ${issue.path || '(root)'}: ${issue.message} [${issue.code}]`);
    const more = issues.length > 20 ? `\n  … and ${issues.length - 20} more` : '';
    super(`${what} has ${issues.length} issue${issues.length === 1 ? '' : 's'}:${shown.join('')}${more}`);
    this.name = 'ProgrammeDataError';
    this.what = what;
    this.issues = issues;
  }
}
