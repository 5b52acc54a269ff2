import { CatalogQueries, ShippedEditions, askableItems } from '@libs/catalog';
import type { EditionDocument } from '@libs/catalog';
import type { OrganizationId } from '@platform/tenancy';
import type { Stage } from './stage.js';

interface Choice { readonly editionId: string; readonly code: string }

/** What the story chooses from the shipped catalogues. */
export class Catalogs {
  private constructor(private readonly documents: Readonly<Record<string, EditionDocument>>) {}

  static async read(stage: Stage, organizationId: OrganizationId): Promise<Catalogs> {
    const ids = [ShippedEditions.metiFactoryChecklist, ShippedEditions.smartFactoryChecks, ShippedEditions.acceptanceChecklist];
    const documents = await stage.read(organizationId, async (tx) => {
      const found = [];
      for (const id of ids) found.push([id, (await stage.verb(CatalogQueries).edition(tx, id)).document] as const);
      return Object.fromEntries(found);
    });
    return new Catalogs(documents);
  }

  /** The first so many of the factory checklist that can be asked (never those whose text was not seen). */
  factory(count: number): Choice[] {
    return this.pick(ShippedEditions.metiFactoryChecklist, () => true, count);
  }

  /** Checks about off-the-shelf goods, software or cloud, for the phases a supplier answers for. */
  checks(about: 'cots' | 'software' | 'cloud', count: number): Choice[] {
    return this.pick(ShippedEditions.smartFactoryChecks, (code) => code.startsWith(`${about}.`) && !code.includes('.operation_maintenance.'), count);
  }

  checklist(): Choice[] {
    const editionId = ShippedEditions.acceptanceChecklist;
    return (this.documents[editionId].checklist ?? []).map(({ code }) => ({ editionId, code }));
  }

  private pick(editionId: string, wanted: (code: string) => boolean, count: number): Choice[] {
    const askable = askableItems(this.documents[editionId]).filter((item) => item.subject !== 'buyer_process' && wanted(item.code));
    return askable.slice(0, count).map(({ code }) => ({ editionId, code }));
  }
}
