import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '@/lib/infra/db/database';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { untilAnswers } from '@/scripts/start/until-answers';
import { TEST_SECRET } from '@/tests/campus';
import { copyProject } from './project-copy';
import type { World } from './world';

/** The whole product, built and started as by `npm start`, on a database of its own. */
export interface Portal {
  readonly origin: string;
  /** Of the build. */
  readonly nextFolder: string;
  readonly database: Database;
}

/** What the product's pages and routes are compared with: built with them, in the copy alone. */
export const yardsticks = { emptyPage: '/empty', noOp: '/api/no-op' } as const;
const FILES = {
  'app/empty/page.tsx':
    "export const dynamic = 'force-dynamic';\nexport default function Empty() {\n  return null;\n}\n",
  'app/api/no-op/route.ts':
    "export const dynamic = 'force-dynamic';\nexport const GET = () => Response.json({ ok: true });\n",
};

interface Copy {
  readonly folder: string;
  /** Fixed into the build. */
  readonly ports: { readonly PORT: string; readonly BFF_PORT: string };
}
let copy: Promise<Copy> | null = null;

/** The first one builds, which takes half a minute. */
export async function openPortal(world: World): Promise<Portal> {
  copy ??= makeCopy(world);
  const { folder, ports } = await copy;
  const database = await world.openDatabase();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: folder,
    env: {
      ...process.env,
      ...ports,
      DATABASE_URL: database.url,
      KAFKA_BROKERS: '',
      NEXTAUTH_SECRET: TEST_SECRET,
      SEED_DEMO: 'false',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_READS: '1000000000',
      RATE_LIMIT_WRITES: '1000000000',
    },
    stdio: 'pipe',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const waiting = new AbortController();
  world.after(async () => {
    waiting.abort();
    child.kill('SIGTERM');
    await ended;
  });
  const origin = `http://127.0.0.1:${ports.PORT}`;
  await Promise.race([
    Promise.all([
      untilAnswers(`${origin}/login`, waiting.signal),
      untilAnswers(`http://127.0.0.1:${ports.BFF_PORT}/health/ready`, waiting.signal),
    ]),
    ended.then(() => Promise.reject(new Error(`it ended before it answered: ${output}`))),
  ]);
  return { origin, nextFolder: path.join(folder, '.next'), database };
}

async function makeCopy(world: World): Promise<Copy> {
  const scratch = await scratchFolder('bench-portal');
  world.atEnd(() => scratch.remove());
  copyProject(scratch.path);
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(scratch.path, file)), { recursive: true });
    writeFileSync(path.join(scratch.path, file), text);
  }
  return {
    folder: scratch.path,
    ports: { PORT: String(await freePort()), BFF_PORT: String(await freePort()) },
  };
}
