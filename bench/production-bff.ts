import { buildBff } from '@/scripts/start/build-product';
import { type BffProcess, startBffProcess } from '@/tests/bff-process';
import type { World } from './world';

const FOLDER = 'dist/bench';
let built: Promise<void> | null = null;

/** The BFF bundled as `npm start` runs it; made once a run, beside what `npm start` has made. */
export async function startProductionBff(
  world: World,
  options: { databaseUrl: string; brokers: readonly string[] | null },
): Promise<BffProcess> {
  built ??= buildBff(FOLDER);
  await built;
  const bff = await startBffProcess({ ...options, entry: ['--enable-source-maps', `${FOLDER}/bff.mjs`] });
  world.after(() => bff.stop());
  return bff;
}
