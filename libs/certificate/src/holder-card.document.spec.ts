import { sampleCertificate } from './certificate-sample.js';
import { holderCard } from './holder-card.document.js';

describe('the holder’s card', () => {
  it('names the parties and nothing else of the certificate', () => {
    const statement = sampleCertificate();
    expect(holderCard(statement)).toEqual({
      issuer: { name: statement.issuer.legalName, nameEn: statement.issuer.nameEn },
      supplier: { name: statement.supplier.name, nameEn: statement.supplier.nameEn, factoryName: statement.supplier.factoryName },
    });
  });
});
