import { Module } from '@nestjs/common';
import { EvidenceFiles } from './evidence-files.queries.js';
import { EvidenceRepository } from './evidence.repository.js';
import { UploadEvidence } from './upload-evidence.js';

@Module({ providers: [EvidenceRepository, EvidenceFiles, UploadEvidence], exports: [EvidenceFiles, UploadEvidence] })
export class EvidenceModule {}
