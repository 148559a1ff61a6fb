import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ExplainedFailure } from '../set-up/explained-failure';
import { buildWorker, WORKER_FILE } from './build-worker';
import { type RunningChild, startChild } from './child-process';

interface Part {
  /** Written when the part is whole: what it was made of. */
  readonly mark: string;
  readonly madeOf: readonly string[];
}

/** What is bundled for Node, by its name in `dist`. */
export const BFF_ENTRIES = {
  bff: 'server/main.ts',
  'create-topics': 'scripts/create-topics.ts',
  'prepare-database': 'scripts/prepare-database.ts',
};

const WEB: Part = {
  mark: '.next/made-of',
  madeOf: [
    ...['app', 'components', 'lib', 'public', 'prisma/schema', 'proxy.ts'],
    ...['instrumentation.ts', 'instrumentation-client.ts', 'worker', 'scripts/start/build-worker.ts'],
    ...['package-lock.json', 'next.config.mjs', 'tsconfig.json', 'postcss.config.mjs'],
  ],
};
const BFF: Part = {
  mark: 'dist/made-of',
  madeOf: [
    ...['server', 'lib', 'scripts', 'prisma/schema', 'prisma/seed'],
    ...['package-lock.json', 'tsconfig.json'],
  ],
};

/**
 * Builds the web app and the BFF, each unless what is there was made of the same. `onChild` is told of the process that
 * builds. Returns what it built.
 */
export async function buildProduct(options: {
  variables: NodeJS.ProcessEnv;
  /** The BFF's address is fixed into the web app. */
  bffAddress: string;
  onChild: (child: RunningChild) => void;
}): Promise<string[]> {
  const [web, bff] = await Promise.all([
    madeAnew(WEB, options.bffAddress, async () => {
      await buildWeb(options);
      await buildWorker();
    }),
    madeAnew(BFF, '', () => buildBff()),
  ]);
  return [...(web ? ['web'] : []), ...(bff ? ['bff'] : [])];
}

async function madeAnew(part: Part, setting: string, make: () => Promise<void>): Promise<boolean> {
  const made = await fingerprint(part.madeOf, setting);
  if (existsSync(part.mark) && (await readFile(part.mark, 'utf8')) === made) return false;
  await make();
  await writeFile(part.mark, made);
  return true;
}

async function fingerprint(sources: readonly string[], setting: string): Promise<string> {
  const hash = createHash('sha256').update(`${setting}\n${process.version}\n`);
  const files = await Promise.all(sources.filter((source) => existsSync(source)).map(filesOf));
  for (const file of files.flat().sort()) hash.update(`${file}\n`).update(await readFile(file));
  return hash.digest('hex');
}

async function filesOf(source: string): Promise<string[]> {
  if (path.extname(source) !== '') return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file !== WORKER_FILE);
}

/** `outdir` has to be in the project: what is not bundled is found in its node_modules. */
export async function buildBff(outdir = 'dist'): Promise<void> {
  // Loaded only when needed: it starts a process of its own.
  const { build, stop } = await import('esbuild');
  await build({
    entryPoints: BFF_ENTRIES,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  await stop();
}

async function buildWeb(options: {
  variables: NodeJS.ProcessEnv;
  onChild: (child: RunningChild) => void;
}): Promise<void> {
  const lines: string[] = [];
  const child = startChild({
    args: ['node_modules/next/dist/bin/next', 'build'],
    env: options.variables,
    onLine: (line) => lines.push(line),
  });
  options.onChild(child);
  if ((await child.ended) !== 0) {
    throw new ExplainedFailure(`The web app could not be built:\n${lines.join('\n')}`);
  }
}
