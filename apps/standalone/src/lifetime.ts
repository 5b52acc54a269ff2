export type Closer = () => Promise<unknown>;

const CHECK_PARENT_EVERY_MS = 500;

/**
 * Ends the process cleanly on Ctrl-C, on SIGTERM and when its parent dies (npm killed with -9 leaves us an orphan otherwise).
 * What was opened last is closed first. A second signal does not wait.
 */
export class Lifetime {
  private readonly closers: Closer[] = [];
  private ending: Promise<void> | null = null;

  constructor(private readonly say: (message: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => (this.ending ? process.exit(1) : void this.end(0)));
    }
    const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) void this.end(0); }, CHECK_PARENT_EVERY_MS).unref();
  }

  /** Registers what has to be closed; when the process is already ending it is closed at once. */
  async add(closer: Closer): Promise<void> {
    if (this.ending) await closer();
    else this.closers.unshift(closer);
  }

  get isEnding(): boolean {
    return this.ending !== null;
  }

  end(code: number): Promise<void> {
    this.ending ??= this.close(code).then(() => process.exit(code));
    return this.ending;
  }

  private async close(code: number): Promise<void> {
    if (code === 0) this.say('Stopping …');
    for (const closer of this.closers) {
      await closer().catch((error: Error) => this.say(`While stopping: ${error.message}`));
    }
    if (code === 0) this.say('Stopped.');
  }
}
