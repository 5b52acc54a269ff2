import { nodeProblem } from './require-node.rules.js';

/** Ends the process with a clear message when Node is too old. Load this before anything else: packages may fail to load at all. */
export function requireNode(minimum: string): void {
  const problem = nodeProblem(minimum, process.versions.node);
  if (problem === null) return;
  process.stderr.write(problem + '\n');
  process.exit(1);
}
