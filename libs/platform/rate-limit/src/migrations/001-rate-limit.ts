import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often what was asked: columns and order are those rate-limiter-flexible writes. No tenant policy: it is counted before anybody is known.
 * The verifier counts in a table of its own: the role of the most exposed door must not be able to reset the counts of the sign-in.
 */
export class RateLimit1764000009001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema verifier;
      grant usage on schema verifier to kenshu_verifier;
    `);
    for (const [schema, role] of [['identity', 'kenshu_runtime'], ['verifier', 'kenshu_verifier']]) {
      await db.query(`
        create table ${schema}.rate_limit (
          -- name of the limit and a sha-256: neither mail nor network addresses lie here
          key varchar(255) primary key check (key ~ '^[a-z_]+:[0-9a-f]{64}$'),
          points integer not null default 0,
          -- milliseconds since 1970, by the system's clock
          expire bigint
        );
        create index rate_limit_expire on ${schema}.rate_limit (expire);
        grant select, insert, delete on ${schema}.rate_limit to ${role};
        grant update (points, expire) on ${schema}.rate_limit to ${role};
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
