/** One "what if" under which the order of the applications is another one. */
export interface RankingChange {
  /** Left out: one reviewer; or moved: so many points of weight to a criterion, taken from the others. */
  readonly what:
    | { readonly kind: 'without-reviewer'; readonly reviewer: string }
    | { readonly kind: 'weight-moved'; readonly criterion: string; readonly points: number };
  /** Every application whose rank would be another one. */
  readonly changes: readonly { readonly id: string; readonly rank: number; readonly would: number }[];
}
