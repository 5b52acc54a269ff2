export * from './invitation.states.js';
export * from './member.rules.js';
export * from './organization.policy.js';
export * from './profile.rules.js';
export * from './roles.rules.js';
