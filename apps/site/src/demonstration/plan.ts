/** How far a fictional application has come. */
export const stages = [
  'draft',
  'submitted',
  'withdrawn',
  'screening',
  'supplement-requested',
  'resubmitted',
  'not-accepted',
  'eligible',
  'under-review',
  'scored',
  'in-meeting',
  'decided',
  'approved',
  'declined',
  'active',
] as const;
export type Stage = (typeof stages)[number];

/** What became of an award whose use has begun. */
export const awardStages = ['running', 'idle-noticed', 'suspended', 'ended', 'overdue'] as const;
export type AwardStage = (typeof awardStages)[number];

export interface Plan {
  readonly category: 'training' | 'inference';
  readonly stage: Stage;
  /** The day on which it was begun. */
  readonly from: string;
  /** Last day of a supplement, where it is asked for. */
  readonly due?: string;
  /** Of one that is in use. */
  readonly award?: AwardStage;
}

const plan = (category: Plan['category'], stage: Stage, from: string, due?: string): Plan => ({
  category,
  stage,
  from,
  ...(due !== undefined && { due }),
});

/** The year whose programme the fictional applications are under. */
export const planYear = '115';

const used = (category: Plan['category'], from: string, award: AwardStage): Plan => ({
  ...plan(category, 'active', from),
  award,
});

/**
 * The applications: the first rounds are published, the later ones stand everywhere between a draft and a decision. Each is of
 * every second head office, so one that is refused stands at a company whose tax registration is outside the programme.
 */
export const plans: readonly Plan[] = [
  plan('training', 'active', '2026-06-10'),
  plan('training', 'active', '2026-06-15'),
  plan('training', 'approved', '2026-06-18'),
  plan('training', 'declined', '2026-06-22'),
  plan('inference', 'active', '2026-06-12'),
  plan('inference', 'approved', '2026-06-16'),
  plan('inference', 'declined', '2026-06-17'),
  plan('inference', 'not-accepted', '2026-06-19'),
  plan('training', 'decided', '2026-08-03'),
  plan('training', 'in-meeting', '2026-08-06'),
  plan('training', 'scored', '2026-08-11'),
  plan('training', 'scored', '2026-08-12'),
  plan('inference', 'decided', '2026-09-07'),
  plan('inference', 'scored', '2026-09-09'),
  plan('inference', 'under-review', '2026-09-15'),
  plan('training', 'not-accepted', '2026-09-22'),
  plan('training', 'under-review', '2026-09-21'),
  plan('inference', 'eligible', '2026-10-01'),
  plan('training', 'eligible', '2026-10-02'),
  plan('training', 'eligible', '2026-10-05'),
  plan('inference', 'resubmitted', '2026-10-05', '2026-10-16'),
  plan('training', 'supplement-requested', '2026-10-06', '2026-10-16'),
  plan('training', 'supplement-requested', '2026-10-07', '2026-10-26'),
  plan('inference', 'supplement-requested', '2026-10-08', '2026-10-23'),
  used('inference', '2026-06-18', 'suspended'),
  plan('training', 'screening', '2026-10-12'),
  plan('inference', 'screening', '2026-10-13'),
  plan('training', 'submitted', '2026-10-15'),
  plan('inference', 'submitted', '2026-10-16'),
  plan('training', 'draft', '2026-10-16'),
  used('training', '2026-06-11', 'ended'),
  used('inference', '2026-06-15', 'overdue'),
  used('training', '2026-06-16', 'idle-noticed'),
  plan('inference', 'withdrawn', '2026-10-08'),
];
