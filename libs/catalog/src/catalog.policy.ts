import { acts } from '@platform-pure/tenancy';

/** Published editions and crosswalks are read by every member. */
export const CatalogActs = acts('catalog', { read: ['anyone'] });
