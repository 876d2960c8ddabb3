/** The shape beside an outcome. */
export const outcomeMarks = { approved: 'good', waitlisted: 'open', declined: 'bad' } as const;
