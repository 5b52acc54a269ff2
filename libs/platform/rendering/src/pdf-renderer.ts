import { availableParallelism } from 'node:os';
import { BrowserGeneration } from './browser-generation.js';
import type { ChromiumOptions } from './chromium.js';
import { missingGlyphs, printable } from './fonts.js';
import { Gate } from './gate.js';
import type { PdfOptions } from './printing-page.js';
import { RenderingError } from './rendering-error.js';

export interface PdfRendererOptions extends ChromiumOptions {
  /** Printed at the same time; default: the number of cores. */
  readonly pages?: number;
  /** A fresh browser after so many documents; default 2000. */
  readonly recycleAfter?: number;
  /** Documents that may wait for a page; default 500. */
  readonly maxWaiting?: number;
  /** Default of {@link PdfOptions.timeoutMs}. */
  readonly timeoutMs?: number;
}

/** HTML in, PDF out: one browser, started at the first document, and as many reused pages as cores. */
export class PdfRenderer {
  private readonly gate: Gate;
  private generation: Promise<BrowserGeneration> | undefined;
  private closed = false;

  constructor(private readonly options: PdfRendererOptions) {
    this.gate = new Gate(options.pages ?? availableParallelism(), options.maxWaiting ?? 500);
  }

  /** Unpacks and starts the browser before the first document asks for it. */
  async start(): Promise<void> {
    await (this.generation ??= this.startGeneration());
  }

  /**
   * A browser that dies over the document is started again once.
   * @throws RenderingError; `timeout` is not repeated
   */
  render(html: string, options: PdfOptions = {}): Promise<Buffer> {
    return this.gate.pass(async () => {
      try {
        return await this.attempt(html, options);
      } catch (error) {
        if (error instanceof RenderingError) throw error;
      }
      return this.attempt(html, options).catch((error: unknown) => {
        if (error instanceof RenderingError) throw error;
        throw new RenderingError('browser_failed', `The document could not be printed: ${(error as Error).message}`, { cause: error });
      });
    });
  }

  /** What `text` would print as empty boxes; see {@link missingGlyphs}. */
  missingGlyphs(text: string): string[] {
    return missingGlyphs(text);
  }

  /** Refuses what waits and ends the browser. */
  async close(): Promise<void> {
    this.closed = true;
    this.gate.close();
    const generation = await this.generation?.catch(() => undefined);
    await generation?.end();
  }

  private async attempt(html: string, options: PdfOptions): Promise<Buffer> {
    const generation = await this.reserve();
    const page = await generation.take();
    try {
      const pdf = await withTimeout(page.print(printable(html), options), options.timeoutMs ?? this.options.timeoutMs ?? 30_000);
      generation.give(page);
      return pdf;
    } catch (error) {
      generation.discard(page);
      throw this.closed ? new RenderingError('closed', 'The renderer was shut down', { cause: error }) : error;
    }
  }

  private async reserve(): Promise<BrowserGeneration> {
    for (;;) {
      const started = (this.generation ??= this.startGeneration());
      const generation = await started;
      if (generation.reserve(this.options.recycleAfter ?? 2000)) return generation;
      // The first to notice puts it aside; the others find the next one.
      if (this.generation === started) this.generation = undefined;
      generation.retire();
    }
  }

  private startGeneration(): Promise<BrowserGeneration> {
    if (this.closed) return Promise.reject(new RenderingError('closed', 'The renderer was shut down'));
    const started = BrowserGeneration.start(this.options);
    started.catch(() => {
      if (this.generation === started) this.generation = undefined;
    });
    return started;
  }
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RenderingError('timeout', `The document was not printed within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
