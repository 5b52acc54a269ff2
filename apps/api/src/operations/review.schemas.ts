import type { AgreementDocument } from '@libs/review';
import { digest, frozen, id, instant, named, nullable, object, text } from '../web/schema.js';

export const agreement = named('Agreement', object({
  id: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), requestId: id(), statementId: id(), canonical: text(20_000_000),
  document: frozen<AgreementDocument>('kenshu.agreement/1: edition, statement and the deviations that were confirmed.'), sha256: digest(), agreedAt: instant(),
}));
