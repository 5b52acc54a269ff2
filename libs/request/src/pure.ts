export * from './facts.rules.js';
export * from './invitation.rules.js';
export * from './level-decision.rules.js';
export * from './request.policy.js';
export * from './request.states.js';
export * from './sending.rules.js';
