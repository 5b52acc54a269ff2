import { nodeProblem } from '@platform-pure/config';

// Before anything else is loaded: an old Node would fail somewhere inside a dependency.
const problem = nodeProblem('24.9', process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
void import('./launch.js').then(({ main }) => main());
