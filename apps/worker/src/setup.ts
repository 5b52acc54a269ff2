import type { Config } from '@platform/config';
import type { Logger } from '@platform/http';
import type { Clock } from '@platform/clock';

/** What a worker is given. It alone holds the master key, the sealer's password and the browser (design §6). */
export interface WorkerSetup {
  readonly config: Config;
  readonly runtimeUrl: string;
  readonly sealerUrl: string;
  readonly opsUrl: string;
  readonly masterKey: Buffer;
  readonly filesDir: string;
  readonly mailboxDir: string;
  readonly chromiumDir: string;
  /** Where the heads of the ledger's chains are written, outside the database. */
  readonly checkpointDir: string;
  /** Where the installation's authority is written as `anchor.pem`. */
  readonly trustDir: string;
  readonly logger: Logger;
  readonly clock?: Clock;
}
