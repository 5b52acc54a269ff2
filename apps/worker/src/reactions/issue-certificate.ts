import { Injectable } from '@nestjs/common';
import { PrepareCertificate, PrepareReplacement, PublishCertificateStatus, RenderCertificate, SealCertificate } from '@libs/certificate';
import type { Actor } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

/** An approved inspection entitles to a certificate, or not: the verb knows. */
@Injectable()
export class PrepareForInspection implements Reacts {
  constructor(private readonly prepare: PrepareCertificate) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.prepare.execute(actor, { inspectionId: event.objectId });
  }
}

@Injectable()
export class PrepareForSupersession implements Reacts {
  constructor(private readonly prepare: PrepareReplacement) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.prepare.execute(actor, { certificateId: event.objectId });
  }
}

@Injectable()
export class SealPrepared implements Reacts {
  constructor(private readonly seal: SealCertificate) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.seal.execute(actor, { certificateId: event.objectId });
  }
}

@Injectable()
export class RenderSealed implements Reacts {
  constructor(private readonly render: RenderCertificate) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.render.execute(actor, { certificateId: event.objectId });
  }
}

@Injectable()
export class PublishRevocation implements Reacts {
  constructor(private readonly publish: PublishCertificateStatus) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.publish.execute(actor, { certificateId: event.objectId });
  }
}
