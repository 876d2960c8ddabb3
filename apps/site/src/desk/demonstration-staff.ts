/** Who works at the desk in a demonstration: ids as the log has them. */
export const demonstrationStaff = {
  officers: ['demonstration-officer-1', 'demonstration-officer-2'],
  reviewers: Array.from({ length: 12 }, (_, i) => `demonstration-reviewer-${i + 1}`),
  chairs: ['demonstration-chair-1', 'demonstration-chair-2'],
  auditors: ['demonstration-auditor-1'],
} as const;

const roleOf = { officers: 'officer', reviewers: 'reviewer', chairs: 'chair', auditors: 'auditor' } as const;
type Kind = keyof typeof demonstrationStaff;

/** The accounts that a demonstration offers, each with its one role. */
export const demonstrationAccounts = (Object.keys(demonstrationStaff) as Kind[]).flatMap((kind) =>
  demonstrationStaff[kind].map((id, i) => ({ id, role: roleOf[kind], number: i + 1 })),
);
