import { Injectable } from '@nestjs/common';
import { SealResponse } from '@libs/attestation';
import type { Actor } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

/** A signature becomes a sealed, released statement. */
@Injectable()
export class SealSignedResponse implements Reacts {
  constructor(private readonly seal: SealResponse) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.seal.execute(actor, { statementId: event.objectId });
  }
}
