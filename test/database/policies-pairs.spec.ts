import { Client } from 'pg';
import { Scene, playJourney } from '../support/journey.js';
import { fillEmptyTables } from './probe-rows.js';
import { Probes } from './probes.js';

/** Copies of rows of others that a stranger may make his own: they hang below nothing, or a later check decides. Each with its reason. */
const OWN_ROWS: Readonly<Record<string, string>> = {
  'app.audit_event (organization_id)': 'the trail is each organisation’s own; an id in it proves nothing to others',
  'app.catalog (organization_id)': 'an own catalogue',
  'app.certificate_number (organization_id)': 'an own counter',
  'app.crosswalk (organization_id)': 'an own crosswalk',
  'app.evidence (organization_id)': 'an own file; the bytes are looked up below the owner',
  'app.idempotent_answer (organization_id)': 'an own answer kept; the key begins with the organisation',
  'app.import_preview (organization_id)': 'an own upload that waits for its commit',
  'app.mail_sent (organization_id)': 'the key begins with the organisation: nobody takes the place of another’s row',
  'app.member (organization_id)': 'one person may belong to several organisations; who may enter is identity.membership',
  'app.notification_choice (organization_id)': 'an own choice; the key begins with the organisation',
  'app.notification_digest (organization_id)': 'as above',
  'app.object_grant (owner_organization_id)': 'a grant shows what its giver owns, whatever id it names (app.granted compares the owner)',
  'app.object_grant (owner_organization_id, grantee_organization_id)': 'as above',
  'app.organization (id)': 'founding itself',
  'app.organization_key (organization_id)': 'made by the sealer for the organisation it seals for',
  'app.request_settings (organization_id)': 'an own switch',
  'app.seal (organization_id, buyer_organization_id)': 'only the worker’s own code sets seals; a seal says whose it is and verifies against that one’s key',
  'app.seal (organization_id, supplier_organization_id)': 'as above',
  'app.seal (organization_id, buyer_organization_id, supplier_organization_id)': 'as above',
  'app.site (organization_id)': 'an own plant',
  'app.specification (organization_id)': 'an own draft',
  'app.supplier_acceptance (supplier_organization_id)': 'the buyer’s side believes it only with the token it sent (LinkSupplier)',
  'app.supplier_site (organization_id)': 'an own ledger row',
};

/** Foreign keys between tables of organisations that do not compare whose row it is, each with its reason. */
const WITHOUT_OWNER: Readonly<Record<string, string>> = {
  'app.catalog_edition (catalog_id)': 'common rows have no organisation; the composite key beside it binds own ones',
  'app.certificate (replaces_id, inspection_id)': 'the inspection is bound to the buyer by its own key',
  'app.inspection_file (evidence_id, evidence_organization_id)': 'a file may be the supplier’s that was granted: whose it is stands beside it, and the policy asks whether one may read it',
  'app.crosswalk_row (crosswalk_id)': 'common rows have no organisation; the composite key beside it binds own ones',
  'app.crosswalk_row (source_edition_id)': 'maps common editions; shows nothing of an edition but its id',
  'app.crosswalk_row (target_edition_id)': 'as above',
  'app.mail_sent (event_id)': 'the respondent’s side tells its people of the buyer’s event; the key begins with the organisation',
};

let scene: Scene;
let superuser: Client;
let probes: Probes;

beforeAll(async () => {
  scene = await Scene.open();
  const journey = await playJourney(scene);
  superuser = new Client({ connectionString: scene.database.superuserUrl() });
  await superuser.connect();
  await fillEmptyTables(superuser, journey);
  probes = new Probes(superuser, journey.stranger, () => false);
  await probes.prepare();
});
afterAll(async () => {
  await superuser?.end();
  await scene?.close();
});

const smuggled = async (): Promise<Map<string, number | string>> => {
  const outcomes = await probes.under('', async () => {
    const all = [];
    for (const table of probes.tables) all.push(...await probes.smuggle(table.name));
    return all;
  });
  return new Map(outcomes.filter(({ outcome }) => typeof outcome === 'number' || !/^(42501|23503|23514|P0002) /.test(outcome)).map(({ what, outcome }) => [what, outcome]));
};

describe('a child row', () => {
  it('cannot lie about whose it is: what a policy lets in, the composite foreign key refuses', async () => {
    expect([...(await smuggled()).keys()].sort()).toEqual(Object.keys(OWN_ROWS).sort());
  });

  it('would be let into the chain of two others without the key that carries the pair', async () => {
    const into = 'app.ledger_entry (supplier_organization_id)';
    const { rows: [key] } = await superuser.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'app.ledger_entry'::regclass and contype = 'f' and cardinality(conkey) = 3`);
    const without = await probes.under(`alter table app.ledger_entry drop constraint ${key!.name}`, () => probes.smuggle('app.ledger_entry'));
    expect(without).toContainEqual({ what: into, outcome: 1 });
    const held = await probes.under('', () => probes.smuggle('app.ledger_entry'));
    expect(held.find(({ what }) => what === into)!.outcome).toMatch(/^23503 .*foreign key/);
  });

  it('names its owner in every foreign key', async () => {
    const { rows } = await superuser.query<{ key: string }>(`
      select format('%s (%s)', con.conrelid::regclass, (select string_agg(a.attname, ', ' order by k.n) from unnest(con.conkey) with ordinality k(c, n)
          join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.c)) as key
      from pg_constraint con join pg_class parent on parent.oid = con.confrelid
      where con.contype = 'f' and con.connamespace = 'app'::regnamespace and parent.relnamespace = 'app'::regnamespace and con.confrelid <> 'app.organization'::regclass
        and not exists (select from unnest(con.conkey, con.confkey) k(c, p)
          join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.c join pg_attribute b on b.attrelid = con.confrelid and b.attnum = k.p
          where a.attname = any ($1) and b.attname = any ($1))`, [['organization_id', 'buyer_organization_id', 'supplier_organization_id']]);
    expect(rows.map((row) => row.key).sort()).toEqual(Object.keys(WITHOUT_OWNER).sort());
  });

  it('says what happens to it when its parent is deleted', async () => {
    const { rows } = await superuser.query<{ key: string }>(
      `select format('%s %s', conrelid::regclass, conname) as key from pg_constraint where contype = 'f' and connamespace in ('app'::regnamespace, 'identity'::regnamespace) and confdeltype = 'a'`);
    expect(rows.map((row) => row.key)).toEqual([]);
  });
});
