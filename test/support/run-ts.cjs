// Lets plain Node run our TypeScript outside jest (global set-up, bench, prove): the same swc settings and the same aliases.
const Module = require('node:module');
const path = require('node:path');
const fs = require('node:fs');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '../..');
const aliases = [[/^@libs\/(.+)$/, 'libs/$1/src/index.ts'], [/^@pure\/(.+)$/, 'libs/$1/src/pure.ts'],
  [/^@platform\/(.+)$/, 'libs/platform/$1/src/index.ts'], [/^@platform-pure\/(.+)$/, 'libs/platform/$1/src/pure.ts']];

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolve(request, parent, ...rest) {
  for (const [pattern, target] of aliases) {
    if (pattern.test(request)) return path.join(root, request.replace(pattern, target));
  }
  if (request.startsWith('.') && request.endsWith('.js') && parent?.filename) {
    const source = path.resolve(path.dirname(parent.filename), request.replace(/\.js$/, '.ts'));
    if (fs.existsSync(source)) return source;
  }
  return resolveFilename.call(this, request, parent, ...rest);
};
Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), {
    filename, swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' },
    jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023', keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true } },
  });
  module._compile(code, filename);
};
require('reflect-metadata');
