import { Global, Module } from '@nestjs/common';
import { KeptAnswers } from './kept-answers.repository.js';

export { KEPT_FOR, KeptAnswers } from './kept-answers.repository.js';
export type { KeyedAsk } from './kept-answers.repository.js';

@Global()
@Module({ providers: [KeptAnswers], exports: [KeptAnswers] })
export class IdempotencyModule {}
