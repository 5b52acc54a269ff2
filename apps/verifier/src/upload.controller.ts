import { Controller, Get, Post, Query, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import { Clock } from '@platform/clock';
import { Open } from '@platform/http';
import { Limited } from '@platform/rate-limit';
import { CertificateLookups } from './certificate-lookups.js';
import { Examiner } from './examiner.js';
import { fileKind } from './file-kind.rules.js';
import { Pages } from './pages.js';
import type { Page } from './pages.js';
import { reportView } from './report.view.js';
import { FILE_MAX_BYTES, startView } from './start.view.js';

const BECAUSE = 'anybody who is shown a certificate may ask whether it is genuine, without an account';
/** In memory and gone with the answer: nothing of a stranger's file is written anywhere. */
const IN_MEMORY = { limits: { fileSize: FILE_MAX_BYTES, files: 1, fields: 5, fieldSize: 1000 }, defParamCharset: 'utf8' };

interface ReceivedFile { readonly originalname: string; readonly size: number; readonly buffer: Buffer }

@Controller('verify')
export class UploadController {
  constructor(private readonly examiner: Examiner, private readonly pages: Pages, private readonly clock: Clock, private readonly lookups: CertificateLookups) {}

  @Get()
  @Open(BECAUSE)
  async start(@Query('number') number: unknown, @Req() request: ExpressRequest, @Res({ passthrough: true }) reply: ExpressReply): Promise<string> {
    if (typeof number === 'string') return this.lookups.typed(number, request, reply);
    return this.pages.send(request, reply, { template: 'start', title: 'verifier.start.title', view: () => startView() });
  }

  @Post()
  @Open(BECAUSE)
  @Limited('verify_upload')
  @UseInterceptors(FileInterceptor('file', IN_MEMORY))
  async report(@UploadedFile() file: ReceivedFile | undefined, @Req() request: ExpressRequest, @Res({ passthrough: true }) reply: ExpressReply): Promise<string> {
    return this.pages.send(request, reply, await this.answerTo(file));
  }

  private async answerTo(file: ReceivedFile | undefined): Promise<Page> {
    const problem = !file || file.size === 0 ? 'file_missing' : fileKind(file.buffer) === 'other' ? 'neither_pdf_nor_record' : null;
    if (!file || problem) {
      return { template: 'start', title: 'verifier.start.title', status: 422, view: ({ t }) => startView({ fileProblem: t(`verifier.errors.${problem}`) }) };
    }
    const examined = await this.examiner.examine(file.buffer);
    const about = { ...examined, fileName: file.originalname, byteSize: file.size, examinedAt: this.clock.now() };
    return { template: 'report', title: `verification.verdicts.${examined.report.verdict}.title`, view: (words) => reportView(about, words) };
  }
}
