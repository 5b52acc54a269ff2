import { nodeProblem } from './require-node.rules.js';

describe('the version of Node', () => {
  it.each(['24.9.0', '24.10.1', '25.0.0'])('%s is new enough for 24.9', (running) => {
    expect(nodeProblem('24.9', running)).toBeNull();
  });

  it.each(['20.20.2', '24.8.0', '24.1.9'])('%s is too old for 24.9, and the message says what to type', (running) => {
    expect(nodeProblem('24.9', running)).toMatch(new RegExp(`24\\.9 or newer; this is ${running}.*npx node`));
  });
});
