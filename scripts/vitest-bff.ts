import { rm } from 'node:fs/promises';
import path from 'node:path';
import { BFF_ENTRY } from '@/tests/bff-process';
import { buildBff } from './start/build-product';

/** Vitest's global set-up for integration tests: the BFF bundled as `npm start` runs it, once for all that start one. */
export default async function buildTestBff() {
  const folder = `dist/tests-${process.pid}`;
  await buildBff(folder);
  process.env[BFF_ENTRY] = path.resolve(folder, 'bff.mjs');
  return () => rm(folder, { recursive: true, force: true });
}
