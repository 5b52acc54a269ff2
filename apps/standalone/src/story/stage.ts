import type { INestApplicationContext, Type } from '@nestjs/common';
import { Members } from '@libs/organization';
import type { FixedClock } from '@platform/clock';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId, TenantTx } from '@platform/tenancy';
import type { StoryCalendar } from './calendar.js';
import type { Narrator } from './narrator.js';
import type { Player } from './player.js';

/** What takes the queued jobs: the worker, in the same process and the same story time. */
export interface Hands { drain(): Promise<number> }

/** Where the story is played: real verbs, the real worker, and a clock that is moved from one working day to the next. */
export class Stage {
  constructor(
    private readonly app: INestApplicationContext, readonly clock: FixedClock, readonly calendar: StoryCalendar,
    private readonly hands: Hands, readonly narrator: Narrator,
  ) {}

  verb<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  at(day: number, hour: number, minute = 0): void {
    this.clock.set(this.calendar.at(day, hour, minute));
  }

  minutesLater(minutes: number): void {
    this.clock.advance(minutes * 60_000);
  }

  /** The person, with the roles the organisation gave, and a second factor shown just now (a one-time code by mail). */
  as(player: Player): Promise<Actor> {
    const now = this.clock.now();
    const stepUp = { method: 'password_mail_code', grantedAt: now, expiresAt: new Date(now.getTime() + 600_000) } as const;
    return this.read(player.organizationId, (tx) => this.verb(Members).actorFor(tx, player.memberId, 'session', stepUp));
  }

  /** Looks something up as the organisation itself. */
  read<T>(organizationId: OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.verb(TenantDb).run(systemActor(organizationId), work);
  }

  /** Lets the worker do everything that follows from what has happened. */
  async settle(): Promise<void> {
    await this.hands.drain();
  }

  tell(who: Player | null, key: string, params: Readonly<Record<string, string | number>> = {}): void {
    this.narrator.tell(this.clock.now(), who, key, params);
  }
}
