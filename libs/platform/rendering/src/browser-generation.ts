import { launchChromium, type Chromium, type ChromiumOptions } from './chromium.js';
import { PrintingPage } from './printing-page.js';

/** One run of the browser with its idle pages. Retired, it finishes what it prints and then ends. */
export class BrowserGeneration {
  private readonly idle: PrintingPage[] = [];
  private inUse = 0;
  private retired = false;
  private ended: Promise<void> | undefined;
  private served = 0;

  private constructor(private readonly chromium: Chromium) {}

  static async start(options: ChromiumOptions): Promise<BrowserGeneration> {
    return new BrowserGeneration(await launchChromium(options));
  }

  private get usable(): boolean {
    return !this.retired && this.chromium.browser.connected;
  }

  /** Counted at once, before anything is awaited: otherwise it could be retired between being chosen and being used. */
  reserve(limit: number): boolean {
    if (!this.usable || this.served >= limit) return false;
    this.inUse += 1;
    this.served += 1;
    return true;
  }

  /** A page for what was reserved; `give` or `discard` ends the reservation. */
  async take(): Promise<PrintingPage> {
    try {
      for (let page = this.idle.pop(); page; page = this.idle.pop()) {
        if (page.isClean) return page;
        void page.close();
      }
      return await PrintingPage.open(this.chromium.browser);
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  give(page: PrintingPage): void {
    if (page.isClean && this.usable) this.idle.push(page);
    else void page.close();
    this.leave();
  }

  /** For a page that hangs or broke: closed, and if even that hangs, the browser goes with it. */
  discard(page: PrintingPage): void {
    const timer = setTimeout(() => void this.end(), 3000);
    void page.close().finally(() => clearTimeout(timer));
    this.leave();
  }

  retire(): void {
    this.retired = true;
    if (this.inUse === 0) void this.end();
  }

  /** Now, whatever is being printed. */
  end(): Promise<void> {
    this.retired = true;
    this.ended ??= this.chromium.close();
    return this.ended;
  }

  private leave(): void {
    this.inUse -= 1;
    if (this.retired && this.inUse === 0) void this.end();
  }
}
