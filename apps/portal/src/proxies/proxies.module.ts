import { Module } from '@nestjs/common';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { ProxiesController } from './proxies.controller.js';
import { ProxyPages, ProxyPlace } from './proxy-pages.js';

@Module({ imports: [EvidenceModule, ResponseModule, ReviewModule, InsightModule], controllers: [ProxiesController], providers: [ProxyPages, ProxyPlace] })
export class ProxiesPagesModule {}
