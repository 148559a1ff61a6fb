import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the web server finds it; made by the build, never committed. */
export const WORKER_FILE = 'public/sw.js';

/** The pages that can be shown without the network, as the app router names them. */
const KEPT_PAGES =
  /^(?:\(signed-in\)\/(?:\(student\)\/home|\(faculty\)\/faculty|inbox|announcements|announcements\/\[id\])|offline)\//;
const SCRIPT_STYLE_OR_FONT = /\/_next\/static\/[\w\-./~]+\.(?:js|css|woff2)/g;

/** Bundles the service worker for the web build in `.next`: it knows that build's files by name. */
export async function buildWorker(): Promise<void> {
  const { files, others } = await filesOfBuild();
  // Loaded only when needed: it starts a process of its own.
  const { build, stop } = await import('esbuild');
  const bundle = (version: string) =>
    build({
      entryPoints: ['worker/main.ts'],
      bundle: true,
      minify: true,
      write: version !== '',
      outfile: WORKER_FILE,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      logLevel: 'warning',
      define: { BUILD: JSON.stringify({ version, files, others }) },
    });
  // Its version is all of it: another worker or another file makes another one.
  const { outputFiles } = await bundle('');
  const hash = createHash('sha256').update(outputFiles?.[0]?.text ?? '');
  await bundle(hash.digest('base64url').slice(0, 12));
  await stop();
}

/** What the kept pages may load (also only later, by `import()`), and what other pages alone do. */
async function filesOfBuild(): Promise<{ files: string[]; others: string[] }> {
  const named = { kept: new Set<string>(), other: new Set<string>() };
  const app = '.next/server/app';
  for (const file of await readdir(app, { recursive: true })) {
    if (!/(?:-manifest\.json|_client-reference-manifest\.js)$/.test(file)) continue;
    const text = (await readFile(path.join(app, file), 'utf8')).replaceAll('"static/', '"/_next/static/');
    const set = KEPT_PAGES.test(file) ? named.kept : named.other;
    for (const [found] of text.matchAll(SCRIPT_STYLE_OR_FONT)) set.add(found);
  }
  const entries = await readdir('.next/static', { recursive: true });
  const all = entries
    .map((file) => `/_next/static/${file.split(path.sep).join('/')}`)
    .filter((file) => /\.(?:js|css|woff2)$/.test(file))
    .sort();
  const isOther = (file: string) => named.other.has(file) && !named.kept.has(file);
  return { files: all.filter((file) => !isOther(file)), others: all.filter(isOther) };
}
