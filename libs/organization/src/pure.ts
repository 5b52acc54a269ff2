export * from './invitation.states.js';
export * from './member.rules.js';
export * from './members-list.rules.js';
export * from './organization.policy.js';
export * from './profile.rules.js';
export * from './roles.rules.js';
export * from './site.rules.js';
