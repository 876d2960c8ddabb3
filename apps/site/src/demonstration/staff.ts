/** Who works at the desk in a demonstration: ids as the table of roles has them. */
export const demonstrationStaff = {
  officers: ['demonstration-officer-1', 'demonstration-officer-2'],
  reviewers: ['demonstration-reviewer-1', 'demonstration-reviewer-2'],
  chairs: ['demonstration-chair-1', 'demonstration-chair-2'],
} as const;
