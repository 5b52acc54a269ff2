/** What HTTP itself finds wrong with a call, with our code for it. */
export class HttpProblem extends Error {
  constructor(readonly status: number, readonly code: string) {
    super(code);
    this.name = 'HttpProblem';
  }
}
