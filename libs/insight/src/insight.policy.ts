import { acts } from '@platform-pure/tenancy';

/** Everybody sees what waits for the roles they hold; what stands in the lists is decided by row level security. */
export const InsightActs = acts('insight', {
  home: ['anyone'],
  search: ['anyone'],
});
