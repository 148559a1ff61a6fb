// Installs the dependencies when they are missing or the lock file has changed, then runs a TypeScript file.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const NEEDED = [20, 19];

/** @param {string} script @param {string[]} args */
export async function runAfterInstall(script, args) {
  process.chdir(root);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    fail(`Node ${NEEDED.join('.')} or newer is needed, this is ${process.versions.node}.`);
  }
  install();
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the child by the terminal; a SIGTERM only us.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(signal ? 1 : status)));
  process.exit(Number(code));
}

function install() {
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  const mark = path.join(root, 'node_modules', '.nimbusu-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  const started = Date.now();
  process.stdout.write('install: the dependencies, as locked ...\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (done.status !== 0) fail(`npm ci failed:\n${done.stdout}${done.stderr}`);
  writeFileSync(mark, lock);
  process.stdout.write(`install: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** @param {string} why */
function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
