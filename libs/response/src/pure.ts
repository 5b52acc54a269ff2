export * from './answer-kinds/index.js';
export * from './answer.rules.js';
export * from './finding.rules.js';
export * from './journey.rules.js';
export * from './response.states.js';
export * from './response.document.js';
export * from './deviations.rules.js';
export * from './response.policy.js';
