import { RenderingError } from './rendering-error.js';

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: Error) => void;
}

/** Lets `width` in at a time, the others in the order they came, and refuses when too many wait: memory is not a queue. */
export class Gate {
  private inside = 0;
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(private readonly width: number, private readonly maxWaiting: number) {}

  /** @throws RenderingError `busy` or `closed` */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next.enter();
      else this.inside -= 1;
    }
  }

  close(): void {
    this.closed = true;
    for (const { refuse } of this.waiting.splice(0)) refuse(new RenderingError('closed', 'The renderer was shut down'));
  }

  private async enter(): Promise<void> {
    if (this.closed) throw new RenderingError('closed', 'The renderer was shut down');
    if (this.inside < this.width) {
      this.inside += 1;
      return;
    }
    if (this.waiting.length >= this.maxWaiting) throw new RenderingError('busy', `${this.waiting.length} documents are waiting already`);
    await new Promise<void>((enter, refuse) => this.waiting.push({ enter, refuse }));
  }
}
