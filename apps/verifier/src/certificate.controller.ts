import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import { Open } from '@platform/http';
import { Anchors } from './anchors.js';
import { CertificateLookups } from './certificate-lookups.js';

@Controller('verify')
export class CertificateController {
  constructor(private readonly lookups: CertificateLookups, private readonly anchors: Anchors) {}

  /** For `kenshu verify --anchor`: the authorities that this page trusts. */
  @Get('anchor.pem')
  @Open('a certificate of an authority is public by nature')
  async anchor(@Res({ passthrough: true }) reply: ExpressReply): Promise<string> {
    const all = await this.anchors.all();
    if (all.length === 0) throw new NotFoundException();
    reply.type('application/x-pem-file').setHeader('content-disposition', 'attachment; filename="anchor.pem"');
    return all.map((pem) => `${pem.trim()}\n`).join('');
  }

  @Get(':code')
  @Open('whoever holds the printed code holds the certificate')
  status(@Param('code') code: string, @Req() request: ExpressRequest, @Res({ passthrough: true }) reply: ExpressReply): Promise<string> {
    return this.lookups.code(code, request, reply);
  }
}
