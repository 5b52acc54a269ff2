import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SHA-256 of each data file's canonical JSON. An edition is immutable: whoever changes one writes a new file, a new id and a new migration. */
const SHIPPED = {
  'meti-factory-checklist.json': '752f848b989d67ad6068a6ef394fcf234344b53902243c37330b5b99ab95c9ac',
  'semiconductor-draft.json': 'a414f3f0f952833c87102a67a564d33e3c9a34472c29533193b24b30eb311c05',
  'smart-factory-checks.json': '6a5aa3490647d6424a9bb596f26bd5c0c8702d71b0fb90392f0a2a508fea8be3',
  'acceptance-checklist.json': '812136d259004150bc5bc8b0bfe6b68d80a254a3162e3dbab91cda2f66691fc8',
  'crosswalk-semiconductor-draft.json': 'c3b5ac79a0502252aaf9f0eaa86302880189090300cb82459d651f44666c28ed',
} as const;

interface Shipped<D> { id: string; publishedAt: string; document: D & { key: string; edition: string; status: string; title: object } }
type Edition = Shipped<{ publisher: object }> & { catalogId: string };
interface Row {
  source: { catalog: string; edition: string; code: string };
  target: { catalog: string; edition: string | null; code: string | null };
  relation: string; provenance: string; rationale: object;
}

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalize(value)!).digest('hex');

function load<T>(file: keyof typeof SHIPPED): T {
  // the same relative place below src and below dist, where the build copies the JSON
  const content = JSON.parse(readFileSync(join(__dirname, '../../data', file), 'utf8')) as T;
  const found = sha256(content);
  if (found !== SHIPPED[file]) throw new Error(`${file} is not the published edition: sha-256 ${found}, expected ${SHIPPED[file]}`);
  return content;
}

/** Loads the editions and the crosswalk that every installation has (domain.md §1a–1c, §3.7, §5.1) as common rows. */
export class ShippedEditions1764000011002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const editions = new Map<string, string>();
    for (const file of ['meti-factory-checklist.json', 'semiconductor-draft.json', 'smart-factory-checks.json', 'acceptance-checklist.json'] as const) {
      const { id, catalogId, publishedAt, document } = load<Edition>(file);
      editions.set(`${document.key}@${document.edition}`, id);
      await db.query('insert into app.catalog (id, key, title, publisher) values ($1, $2, $3, $4)',
        [catalogId, document.key, document.title, document.publisher]);
      await db.query(
        `insert into app.catalog_edition (id, catalog_id, key, edition, status, title, document, sha256, published_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, catalogId, document.key, document.edition, document.status, document.title, document, sha256(document), publishedAt]);
    }
    await this.crosswalk(db, editions);
  }

  private async crosswalk(db: QueryRunner, editions: Map<string, string>): Promise<void> {
    const { id, publishedAt, document } = load<Shipped<{ rows: Row[] }>>('crosswalk-semiconductor-draft.json');
    await db.query(
      'insert into app.crosswalk (id, key, edition, status, title, document, sha256, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, document.key, document.edition, document.status, document.title, document, sha256(document), publishedAt]);
    const idOf = (end: { catalog: string; edition: string | null }): string => {
      const edition = editions.get(`${end.catalog}@${end.edition}`);
      if (!edition) throw new Error(`no such edition: ${end.catalog} ${end.edition}`);
      return edition;
    };
    for (const [index, { source, target, relation, provenance, rationale }] of document.rows.entries()) {
      await db.query(
        `insert into app.crosswalk_row (crosswalk_id, position, source_edition_id, source_code, target_catalog, target_edition_id, target_code,
           relation, provenance, rationale) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, index + 1, idOf(source), source.code, target.catalog, target.edition === null ? null : idOf(target), target.code,
          relation, provenance, rationale]);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
