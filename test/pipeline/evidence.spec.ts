import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { EvidenceFiles, UploadEvidence } from '@libs/evidence';
import { AuditQueries } from '@platform/audit';
import { Grants } from '@platform/tenancy';
import { START } from '../support/platform.js';
import { Answering } from './answering.fixture.js';

let world: Answering;
beforeAll(async () => { world = await Answering.open(); });
afterAll(() => world?.close());

const read = (organization: Answering['buyer'], id: string) => world.as(organization, (tx) => world.get(EvidenceFiles).open(tx, id));

describe('a supplier’s file', () => {
  it('keeps its Japanese name, its size and its type by content, and says who added it', async () => {
    const file = await world.upload(world.respondent(), '%PDF-1.7\n', '..\\髙﨑工場㈱_構成図.txt');
    expect(file).toMatchObject({ fileName: '髙﨑工場㈱_構成図.txt', mediaType: 'application/pdf', byteSize: 9, disclosureClass: 'parties', uploadedByName: '𠮷田' });
    const [event] = await world.as(world.supplier, (tx) => world.get(AuditQueries).about(tx, 'evidence', file.id));
    expect(event).toMatchObject({ act: 'evidence.upload', detail: { sha256: file.sha256 } });
  });

  it('is read by its owner, by nobody else, and by the buyer while a grant lives', async () => {
    const file = await world.upload(world.respondent(), '%PDF-1.7\n秘\n');
    expect(await text((await read(world.supplier, file.id)).content)).toBe('%PDF-1.7\n秘\n');
    for (const other of [world.buyer, world.stranger]) await expect(read(other, file.id)).rejects.toMatchObject({ kind: 'not_found' });
    await world.as(world.supplier, (tx) => world.get(Grants).give(tx, 'evidence', file.id, world.buyer, START));
    expect(await text((await read(world.buyer, file.id)).content)).toBe('%PDF-1.7\n秘\n');
    await expect(read(world.stranger, file.id)).rejects.toMatchObject({ kind: 'not_found' });
    await world.as(world.supplier, (tx) => world.get(Grants).revoke(tx, 'evidence', file.id, world.buyer, START));
    await expect(read(world.buyer, file.id)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('cannot be granted by somebody who does not own it', async () => {
    const file = await world.upload(world.respondent());
    await world.as(world.stranger, (tx) => world.get(Grants).give(tx, 'evidence', file.id, world.stranger, START));
    await expect(read(world.stranger, file.id)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('can neither be changed nor deleted', async () => {
    const file = await world.upload(world.respondent());
    for (const sql of ['update app.evidence set file_name = $1 where id = $2', 'delete from app.evidence where file_name <> $1 and id = $2']) {
      await expect(world.as(world.supplier, (tx) => tx.query(sql, ['x', file.id]))).rejects.toThrow('permission denied');
    }
  });
});

it('a refused upload leaves no row and no event', async () => {
  const before = await world.superuser('select (select count(*) from app.evidence) as files, (select count(*) from app.audit_event) as events');
  const upload = (fileName: string, content: string, maxBytes?: number) =>
    world.get(UploadEvidence).execute(world.respondent(), { fileName, content: Readable.from([Buffer.from(content)]), maxBytes });
  await expect(upload('a.pdf', '<html><script>1</script>')).rejects.toMatchObject({ code: 'storage.refused_type' });
  await expect(upload('a.txt', 'x'.repeat(100), 99)).rejects.toMatchObject({ code: 'storage.too_large' });
  await expect(upload('..', 'x')).rejects.toMatchObject({ code: 'evidence.file_name_missing' });
  await expect(world.get(UploadEvidence).execute(world.respondent({ roles: ['auditor'] }), { fileName: 'a', content: Readable.from(['x']) }))
    .rejects.toMatchObject({ kind: 'forbidden' });
  expect(await world.superuser('select (select count(*) from app.evidence) as files, (select count(*) from app.audit_event) as events')).toEqual(before);
});
