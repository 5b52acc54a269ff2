import { Injectable } from '@nestjs/common';
import { PrintSpecification } from '@libs/specification';
import type { Actor } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

/** An approved edition becomes a file that the portal can hand out; also when somebody asks again because there is none yet. */
@Injectable()
export class PrintApprovedSpecification implements Reacts {
  constructor(private readonly print: PrintSpecification) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.print.execute(actor, event.objectId);
  }
}
