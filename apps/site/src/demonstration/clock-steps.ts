/** How far the demonstration's clock may be moved at once: a day, the last hour before a deadline, the next review. */
export const clockSteps = ['day', 'deadline', 'review'] as const;
