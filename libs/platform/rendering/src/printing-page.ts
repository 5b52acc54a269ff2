import type { Browser, Page } from 'puppeteer-core';

export interface PdfOptions {
  /** Where the document's own @page does not say it. */
  readonly landscape?: boolean;
  /** Milliseconds from start of layout to the last byte; waiting for a free page is not counted. Default 30 000. */
  readonly timeoutMs?: number;
}

/** The page or its browser went away: worth one more try. */
export class PageLost extends Error {}

/**
 * One page that prints document after document (a new page per PDF costs 118 ms instead of 15). No script runs, and nothing is
 * fetched: not a picture, not a frame, not a file; only `data:` inside the document is read.
 */
export class PrintingPage {
  private moved = false;
  private constructor(private readonly page: Page, private readonly lost: Promise<never>) {}

  static async open(browser: Browser): Promise<PrintingPage> {
    const page = await browser.newPage();
    await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true), page.setRequestInterception(true)]);
    page.on('request', (request) => {
      // A refresh or a frame is a navigation: never followed, wherever it leads.
      const allowed = request.url().startsWith('data:') && !request.isNavigationRequest();
      void (allowed ? request.continue() : request.abort('aborted')).catch(() => undefined);
    });
    const lost = new Promise<never>((_, reject) => {
      page.once('error', () => reject(new PageLost('the page crashed')));
      page.once('close', () => reject(new PageLost('the page closed')));
      browser.once('disconnected', () => reject(new PageLost('the browser went away')));
    });
    lost.catch(() => undefined);
    const printing = new PrintingPage(page, lost);
    page.on('framenavigated', (frame) => (printing.moved ||= frame === page.mainFrame()));
    return printing;
  }

  /** False once a document led the page elsewhere: the next one must not be printed on it. */
  get isClean(): boolean {
    return !this.moved && !this.page.isClosed();
  }

  async print(html: string, options: PdfOptions): Promise<Buffer> {
    const bytes = await Promise.race([this.lost, this.printing(html, options)]);
    // A refresh left behind by the document before may have emptied the page under this one.
    if (this.moved) throw new PageLost('the page was led elsewhere');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  close(): Promise<void> {
    return this.page.close().catch(() => undefined);
  }

  private async printing(html: string, options: PdfOptions): Promise<Uint8Array> {
    // 'networkidle' hangs on its second call.
    await this.page.setContent(html, { waitUntil: 'load', timeout: 0 });
    return this.page.pdf({
      format: 'A4', landscape: options.landscape ?? false, preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0,
    });
  }
}
