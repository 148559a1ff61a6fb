import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the wire form bundles for a browser: nothing of Node in it', async () => {
  const { outputFiles, errors } = await build({
    entryPoints: [fileURLToPath(new URL('./wire.ts', import.meta.url))],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
  expect(outputFiles[0]?.text).toContain('ANNOUNCEMENT_PUBLISHED');
  expect(outputFiles[0]?.text).not.toMatch(/\bBuffer\.from\b|require\("node:/);
});
