import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { DomainError, conflict, notFound } from '@platform/errors';
import { newId } from '@platform/tenancy';
import type { Id, TenantTx } from '@platform/tenancy';
import { rowProblems, willBeWritten } from './import-plan.rules.js';
import type { ImportPlan, PlannedRow } from './import-plan.rules.js';

export type ImportPreviewId = Id<'ImportPreview'>;
export interface ImportPreview extends ImportPlan {
  readonly id: ImportPreviewId;
  readonly kind: string;
  readonly fileName: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly committedBy: string | null;
  readonly committedAt: Date | null;
}

const DAY_MS = 86_400_000;
const COLUMNS = `id, kind, file_name as "fileName", plan, created_by as "createdBy", created_at as "createdAt", committed_by as "committedBy", committed_at as "committedAt"`;
type Row = Omit<ImportPreview, keyof ImportPlan> & { readonly plan: ImportPlan };

/** Previews of imports, an organisation's own. They hold what a file said (names, mail addresses), so whoever looks at one or makes one sweeps those of its organisation that are older than a day. */
@Injectable()
export class ImportPreviews {
  constructor(private readonly clock: Clock) {}

  async keep(tx: TenantTx, kind: string, fileName: string, plan: ImportPlan): Promise<ImportPreviewId> {
    await this.sweep(tx);
    const id = newId<'ImportPreview'>();
    await tx.query(
      'insert into app.import_preview (id, organization_id, kind, file_name, plan, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, tx.organizationId, kind, fileName, JSON.stringify(plan), tx.actor.name, this.clock.now()]);
    return id;
  }

  /** @throws not_found for a stranger's, one of another kind, and one older than a day (swept or about to be). */
  async byId(tx: TenantTx, kind: string, id: string): Promise<ImportPreview> {
    await this.sweep(tx);
    const [row] = await tx.query<Row>(`select ${COLUMNS} from app.import_preview where id = $1 and kind = $2 and created_at >= $3`, [id, kind, this.dayAgo()]);
    if (!row) throw notFound('import_preview');
    const { plan, ...head } = row;
    return { ...head, ...plan };
  }

  /**
   * Writes the good rows, all of them in this transaction; `write` answers with the id of what it made, and throws a DomainError for a row that cannot be written any more (somebody else
   * was there first), and that row is kept with its reason. `settle` says first what a person decided about a row. Throws `workbook.already_committed`.
   */
  async commit(
    tx: TenantTx, kind: string, id: string, write: (row: PlannedRow) => Promise<string | void>, settle: (row: PlannedRow) => PlannedRow = (row) => row,
  ): Promise<readonly PlannedRow[]> {
    await tx.lock('import_preview', id);
    const preview = await this.byId(tx, kind, id);
    if (preview.committedAt !== null) throw conflict('workbook.already_committed', { by: preview.committedBy ?? '' });
    const rows: PlannedRow[] = [];
    for (const row of preview.rows.map(settle)) rows.push(willBeWritten(row) ? await written(row, write) : row);
    const plan: ImportPlan = { sheets: preview.sheets, unread: preview.unread, rows };
    await tx.query('update app.import_preview set plan = $2, committed_by = $3, committed_at = $4 where id = $1', [id, JSON.stringify(plan), tx.actor.name, this.clock.now()]);
    return rows;
  }

  private dayAgo(): Date {
    return new Date(this.clock.now().getTime() - DAY_MS);
  }

  private async sweep(tx: TenantTx): Promise<void> {
    await tx.query('delete from app.import_preview where organization_id = $1 and created_at < $2', [tx.organizationId, this.dayAgo()]);
  }
}

async function written(row: PlannedRow, write: (row: PlannedRow) => Promise<string | void>): Promise<PlannedRow> {
  try {
    const made = await write(row);
    return made ? { ...row, made } : row;
  } catch (error) {
    if (!(error instanceof DomainError) || (error.kind !== 'conflict' && error.kind !== 'invalid')) throw error;
    return { ...row, outcome: error.kind === 'conflict' ? 'conflict' : 'faulty', problems: rowProblems(error) };
  }
}
