import { Controller, Get, Inject, Module, ServiceUnavailableException } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Open } from './permissions.js';

/** One thing that must be there before a door takes requests; resolves or throws. */
export interface ReadinessCheck { readonly name: string; check(): Promise<void> }
const CHECKS = Symbol('readiness checks');

@Controller()
class HealthController {
  constructor(@Inject(CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** The process lives; says nothing of anything else, so that a database outage does not restart every door. */
  @Get('healthz')
  @Open('load balancers ask without signing in')
  process(): object {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Open('load balancers ask without signing in')
  async ready(): Promise<object> {
    const results = await Promise.allSettled(this.checks.map(({ check }) => check()));
    const checks = Object.fromEntries(results.map((result, index) => [this.checks[index].name, result.status === 'fulfilled' ? 'ok' : 'failed']));
    const ready = results.every((result) => result.status === 'fulfilled');
    if (!ready) throw new ServiceUnavailableException({ status: 'not ready', checks });
    return { status: 'ready', checks };
  }
}

@Module({})
export class HealthModule {
  /** `checksOf` is given the door's DataSource by token. */
  static with(token: symbol, checksOf: (source: DataSource) => readonly ReadinessCheck[]): DynamicModule {
    return { module: HealthModule, controllers: [HealthController], providers: [{ provide: CHECKS, useFactory: checksOf, inject: [token] }] };
  }
}
