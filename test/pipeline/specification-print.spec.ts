import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PDF } from '@libpdf/core';
import type { TestingModule } from '@nestjs/testing';
import { CatalogQueries, ShippedEditions } from '@libs/catalog';
import { AskForPrint, PrintSpecification, RenderSpecification, SpecificationFiles, SpecificationPrintModule, Specifications, chooseAll } from '@libs/specification';
import type { SpecificationDocument } from '@libs/specification';
import { projectRoot } from '@platform/i18n';
import { IdentityModule } from '@platform/identity';
import { PdfModule, RenderingModule } from '@platform/rendering';
import { StorageModule } from '@platform/storage';
import { AuditQueries } from '@platform/audit';
import { Grants, TenantDb, systemActor } from '@platform/tenancy';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START, person, platform } from '../support/platform.js';
import { Parties, refusal } from './parties.fixture.js';

describe('a printed specification', () => {
  let database: TestDatabase;
  let app: TestingModule;
  const root = mkdtempSync(join(tmpdir(), 'kenshu-print-'));
  let parties: Parties;
  let yamate: OrganizationId;
  let document: SpecificationDocument;
  let html: string;
  let text: string;

  beforeAll(async () => {
    database = await testDatabase();
    const pdf = PdfModule.register({ inject: [], useFactory: () => ({ chromiumDir: join(projectRoot(), 'node_modules', '.cache', 'kenshu-chromium'), pages: 1 }) });
    ({ app } = await platform(database, [IdentityModule.with(), RenderingModule, pdf, StorageModule.at(root), SpecificationPrintModule]));
    parties = new Parties(app);
    yamate = await parties.organization('山手電子㈱');
    const requirements = await app.get(TenantDb).run(systemActor(yamate), async (tx) => {
      const checks = await app.get(CatalogQueries).edition(tx, ShippedEditions.smartFactoryChecks);
      return [...(await parties.draft(systemActor(yamate))).requirements!, ...chooseAll(checks.id, checks.document)];
    });
    const { editionId, sha256 } = await parties.approved(yamate, { requirements, scope: '第二工場 <script>alert(1)</script>\n保守を含む' });
    document = (await app.get(TenantDb).run(systemActor(yamate), (tx) => app.get(Specifications).edition(tx, editionId))).document;
    const printed = await app.get(RenderSpecification).execute(person(yamate, '誰でも', []), editionId);
    expect(printed.fileName).toBe('SPEC-2026-0001-1.pdf');
    html = printed.html;
    const file = await PDF.load(printed.bytes);
    text = file.extractText().map((page) => page.text).join('').replace(/\s/g, '');
    expect(text).toContain(sha256);
    expect(text).toContain('RequirementSpecification'); // a ligature would be copied out as another character, also in a digest
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(root, { recursive: true, force: true });
  });

  it('shows every requirement and every check with its criterion, in Japanese and English', () => {
    const escaped = (shown: string): string => shown.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('=', '&#x3D;');
    for (const item of document.requirements) {
      for (const { ja, en } of [item.title, item.criterion, item.rationale]) for (const shown of [ja, en]) expect(html).toContain(escaped(shown));
      expect(html.replaceAll('<wbr>', '')).toContain(`<td class="code">${item.code}</td>`);
    }
    for (const item of document.checklist) expect(html).toContain(escaped(item.title.en));
    for (const said of ['要求事項', '検収チェックリスト', '判定基準', 'AC-26']) expect(text).toContain(said);
  });

  it('says what is a summary, and that a catalogue is a draft or in public comment', () => {
    expect(html.match(/<span class="tag">要約<\/span>/g)!.length).toBeGreaterThanOrEqual(document.requirements.length);
    for (const said of ['意見公募版', '案', '公的な義務を示すものではありません']) expect(text).toContain(said);
  });

  it('keeps rare characters as text, prints page numbers and no markup of strangers', () => {
    for (const name of ['髙﨑', '𠮷田', '山手電子㈱']) expect(text).toContain(name);
    expect(text).toMatch(/1\/\d+/);
    expect(html).not.toContain('<script>');
    expect(text).toContain('<script>alert(1)</script>');
  });

  it('is refused rather than printed with empty boxes: in its own words before approval, in a name when it is printed', async () => {
    expect(await refusal(parties.approved(yamate, { scope: '装置 🛠' }))).toBe('specification.not_ready');
    const odd = await parties.organization('工具🛠店');
    const { editionId } = await parties.approved(odd);
    expect(await refusal(app.get(RenderSpecification).execute(person(odd, '誰でも', []), editionId))).toBe('common.unprintable');
  });

  it('is kept once as a file, told once, and handed out to whoever reads the edition', async () => {
    const { editionId } = await parties.approved(yamate);
    const worker = systemActor(yamate);
    const files = app.get(SpecificationFiles);
    const read = <T>(work: (tx: TenantTx) => Promise<T>, actor = worker): Promise<T> => app.get(TenantDb).run(actor, work);
    const told = () => read(async (tx) => (await app.get(AuditQueries).about(tx, 'specification_edition', editionId)).map(({ act }) => act));
    expect(await read((tx) => files.of(tx, editionId))).toBeNull();
    expect(await refusal(read((tx) => files.open(tx, editionId)))).toBe('common.not_found');
    await app.get(AskForPrint).execute(person(yamate, '調達', ['procurement']), editionId);
    await app.get(PrintSpecification).execute(worker, editionId);
    await app.get(PrintSpecification).execute(worker, editionId);
    await app.get(AskForPrint).execute(person(yamate, '調達', ['procurement']), editionId);
    expect((await told()).sort()).toEqual(['specification.approve', 'specification.ask_print', 'specification.print']);
    const { fileName, content, byteSize } = await read((tx) => files.open(tx, editionId));
    expect(fileName).toMatch(/^要求仕様書_SPEC-2026-\d{4}_1\.pdf$/);
    const bytes = await buffer(content);
    expect([bytes.length, bytes.subarray(0, 5).toString()]).toEqual([byteSize, '%PDF-']);
    const other = await parties.organization('納入先');
    const supplier = person(other, '取引先', ['supplier_contact', 'procurement']);
    expect(await read((tx) => files.of(tx, editionId), supplier)).toBeNull();
    await read((tx) => app.get(Grants).give(tx, 'specification_edition', editionId, other, START));
    expect(await read((tx) => files.of(tx, editionId), supplier)).toMatchObject({ byteSize });
    expect(await refusal(app.get(AskForPrint).execute(supplier, editionId))).toBe('common.not_found');
  });

  it('is nothing to a stranger', async () => {
    const { editionId } = await parties.approved(yamate);
    const other = await parties.organization('よその会社');
    expect(await refusal(app.get(RenderSpecification).execute(person(other, '誰か', []), editionId))).toBe('common.not_found');
  });
});
