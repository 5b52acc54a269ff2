import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response as ExpressReply } from 'express';
import { projectRoot } from '@platform/i18n';

export const ASSETS = '/api/assets';

const template = (...path: string[]): string => join(projectRoot(), 'templates', ...path);
const inPackage = (name: string, ...path: string[]): string => join(dirname(require.resolve(`${name}/package.json`)), ...path);
const KEEP = { maxAge: '365d', immutable: true, index: false, redirect: false, dotfiles: 'ignore' as const } as const;

let sheet: { readonly css: string; readonly path: string } | undefined;

/** One style sheet: Bootstrap, the theme that the portal wears too, and our own few rules. Its address changes with its content. */
export function styleSheet(): string {
  return made().path;
}

/** Everything this door shows comes from itself, so that it can run without the portal beside it. */
export function serveAssets(app: NestExpressApplication): void {
  app.use(made().path, (_request: unknown, reply: ExpressReply) => {
    reply.setHeader('cache-control', 'public, max-age=31536000, immutable');
    reply.type('css').send(made().css);
  });
  const directories = {
    [`${ASSETS}/fonts/400`]: inPackage('@expo-google-fonts/noto-sans-jp', '400Regular'),
    [`${ASSETS}/fonts/700`]: inPackage('@expo-google-fonts/noto-sans-jp', '700Bold'),
    [ASSETS]: template('api', '_assets'),
  };
  for (const [prefix, directory] of Object.entries(directories)) app.useStaticAssets(directory, { ...KEEP, prefix });
}

function made(): { readonly css: string; readonly path: string } {
  if (sheet) return sheet;
  const files = [inPackage('bootstrap', 'dist/css/bootstrap.min.css'), template('portal', '_assets', 'kenshu.css'), template('api', '_assets', 'api.css')];
  const css = files.map((file) => readFileSync(file, 'utf8')).join('\n')
    .replaceAll('url("/assets/', `url("${ASSETS}/`).replace(/\/\*# sourceMappingURL.*?\*\//g, '');
  sheet = { css, path: `${ASSETS}/kenshu-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` };
  return sheet;
}
