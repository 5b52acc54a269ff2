#!/usr/bin/env node
'use strict';
// Plain CommonJS that an old Node can read: it finds the right Node and the built program, then gets out of the way.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const NEEDED = [24, 9];
const root = join(__dirname, '..', '..', '..');
const program = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
const bundledNode = join(root, 'node_modules', 'node-linux-' + process.arch, 'bin', 'node');

function isOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
}

function fail(message) {
  process.stderr.write('kenshu: ' + message + '\n');
  process.exit(2);
}

/** The same command line under the Node that came with the packages; signals and the exit status pass through. */
function runUnder(node) {
  const child = spawn(node, [__filename].concat(process.argv.slice(2)), { stdio: 'inherit', env: Object.assign({}, process.env, { KENSHU_NODE: 'bundled' }) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + (require('node:os').constants.signals[signal] || 0) : code));
}

/** As `npm run build` does it, so that a fresh checkout needs no further command. */
function build() {
  let swc;
  try {
    swc = require.resolve('@swc/cli/bin/swc.js', { paths: [root] });
  } catch {
    fail('the packages are not installed. Run "npm ci" in ' + root + ' first.');
  }
  process.stderr.write('kenshu: building once …\n');
  const [, ...options] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.build.split(/\s+/);
  const { status, error } = spawnSync(process.execPath, [swc].concat(options), { cwd: root, stdio: ['ignore', 2, 2] });
  if (error || status !== 0 || !existsSync(program)) fail('the build failed' + (error ? ': ' + error.message : '.'));
}

if (isOldNode()) {
  if (process.env.KENSHU_NODE === 'bundled' || !existsSync(bundledNode)) fail('Node ' + NEEDED.join('.') + ' or newer is needed; this is ' + process.versions.node + '.');
  runUnder(bundledNode);
} else {
  if (!existsSync(program)) build();
  require(program);
}
