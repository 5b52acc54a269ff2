/** What pino and console both offer. */
export interface EmbeddedLog {
  info(message: string): void;
  warn(message: string): void;
}
