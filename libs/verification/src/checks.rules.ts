import { CHECKS } from './report.document.js';
import type { Check, CheckCode, CheckState } from './report.document.js';

/** The sheet of one verification. What was never reached stays `unknown`: a check that did not run is not one that passed. */
export class CheckSheet {
  private readonly results = new Map<CheckCode, Check>();

  constructor(applicable: readonly CheckCode[]) {
    for (const code of CHECKS) if (applicable.includes(code)) this.results.set(code, { code, state: 'unknown' });
  }

  /** Returns whether it passed, so that a caller can stop. */
  mark(code: CheckCode, result: boolean | CheckState, reason?: string): boolean {
    const state = result === true ? 'pass' : result === false ? 'fail' : result;
    this.results.set(code, reason && state !== 'pass' ? { code, state, reason } : { code, state });
    return state === 'pass';
  }

  state(code: CheckCode): CheckState | undefined {
    return this.results.get(code)?.state;
  }

  list(): Check[] {
    return CHECKS.flatMap((code) => this.results.get(code) ?? []);
  }
}
