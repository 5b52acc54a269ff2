export type RenderingProblem =
  | 'no_browser' // nothing to start, or what was configured is not there
  | 'sandbox_refused' // the kernel or container forbids user namespaces
  | 'browser_failed' // it did not start, or died twice over the same document
  | 'timeout' // this document took too long; not repeated
  | 'busy' // too many documents are waiting already
  | 'closed'; // the renderer was shut down

/** Why no PDF came out. Never a user's fault, so not a DomainError: jobs retry it, doors answer 500. */
export class RenderingError extends Error {
  constructor(readonly problem: RenderingProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RenderingError';
  }
}
