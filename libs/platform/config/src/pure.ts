export { nodeProblem } from './require-node.rules.js';
