import { nodeProblem } from '@platform-pure/config';

// Before anything else is loaded: an old Node would fail somewhere inside a dependency, with a message nobody understands.
const problem = nodeProblem('24.9', process.versions.node);
if (problem) {
  console.error(problem); // eslint-disable-line no-console
  process.exit(1);
}
void import('./launch.js').then(({ main }) => main());
