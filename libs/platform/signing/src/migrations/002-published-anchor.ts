import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The certificates of the authorities of this installation, for whoever verifies: public by nature, so no tenant policy. */
export class PublishedAnchor1764000004002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published.trust_anchor (
        -- of the DER certificate, in hex
        sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
        pem text not null check (pem like '-----BEGIN CERTIFICATE-----%'),
        created_at timestamptz not null
      );
      -- never changed and never removed: a document sealed below an authority that was replaced stays verifiable
      grant select, insert on published.trust_anchor to kenshu_sealer;
      grant usage on schema published to kenshu_runtime;
      grant select on published.trust_anchor to kenshu_verifier, kenshu_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
