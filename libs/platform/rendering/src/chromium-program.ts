import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { installDirectory } from './install-directory.js';
import { RenderingError } from './rendering-error.js';
import { findInPath, isEnterable, isExecutable, isRoot } from './unprivileged.js';

/** The part of the path that names what to start; `libraries` goes into LD_LIBRARY_PATH. */
export interface ChromiumProgram {
  readonly executable: string;
  readonly libraries: string | null;
  readonly source: 'configured' | 'bundled' | 'system';
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * Configured → bundled → system.
 * @param base an existing directory that the browser's account can reach
 * @throws RenderingError `no_browser`: a configured path that is not usable is never silently replaced.
 */
export async function findChromium(base: string, configured: string | undefined, bundle = bundleDirectory()): Promise<ChromiumProgram> {
  if (configured) return configuredProgram(configured);
  if (bundle) return unpack(base, bundle);
  const executable = findInPath(SYSTEM_NAMES);
  if (executable) return { executable, libraries: null, source: 'system' };
  throw new RenderingError('no_browser', 'No Chromium: the bundled one is for Linux x64 only, and none was found in PATH. Set PUPPETEER_EXECUTABLE_PATH.');
}

function configuredProgram(executable: string): ChromiumProgram {
  if (!isExecutable(executable)) throw new RenderingError('no_browser', `PUPPETEER_EXECUTABLE_PATH is not an executable file: ${executable}`);
  if (isRoot() && !isEnterable(executable)) {
    throw new RenderingError('no_browser', `PUPPETEER_EXECUTABLE_PATH lies in a directory that only root may enter, and Chromium does not run as root: ${executable}`);
  }
  return { executable, libraries: null, source: 'configured' };
}

/** The package's archives. Its own code is never run: it would start any file named chromium in the temporary directory. */
export function bundleDirectory(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const directory = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
    return existsSync(join(directory, 'chromium.br')) ? directory : null;
  } catch {
    return null;
  }
}

async function unpack(base: string, bundle: string): Promise<ChromiumProgram> {
  const { version } = JSON.parse(readFileSync(join(bundle, '..', 'package.json'), 'utf8')) as { version: string };
  const directory = await installDirectory(join(base, `chromium-${version}`), async (side) => {
    const inflate = (name: string): [ReturnType<typeof createReadStream>, ReturnType<typeof createBrotliDecompress>] =>
      [createReadStream(join(bundle, name), { highWaterMark: 1 << 22 }), createBrotliDecompress({ chunkSize: 1 << 21 })];
    await Promise.all([
      pipeline(...inflate('chromium.br'), createWriteStream(join(side, 'chromium'), { mode: 0o755 })),
      // The libraries a bare Debian lacks (NSS, NSPR, expat). Used always: the same browser everywhere.
      pipeline(...inflate('al2023.tar.br'), extract(side)),
    ]);
  });
  return { executable: join(directory, 'chromium'), libraries: join(directory, 'lib'), source: 'bundled' };
}
