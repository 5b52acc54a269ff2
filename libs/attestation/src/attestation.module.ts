import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { Module } from '@nestjs/common';
import { Attestations } from './attestations.queries.js';
import { AttestationsRepository } from './attestations.repository.js';
import { DeclineSignature } from './decline-signature.js';
import { PublishResponse } from './publish-response.js';
import { SealObject } from './seal-object.js';
import { SealResponse, SealingReads } from './seal-response.js';
import { Seals } from './seals.queries.js';
import { SealsRepository } from './seals.repository.js';
import { SignResponse, SigningReads } from './sign-response.js';

/** What every door may hold: signing is a person's act and needs no key. */
@Module({
  imports: [OrganizationModule, RequestModule, ResponseModule],
  providers: [AttestationsRepository, SigningReads, Attestations, Seals, SignResponse, DeclineSignature],
  exports: [Attestations, Seals, SignResponse, DeclineSignature],
})
export class AttestationModule {}

/** For the worker only: needs SealerModule and SigningModule, which hold the sealer's role and the master key. */
@Module({
  imports: [AttestationModule, OrganizationModule, ResponseModule],
  providers: [SealsRepository, SealingReads, SealObject, PublishResponse, SealResponse],
  exports: [SealObject, SealResponse],
})
export class SealingModule {}
