import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { projectRoot } from '@platform/i18n';

const own = (): string => join(projectRoot(), 'templates', 'portal', '_assets');
const inPackage = (name: string, ...path: string[]): string => join(dirname(require.resolve(`${name}/package.json`)), ...path);
const STYLES = { bootstrap: () => inPackage('bootstrap', 'dist/css/bootstrap.min.css'), kenshu: () => join(own(), 'kenshu.css') };

let scripts: ReadonlyMap<string, string> | undefined;

/** Address of a script of ours by its name. @throws Error for a name without a file. */
export function scriptAddress(name: string): string {
  scripts ??= new Map([
    ...readdirSync(join(own(), 'js')).filter((file) => file.endsWith('.js')).map((file): [string, string] => [file.slice(0, -3), `/assets/js/${file}?v=${digest(join(own(), 'js', file))}`]),
  ]);
  const address = scripts.get(name);
  if (!address) throw new Error(`no script ${name} in templates/portal/_assets/js`);
  return address;
}

let sheets: readonly string[] | undefined;

/** Addresses of the style sheets; a changed file has a new address, so browsers may keep the old one for a year. */
export function styleSheets(): readonly string[] {
  sheets ??= [
    `/assets/bootstrap/bootstrap.min.css?v=${digest(STYLES.bootstrap())}`,
    `/assets/kenshu.css?v=${digest(STYLES.kenshu())}`,
  ];
  return sheets;
}

/** Everything a page needs, from npm packages and our own directory; nothing from anywhere else. */
export function serveAssets(app: NestExpressApplication): void {
  const options = { maxAge: '365d', immutable: true, index: false, redirect: false, dotfiles: 'ignore' as const };
  const directories = {
    '/assets/bootstrap': inPackage('bootstrap', 'dist/css'),
    '/assets/fonts/400': inPackage('@expo-google-fonts/noto-sans-jp', '400Regular'),
    '/assets/fonts/700': inPackage('@expo-google-fonts/noto-sans-jp', '700Bold'),
    '/assets': own(),
  };
  for (const [prefix, directory] of Object.entries(directories)) app.useStaticAssets(directory, { ...options, prefix });
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}
