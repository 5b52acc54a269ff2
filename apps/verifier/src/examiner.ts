import { Injectable } from '@nestjs/common';
import { verifyDocument } from '@libs/verification';
import type { StatusSubject, VerificationReport } from '@libs/verification';
import { Clock } from '@platform/clock';
import { nodeVerificationTools, sha256Hex } from '@platform/signing';
import { Anchors } from './anchors.js';
import { fileKind } from './file-kind.rules.js';
import { PublishedRegister } from './published-register.queries.js';
import type { PublishedEntry } from './published-register.queries.js';

export interface Examined {
  readonly report: VerificationReport;
  readonly sha256: string;
  /** What the register says of it; null when it was not asked or does not know it. */
  readonly entry: PublishedEntry | null;
}

/** A file against the installation's authority and its register. Nothing of it is kept. */
@Injectable()
export class Examiner {
  private readonly tools = nodeVerificationTools();

  constructor(private readonly register: PublishedRegister, private readonly anchors: Anchors, private readonly clock: Clock) {}

  async examine(bytes: Uint8Array): Promise<Examined> {
    const [sha256, anchors, now] = [sha256Hex(bytes), await this.anchors.all(), this.clock.now()];
    const asked: { entry: PublishedEntry | null; published: boolean } = { entry: null, published: true };
    const status = async (subject: StatusSubject): Promise<PublishedEntry['status'] | null> => {
      asked.published = subject.type.startsWith('kenshu.certificate/');
      asked.entry = asked.published ? await this.entryOf(subject, fileKind(bytes) === 'pdf' ? sha256 : null) : null;
      return asked.entry?.status ?? null;
    };
    const report = await verifyDocument(bytes, this.tools, { anchors, now, status });
    // Only certificates are published: a sealed answer is judged by itself, not called unregistered.
    if (!asked.published) return { report: await verifyDocument(bytes, this.tools, { anchors, now }), sha256, entry: null };
    return { report, sha256, entry: asked.entry };
  }

  /** A PDF must be the very file that was issued: another print around the same record is one that nobody registered. */
  private async entryOf({ number, digest }: StatusSubject, pdfSha256: string | null): Promise<PublishedEntry | null> {
    const entry = number === null ? undefined : await this.register.ofStatement(number, digest);
    const another = entry && pdfSha256 !== null && entry.pdfSha256 !== null && entry.pdfSha256 !== pdfSha256;
    return entry && !another ? entry : null;
  }
}
