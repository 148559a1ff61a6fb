import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExplainedFailure } from './explained-failure';

const MARK = 'generated/prisma/.made-of';

/** Writes the typed database client when the schema has changed. Returns whether it did. */
export function generatePrisma(): boolean {
  const made = fingerprint();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === made) return false;
  const done = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    // Generating needs no schema engine; naming any file keeps Prisma from downloading one.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    encoding: 'utf8',
  });
  if (done.status !== 0) {
    throw new ExplainedFailure(`The database client could not be generated:\n${done.stdout}${done.stderr}`);
  }
  writeFileSync(MARK, made);
  return true;
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/prisma/package.json'));
  for (const name of readdirSync('prisma/schema').sort()) {
    hash.update(`${name}\n`).update(readFileSync(path.join('prisma/schema', name)));
  }
  return hash.digest('hex');
}
