import { CertificatesOverview } from '@libs/insight';
import { CertificateActs, Certificates, REVOCATION_KINDS, RevokeCertificate, SupersedeCertificate } from '@libs/certificate';
import type { CertificateStatement } from '@libs/certificate';
import { Seals } from '@libs/attestation';
import { notFound } from '@platform-pure/errors';
import { Readable } from 'node:stream';
import { download, listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, digest, flag, frozen, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { pattern } from './common.js';

const STATES = ['prepared', 'issuing', 'issued', 'superseded', 'revoked'] as const;
const fields = {
  id: id(), number: text(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), orderLineId: id(), inspectionId: id(), issuedOn: day(), state: oneOf(STATES), preparedAt: instant(), sealedAt: nullable(instant()),
  issuedAt: nullable(instant()), supersededAt: nullable(instant()), revokedAt: nullable(instant()), replacedBy: nullable(text()), revocationReason: nullable(text()), supersessionReason: nullable(text()),
};
const summary = named('CertificateSummary', object(fields));
const certificate = named('Certificate', object({
  ...fields, sha256: digest(), statement: frozen<CertificateStatement>('kenshu.certificate/1: everything that is printed.'), file: nullable(object({ sha256: digest(), byteSize: integer() })),
}, '検収確認書'));
const line = named('CertificateLine', object({
  id: id(), number: text(), state: oneOf(STATES), kind: oneOf(['partial', 'final']), issuer: text(), supplier: text(), factory: text(), item: text(), poNumber: text(), noteNumber: text(), acceptedOn: day(), issuedOn: day(),
}));
const reason = text(1000);

export const certificateOperations: readonly Operation[] = [
  windowed('listCertificates', 'get /certificates', CertificateActs.read, 'Certificates; a supplier sees issued ones', {
    covers: ['CertificatesOverview.search', 'Certificates.list', 'CertificatesOverview.list'], answer: line,
    query: { q: optional(text(100)), state: optional(oneOf(STATES)), from: optional(day()), to: optional(day()), sort: optional(oneOf(['number', 'issued', 'supplier'])), descending: optional(flag()) },
    read: ({ get, tx }, { query: { q, ...asked }, window }) => get(CertificatesOverview).search(tx, { ...asked, pattern: pattern(q), ...window }) }),
  query('listCertificateNumbers', 'get /certificate-numbers/{year}', CertificateActs.read, 'Every number of a year and what became of it', {
    covers: ['Certificates.numbers'], answer: object({ items: list(object({ number: text(), sequence: integer(1), state: oneOf(STATES) })) }),
    read: async ({ get, tx }, { path }) => {
      if (!/^20\d\d$/.test(path.year)) throw notFound('certificate');
      return { items: await get(Certificates).numbers(tx, Number(path.year)) };
    } }),
  query('findCertificate', 'get /certificate-numbers/{number}/certificate', CertificateActs.read, 'The certificate with that number', {
    covers: ['Certificates.byNumber'], answer: summary, read: ({ get, tx }, { path }) => get(Certificates).byNumber(tx, path.number) }),
  query('getCertificate', 'get /certificates/{certificateId}', CertificateActs.read, 'One certificate with everything that is printed on it', {
    covers: ['Certificates.byId'], answer: certificate, read: ({ get, tx }, { path }) => get(Certificates).byId(tx, path.certificateId) }),
  listing('listCertificatesOfInspection', 'get /inspections/{inspectionId}/certificates', CertificateActs.read, 'Certificates of an inspection, the first issued first', {
    covers: ['Certificates.ofInspection'], answer: summary,
    read: async ({ get, tx }, { path }) => {
      const found = await get(Certificates).ofInspection(tx, path.inspectionId);
      if (found.length === 0) throw notFound('certificate');
      return found;
    } }),
  download('downloadCertificate', 'get /certificates/{certificateId}/pdf', CertificateActs.read, 'The signed PDF', {
    covers: ['Certificates.open'], gives: 'application/pdf', read: async ({ get, tx }, { path }) => ({ ...await get(Certificates).open(tx, path.certificateId), mediaType: 'application/pdf' }) }),
  download('downloadSealedCertificate', 'get /certificates/{certificateId}/json', CertificateActs.read, 'The sealed record: bytes that can be verified without us', {
    covers: ['Seals.of'], gives: 'application/json',
    read: async ({ get, tx }, { path }) => {
      const { number } = await get(Certificates).byId(tx, path.certificateId);
      const seal = await get(Seals).of(tx, 'certificate', path.certificateId);
      if (!seal) throw notFound('seal');
      const bytes = Buffer.from(seal.text, 'utf8');
      return { fileName: `${number}.json`, mediaType: 'application/json', byteSize: bytes.length, content: Readable.from([bytes]) };
    } }),
  verb(SupersedeCertificate, 'post /certificates/{certificateId}/replacement', CertificateActs.supersede, 'Asks for a corrected certificate (差替え)')({
    body: object({ reason }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(RevokeCertificate, 'post /certificates/{certificateId}/revocation', CertificateActs.revoke, 'Nobody is to rely on it any more (失効)')({
    body: object({ kind: oneOf(REVOCATION_KINDS), reason }), args: ({ path, body }) => [{ ...path, ...body }] }),
];
