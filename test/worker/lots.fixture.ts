import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveDelivery } from '@libs/delivery';
import type { DeliveryId } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, JudgeLot } from '@libs/inspection';
import type { InspectionId } from '@libs/inspection';
import { PlaceOrder, RegisterOrderLine } from '@libs/order';
import type { OrderLineId } from '@libs/order';
import { verifyDocument } from '@libs/verification';
import { MasterKey, OrganizationKeys, nodeVerificationTools } from '@platform/signing';
import { SigningKeysRepository } from '../../libs/platform/signing/src/signing-keys.repository.js';
import { Scene, examine, orderTerms, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import { WorkerProcess } from './worker-process.js';
import type { WorkerPlace } from './worker-process.js';

export interface Lot { readonly inspectionId: InspectionId; readonly statementSha256: string }
export type LotState = 'nothing' | 'prepared' | 'signing' | 'sealed' | 'issued';

/** How often each thing that may exist only once exists for one lot, and what the verifier says of the PDF. */
export interface Outcome {
  readonly certificates: number; readonly seals: number; readonly ledgerEntries: number; readonly registered: number; readonly files: number;
  readonly events: string; readonly verdict: string;
}

export const EXACTLY_ONE: Outcome = {
  certificates: 1, seals: 1, ledgerEntries: 1, registered: 1, files: 1,
  events: 'certificate.issue, certificate.prepare, certificate.seal, certificate.sign', verdict: 'genuine',
};

interface IssuedRow {
  id: string | null; pdf: string | null; owner: string | null; certificates: number; seals: number; ledgerEntries: number; registered: number; files: number; events: string | null;
}
const ISSUED = `
  select min(c.id::text) as id, count(*)::int as certificates, min(f.sha256) as pdf, min(c.buyer_organization_id::text) as owner,
    coalesce(sum((select count(*) from app.seal s where s.object_kind = 'certificate' and s.object_id = c.id)), 0)::int as seals,
    coalesce(sum((select count(*) from app.ledger_entry l where l.kind = 'certificate.seal' and l.object_id = c.id)), 0)::int as "ledgerEntries",
    coalesce(sum((select count(*) from published.certificate p where p.number = c.number and p.pdf_sha256 = f.sha256 and p.status = 'issued')), 0)::int as registered,
    count(f.certificate_id)::int as files,
    string_agg((select string_agg(e.act, ', ' order by e.act) from app.audit_event e where e.object_kind = 'certificate' and e.object_id = c.id), ' | ') as events
  from app.certificate c left join app.certificate_file f on f.certificate_id = c.id where c.inspection_id = $1`;

/** A buyer with an agreed supplier and one large order; each lot of it is inspected and confirmed, and waits for its approval. */
export class Lots {
  private number = 0;

  private constructor(
    readonly scene: Scene, readonly journey: Journey, private readonly orderLineId: OrderLineId, private readonly masterKey: Buffer, private readonly dataDir: string,
  ) {}

  static async open(): Promise<Lots> {
    const scene = await Scene.open();
    const journey = await playJourney(scene);
    const masterKey = randomBytes(32);
    await handKeysTo(scene, new MasterKey(masterKey));
    const orderLineId = await scene.do(RegisterOrderLine, journey.sato, orderTerms(journey.supplierSiteId, { quantity: 1000 }));
    await scene.do(PlaceOrder, journey.sato, { orderLineId, agreementId: journey.agreementId });
    const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-worker-'));
    chmodSync(dataDir, 0o755); // root's Chromium runs as nobody and has to come in
    await scene.superuser('delete from pgboss.job'); // what the journey left to do is another test's business
    return new Lots(scene, journey, orderLineId, masterKey, dataDir);
  }

  get place(): WorkerPlace {
    const { scene: { database, clock }, masterKey, dataDir } = this;
    return { database, masterKey, dataDir, clockShift: clock.now().getTime() - Date.now() };
  }

  /** The journey's own installation as the worker sees it: the scene's master key opens its keys no more. */
  keys(): OrganizationKeys {
    return new OrganizationKeys(this.scene.get(SigningKeysRepository), new MasterKey(this.masterKey));
  }

  worker(): Promise<WorkerProcess> {
    return WorkerProcess.start(this.place);
  }

  /** Inspected, judged as passed and confirmed. */
  async next(): Promise<Lot> {
    const { scene, journey } = this;
    this.number += 1;
    const deliveryId: DeliveryId = await scene.do(ReceiveDelivery, journey.hamada, { orderLineId: this.orderLineId, noteNumber: `LOT-${this.number}`, quantity: 1 });
    const inspectionId = await examine(scene, journey.nagase, deliveryId);
    const { statementSha256 } = await scene.do(JudgeLot, journey.nagase, inspectionId);
    await scene.do(ConfirmInspection, journey.watanabe, { inspectionId, statementSha256 });
    return { inspectionId, statementSha256 };
  }

  /** The act that a certificate follows from. */
  approve(lot: Lot): Promise<void> {
    return this.scene.do(ApproveInspection, this.journey.sakuraba, lot);
  }

  async stateOf({ inspectionId }: Lot): Promise<LotState> {
    const [row] = await this.scene.superuser<{ state: LotState }>(
      `select case when issued_at is not null then 'issued' when sealed_at is not null then 'sealed' when signing_at is not null then 'signing' else 'prepared' end as state
       from app.certificate where inspection_id = $1`, [inspectionId]);
    return row?.state ?? 'nothing';
  }

  async areIssued(lots: readonly Lot[]): Promise<boolean> {
    const [row] = await this.scene.superuser<{ issued: number }>(
      'select count(distinct inspection_id)::int as issued from app.certificate where issued_at is not null and inspection_id = any ($1)', [lots.map((lot) => lot.inspectionId)]);
    return row!.issued === lots.length;
  }

  async outcomeOf({ inspectionId }: Lot): Promise<Outcome> {
    const [row] = await this.scene.superuser<IssuedRow>(ISSUED, [inspectionId]);
    const { certificates, seals, ledgerEntries, registered, files, events, pdf, owner } = row!;
    return { certificates, seals, ledgerEntries, registered, files, events: events ?? '', verdict: pdf && owner ? await this.verdictOf(owner, pdf) : 'no file' };
  }

  /** Every number that was given out, in order: a gap would be a certificate nobody can show. */
  async sequences(): Promise<number[]> {
    const rows = await this.scene.superuser<{ sequence: number }>('select sequence from app.certificate where buyer_organization_id = $1 order by sequence', [this.journey.buyer]);
    return rows.map(({ sequence }) => sequence);
  }

  async pdfOf({ inspectionId }: Lot): Promise<Buffer> {
    const [row] = await this.scene.superuser<IssuedRow>(ISSUED, [inspectionId]);
    return this.stored(row!.owner!, row!.pdf!);
  }

  async anchor(): Promise<string> {
    const [row] = await this.scene.superuser<{ pem: string }>('select pem from published.trust_anchor');
    return row!.pem;
  }

  async close(): Promise<void> {
    await this.scene.close();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  private stored(owner: string, sha256: string): Buffer {
    return readFileSync(join(this.dataDir, 'files', owner, sha256.slice(0, 2), sha256));
  }

  private async verdictOf(owner: string, sha256: string): Promise<string> {
    const bytes = this.stored(owner, sha256);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'not the bytes its row names';
    return (await verifyDocument(bytes, nodeVerificationTools(), { anchors: [await this.anchor()], status: 'issued' })).verdict;
  }
}

/** The journey's installation and the worker's are one: its keys are put under the master key that the worker is configured with. */
async function handKeysTo(scene: Scene, to: MasterKey): Promise<void> {
  const from = scene.get(MasterKey);
  for (const table of ['app.installation_key', 'app.organization_key']) {
    for (const { id, box } of await scene.superuser<{ id: string; box: Buffer }>(`select id, encrypted_private_key as box from ${table}`)) {
      await scene.superuser(`update ${table} set encrypted_private_key = $2 where id = $1`, [id, to.encrypt(id, from.decrypt(id, box))]);
    }
  }
}
