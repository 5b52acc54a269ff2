import { join } from 'node:path';
import { build } from 'esbuild';

describe('libs/verification', () => {
  it('bundles for a browser with nothing from npm and nothing of Node', async () => {
    const result = await build({
      entryPoints: [join(__dirname, '../../libs/verification/src/pure.ts')], bundle: true, write: false, metafile: true,
      platform: 'browser', format: 'esm', tsconfig: join(__dirname, '../../tsconfig.json'), logLevel: 'silent',
    });
    expect(result.warnings).toEqual([]);
    const inputs = Object.keys(result.metafile.inputs);
    expect(inputs.length).toBeGreaterThan(8);
    expect(inputs.filter((path) => !/^libs\/(verification|platform\/signing)\/src\/(pure|[\w-]+\.(rules|document))\.ts$/.test(path))).toEqual([]);
    expect(Object.values(result.metafile.outputs).flatMap((output) => output.imports)).toEqual([]);
    // The clock and chance are passed in: neither may be reached from here.
    expect(result.outputFiles[0]!.text).not.toMatch(/Date\.now|new Date\(\)|Math\.random|process\.|require\(/);
  });
});
