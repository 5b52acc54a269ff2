export type EmbeddedPostgresErrorCode =
  | 'unsupported_platform'
  | 'binaries_missing'
  | 'no_account'
  | 'unusable_path'
  | 'already_running'
  | 'version_mismatch'
  | 'port_taken'
  | 'init_failed'
  | 'start_failed'
  | 'stop_failed';

/** Every failure of the embedded database; the message is meant to be read by whoever typed `npm start`. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}
