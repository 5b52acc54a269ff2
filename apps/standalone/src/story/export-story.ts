import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { RESPONSE_STATEMENT, Seals } from '@libs/attestation';
import { CERTIFICATE_OBJECT, Certificates } from '@libs/certificate';
import type { CertificateDetail } from '@libs/certificate';
import { RenderSpecification } from '@libs/specification';
import { verifyDocument } from '@libs/verification';
import { formatFileSize } from '@platform/i18n';
import type { Messages } from '@platform/i18n';
import { OrganizationKeys, nodeVerificationTools } from '@platform/signing';
import { SealerDb, systemActor } from '@platform/tenancy';
import type { Language, OrganizationId } from '@platform/tenancy';
import type { Played } from './play.js';
import type { Stage } from './stage.js';

interface Theatre { readonly stage: Stage; readonly messages: Messages }
interface Target { readonly out: string; readonly seconds: () => number }

/** Writes what the story made, and checks the certificate with nothing but the files it has written. */
export async function exportStory({ stage, messages }: Theatre, played: Played, { out, seconds }: Target): Promise<number> {
  const { organizationId } = played.house;
  const save = (name: string, bytes: Uint8Array | string, key: string): void => {
    writeFileSync(join(out, name), bytes);
    stage.narrator.say(key, { file: join(relative(process.cwd(), out) || '.', name) });
  };
  const certificate = await narratedCertificate(stage, played);
  const pdf = await pdfOf(stage, organizationId, certificate.id);
  stage.tell(null, 'certificate_issued', { number: certificate.number, size: formatFileSize(pdf.length, 'ja') });
  const specification = await stage.verb(RenderSpecification).execute(await stage.as(played.house.people.takasaki), played.specifications.equipment.editionId);
  const anchor = await authority(stage, organizationId);
  save(specification.fileName, specification.bytes, 'specification_written');
  save(`検収確認書_${certificate.number}.pdf`, pdf, 'certificate_written');
  for (const [name, text] of await statements(stage, organizationId, certificate)) save(name, text, 'statement_written');
  save('anchor.pem', anchor, 'anchor_written');
  return verdict(stage, messages, { pdf, anchor, seconds, certificates: await howMany(stage, organizationId) });
}

async function narratedCertificate(stage: Stage, { house, narrated }: Played): Promise<CertificateDetail> {
  return stage.read(house.organizationId, async (tx) => {
    const certificates = stage.verb(Certificates);
    const [first] = await certificates.ofInspection(tx, narrated.inspectionId);
    if (first?.state !== 'issued') throw new Error(`the narrated certificate is ${first?.state ?? 'missing'}, not issued`);
    return certificates.byId(tx, first.id);
  });
}

const pdfOf = (stage: Stage, organizationId: OrganizationId, id: string): Promise<Buffer> => stage.read(organizationId, async (tx) => {
  const { content } = await stage.verb(Certificates).open(tx, id);
  return buffer(content);
});

/** The sealed certificate and the sealed response it rests on, byte for byte as they were signed. */
async function statements(stage: Stage, organizationId: OrganizationId, certificate: CertificateDetail): Promise<[string, string][]> {
  return stage.read(organizationId, async (tx) => {
    const own = await stage.verb(Seals).of(tx, CERTIFICATE_OBJECT, certificate.id);
    const response = await stage.verb(Seals).of(tx, RESPONSE_STATEMENT, certificate.statement.basis.response.statementId);
    if (!own || !response) throw new Error('a sealed statement is missing');
    return [[`検収確認書_${certificate.number}.json`, own.text], [`回答_${certificate.statement.basis.request.number}.json`, response.text]];
  });
}

async function authority(stage: Stage, organizationId: OrganizationId): Promise<string> {
  const pem = await stage.verb(SealerDb).run(systemActor(organizationId), (tx) => stage.verb(OrganizationKeys).authorityPem(tx));
  if (!pem) throw new Error('there is no certificate authority');
  return pem;
}

const howMany = (stage: Stage, organizationId: OrganizationId): Promise<number> =>
  stage.read(organizationId, async (tx) => (await stage.verb(Certificates).list(tx, { state: 'issued' })).length);

interface Outcome { readonly pdf: Buffer; readonly anchor: string; readonly seconds: () => number; readonly certificates: number }

async function verdict(stage: Stage, messages: Messages, { pdf, anchor, seconds, certificates }: Outcome): Promise<number> {
  const language: Language = stage.narrator.language;
  const report = await verifyDocument(pdf, nodeVerificationTools(), { anchors: [anchor], now: new Date() });
  const text = messages.t(language, `verification.verdicts.${report.verdict}.title`);
  if (report.verdict !== 'genuine') {
    stage.narrator.say('not_verified', { verdict: text, checks: report.checks.filter(({ state }) => state === 'fail').map(({ code }) => code).join(', ') });
    return 1;
  }
  stage.narrator.say('verified', { verdict: text });
  stage.narrator.say('done', { seconds: seconds(), certificates });
  return 0;
}
