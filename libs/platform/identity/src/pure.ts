export * from './email.rules.js';
export * from './lockout.rules.js';
export * from './password.rules.js';
export * from './session.rules.js';
export * from './step-up.rules.js';
export * from './token.rules.js';
