import { Injectable } from '@nestjs/common';
import { conflict, invalid } from '@platform-pure/errors';
import type { ReadSheet } from './read-sheet.rules.js';
import { readInProcess } from './reading-process.js';

/** Files read at the same time, and files that wait for their turn. */
const [AT_ONCE, WAITING] = [2, 20];

/** Other people's workbooks (.xlsx) and lists (.csv), recognised by content and read in a separate process within limits. */
@Injectable()
export class WorkbookReader {
  private reading = 0;
  private readonly queue: (() => void)[] = [];

  /**
   * @throws DomainError `workbook.macros`, `workbook.too_large`, `workbook.unreadable`, `workbook.encrypted`, `workbook.old_kind`,
   *   `workbook.unknown_kind`, `workbook.empty` (invalid, with the file's name), `workbook.busy` (conflict: too many at once)
   */
  async read(file: { readonly path: string; readonly fileName: string }): Promise<readonly ReadSheet[]> {
    await this.turn();
    try {
      const answer = await readInProcess(file.path);
      if ('refused' in answer) throw invalid(`workbook.${answer.refused}`, { fileName: file.fileName });
      return answer.sheets;
    } finally {
      this.release();
    }
  }

  private async turn(): Promise<void> {
    if (this.reading >= AT_ONCE) {
      if (this.queue.length >= WAITING) throw conflict('workbook.busy');
      await new Promise<void>((go) => this.queue.push(go)); // the one before leaves its place to us
    } else {
      this.reading++;
    }
  }

  private release(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.reading--;
  }
}
