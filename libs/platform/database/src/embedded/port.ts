import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded.error.js';
import { writeFileWhole } from './files.js';

const LOOPBACK = '127.0.0.1';

/** The port that was listened on, or null when it is taken; 0 asks the kernel for a free one. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, LOOPBACK, () => {
      const address = server.address() as { port: number };
      server.close(() => resolve(address.port));
    });
  });
}

/** The port of the last start, kept in the data directory so that tools find the database where it was. */
export class KeptPort {
  private readonly file: string;

  constructor(
    dataDir: string,
    private readonly fixed: number | undefined,
  ) {
    this.file = join(dataDir, 'port');
  }

  last(): number | null {
    return existsSync(this.file) ? Number(readFileSync(this.file, 'utf8')) || null : null;
  }

  /**
   * A free port: the fixed one, else the last one, else any. Remembered before it is used, because
   * a start that is killed half way leaves a server behind that the next start has to find.
   *
   * @throws EmbeddedPostgresError `port_taken` when a fixed port is not free
   */
  async choose(): Promise<number> {
    const wanted = this.fixed ?? this.last();
    const port = (wanted && (await tryPort(wanted))) || (this.fixed ? null : await tryPort(0));
    if (!port) throw new EmbeddedPostgresError('port_taken', `Port ${this.fixed} on ${LOOPBACK} is taken; PostgreSQL cannot use it.`);
    writeFileWhole(this.file, String(port));
    return port;
  }
}
