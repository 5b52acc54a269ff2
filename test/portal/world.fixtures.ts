import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Identities, IdentityDb, Passwords } from '@platform/identity';
import type { Actor } from '@platform/tenancy';
import { Scene, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import { PASSWORD, openPortal, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

export type World = Journey & {
  readonly portal: Portal;
  readonly scene: Scene;
  /** Signed in as that person, for the organisation the person belongs to. */
  enter(who: Actor): ReturnType<typeof signIn>;
  emailOf(who: Actor): Promise<string>;
  close(): Promise<void>;
};

/** The whole main job on one database, up to an issued PDF, and the real portal beside it; everybody's password is the same. */
export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const scene = await Scene.open();
  const journey = await playJourney(scene);
  const portal = await openPortal(env, scene);
  symlinkSync((scene as unknown as { root: string }).root, join(portal.dataDir, 'files'));
  const passwordHash = await portal.get(Passwords).hash(PASSWORD);
  const emailOf = async (who: Actor): Promise<string> => (await portal.get(Identities).byId(who.identityId!))!.email;
  return {
    ...journey, portal, scene, emailOf,
    enter: async (who) => {
      await portal.get(Identities).setPassword(who.identityId!, passwordHash, portal.get(IdentityDb));
      return signIn(portal, await emailOf(who));
    },
    close: async () => {
      await portal.close();
      await scene.close();
    },
  };
}
