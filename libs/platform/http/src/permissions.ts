import { SetMetadata } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { MetadataScanner } from '@nestjs/core/metadata-scanner.js';
import type { Act } from '@platform-pure/tenancy';

const PERMISSION = 'kenshu:permission';
const PATH_METADATA = 'path';

/** What a route asks of who comes in: an act of a policy, a signed-in person, or nobody in particular (and why). */
export type Permission =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'open'; readonly because: string };

/** Only a member who may do this act gets in. */
export const May = (act: Act): MethodDecorator => SetMetadata(PERMISSION, { kind: 'act', act } satisfies Permission);
/** Any signed-in person, also one without an organisation yet. */
export const SignedIn = (): MethodDecorator => SetMetadata(PERMISSION, { kind: 'signed_in' } satisfies Permission);
/** Nobody has to sign in here; the reason is part of the declaration. */
export const Open = (because: string): MethodDecorator => SetMetadata(PERMISSION, { kind: 'open', because } satisfies Permission);

export function permissionOf(handler: object): Permission | undefined {
  return Reflect.getMetadata(PERMISSION, handler) as Permission | undefined;
}

export interface DeclaredRoute { readonly controller: string; readonly handler: string; readonly path: string; readonly permission: Permission | undefined }

/** Every route of an application and what it declares. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: object }).prototype;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, object>)[name];
        const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
        if (path === undefined) continue; // a method that is not a route
        const base: unknown = Reflect.getMetadata(PATH_METADATA, metatype as object);
        routes.push({ controller: metatype?.name ?? '', handler: name, path: `${String(base)}/${String(path)}`, permission: permissionOf(handler) });
      }
    }
  }
  return routes;
}

/** Deny by default: throws, so that the application does not start, when a route declares no permission. */
export function requirePermissions(app: INestApplicationContext): void {
  const bare = declaredRoutes(app).filter((route) => !route.permission).map((route) => `${route.controller}.${route.handler}`);
  if (bare.length > 0) throw new Error(`these routes declare no permission (@May, @SignedIn or @Open): ${bare.join(', ')}`);
}
