export { Config, type LogLevel } from './config.js';
export { ConfigError, loadConfig, type DatabaseRole } from './load-config.js';
export { configTable, describeConfig } from './describe-config.js';
export { masterKey, sessionSecret } from './kept-secret.js';
export { nodeProblem } from './require-node.rules.js';
export type { VariableDescription } from './variable.js';
