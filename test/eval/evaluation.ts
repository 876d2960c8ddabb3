/** What one evaluation has to say; `main.ts` prints it and fails when something fell. */
export interface Evaluation {
  readonly title: string;
  /** Tables for people; measuring the peers takes a while. */
  readonly report: () => string;
  /** File beside this one that holds the committed figures. */
  readonly file: string;
  readonly measured: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** One sentence for each figure that fell by more than the tolerance. */
  readonly falls: readonly string[];
}
