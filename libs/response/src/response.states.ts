import type { Id } from '@platform-pure/tenancy';

export type ResponseId = Id<'SupplierResponse'>;
export type StatementId = Id<'ResponseStatement'>;

/** One submission and what became of it; each time is a row written by its own side. */
export interface StatementFate {
  readonly revision: number;
  readonly releasedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export type ResponseState = 'draft' | 'submitted' | 'released' | 'returned';

/** Derived from the newest statement, never stored (design §3): a return of the buyer opens the response without writing to it. */
export function responseState(statements: readonly StatementFate[]): ResponseState {
  const newest = newestOf(statements);
  if (!newest || newest.withdrawnAt) return 'draft';
  if (newest.returnedAt) return 'returned';
  return newest.releasedAt ? 'released' : 'submitted';
}

/** Answers may change before a submission and after a return; never while somebody is asked to stand behind them. */
export function isEditable(state: ResponseState): boolean {
  return state === 'draft' || state === 'returned';
}

export function newestOf<T extends { readonly revision: number }>(statements: readonly T[]): T | undefined {
  return statements.reduce<T | undefined>((newest, one) => (newest && newest.revision >= one.revision ? newest : one), undefined);
}

/** The last statement the buyer has seen: what an unchanged answer is confirmed against. */
export function newestReleased<T extends StatementFate>(statements: readonly T[]): T | undefined {
  // by time: a registered reply and the supplier's own submissions each count from one
  const at = (one: T): number => one.releasedAt?.getTime() ?? 0;
  return statements.filter((one) => one.releasedAt !== null).reduce<T | undefined>((newest, one) =>
    newest && (at(newest) > at(one) || (at(newest) === at(one) && newest.revision >= one.revision)) ? newest : one, undefined);
}
