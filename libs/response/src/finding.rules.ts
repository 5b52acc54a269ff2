/** One remark of the buyer on one answer, as it travels with the return. `dueOn` is a day, 'YYYY-MM-DD'. */
export interface ReturnedFinding {
  readonly id: string;
  readonly requirementKey: string;
  readonly text: string;
  /** What the buyer would accept, if it said so. */
  readonly target: string | null;
  readonly dueOn: string | null;
}
