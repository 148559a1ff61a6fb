import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A new folder under the system's temporary one. Unlike `mkdtemp` it may be passed through by other users: started by
 * root, PostgreSQL runs as a user of its own.
 */
export async function scratchFolder(purpose: string): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = path.join(tmpdir(), `nimbusu-${purpose}-${randomUUID().slice(0, 8)}`);
  await mkdir(folder, { mode: 0o711 });
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
