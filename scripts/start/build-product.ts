import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { StartFailure } from './start-failure';

const SOURCES = ['app', 'components', 'lib', 'server', 'generated', 'public'];
const FILES = [
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  'postcss.config.mjs',
  'proxy.ts',
  'prisma.config.ts',
];
const MARK = '.next/nimbusu-build';

/** What the build is made of, the BFF's address too: it is fixed into the web app. */
export async function buildFingerprint(bffAddress: string): Promise<string> {
  const hash = createHash('sha256').update(`bff ${bffAddress}\n`);
  const files = [...FILES];
  for (const folder of SOURCES) {
    if (!existsSync(folder)) continue;
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of names) {
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        files.push(path.join(entry.parentPath, entry.name));
    }
  }
  for (const file of files.sort()) {
    if (existsSync(file)) hash.update(`${file}\n`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Builds the web app and the BFF, unless what is there was made of the same. Returns whether it built. */
export async function buildProduct(env: NodeJS.ProcessEnv, bffAddress: string): Promise<boolean> {
  const fingerprint = await buildFingerprint(bffAddress);
  const built = existsSync(MARK) && existsSync('dist/bff.mjs') ? await readFile(MARK, 'utf8') : '';
  if (built === fingerprint) return false;
  await Promise.all([buildBff(), buildWeb(env)]);
  await mkdir(path.dirname(MARK), { recursive: true });
  await writeFile(MARK, fingerprint);
  return true;
}

export async function buildBff(): Promise<void> {
  await build({
    entryPoints: { bff: 'server/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function buildWeb(env: NodeJS.ProcessEnv): Promise<void> {
  const output: string[] = [];
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new StartFailure(`The web app could not be built:\n${output.join('')}`);
}
