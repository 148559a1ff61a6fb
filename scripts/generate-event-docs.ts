import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asyncApiDocument } from '@/lib/contracts/events/asyncapi';
import { eventReferenceMarkdown } from '@/lib/contracts/events/event-reference';

/** Writes the documents that derive from the catalogue; with `--check` only compares, and exits 1 when one is stale. */
async function run(): Promise<void> {
  const checkOnly = process.argv.includes('--check');
  for (const [path, text] of Object.entries(documents())) {
    const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
    if ((await readIfThere(file)) === text) continue;
    if (!checkOnly) await writeFile(file, text);
    else process.exitCode = 1;
    console.log(checkOnly ? `${path} is stale: npm run generate` : `${path} written`);
  }
}

const documents = () => ({
  'docs/asyncapi.json': `${JSON.stringify(asyncApiDocument(), null, 2)}\n`,
  'docs/EVENTS.md': eventReferenceMarkdown(),
});

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

await run();
