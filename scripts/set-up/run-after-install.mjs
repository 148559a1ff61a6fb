import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NEEDED = [20, 19];

/**
 * Installs the dependencies when they are missing or the lock file has changed, then loads a TypeScript file into this
 * process. Plain Node: it runs before the dependencies are there.
 * @param {string} script a path from the project's root
 * @param {{ label?: string }} [options] the words before the progress lines
 */
export async function runAfterInstall(script, { label = 'install' } = {}) {
  process.chdir(root);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    fail(`Node ${NEEDED.join('.')} or newer is needed, this is ${process.versions.node}.`);
  }
  installDependencies(label);
  const { register } = await import('tsx/esm/api');
  register();
  await import(path.join(root, script));
}

/** @param {string} label */
function installDependencies(label) {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const mark = 'node_modules/.installed-from';
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
    console.log(`${label}: up to date`);
    return;
  }
  console.log(`${label} ...`);
  const started = Date.now();
  // A shell finds npm under its name on every platform. The build needs what is listed for development too.
  const done = spawnSync('npm ci --include=dev --no-audit --no-fund', { shell: true, encoding: 'utf8' });
  if (done.status !== 0) fail(`npm ci failed:\n${done.stdout}${done.stderr}`);
  writeFileSync(mark, lock);
  console.log(`${label}: done (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** @param {string} why */
function fail(why) {
  console.error(why);
  process.exit(1);
}
