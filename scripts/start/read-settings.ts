import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { type Env, readEnv } from '@/lib/infra/env/read-env';

export interface StartSettings {
  readonly settings: Env;
  /** The same, as variables for the processes. */
  readonly variables: NodeJS.ProcessEnv;
  /** Whether the database is ours to start; then its address is known only later. */
  readonly embeddedDatabase: boolean;
}

/** The shell's variables win over `.env`; what is needed and missing is made up and kept in the data folder. */
export function readSettings(options: { dataFolder: string; dev: boolean }): StartSettings {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  const given = { ...file, ...process.env };
  const embeddedDatabase = !given.DATABASE_URL?.trim();
  const variables: NodeJS.ProcessEnv = {
    ...given,
    NODE_ENV: options.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: embeddedDatabase ? 'postgresql://127.0.0.1' : given.DATABASE_URL,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET?.trim() || keptSecret(options.dataFolder, 'session-secret'),
  };
  const settings = readEnv(variables);
  const { PORT, BFF_PORT, BFF_CONNECT_HOST, NEXTAUTH_URL, WEB_ORIGIN } = settings;
  return {
    settings,
    embeddedDatabase,
    variables: {
      ...variables,
      ...{ NEXTAUTH_URL, BFF_CONNECT_HOST, WEB_ORIGIN: WEB_ORIGIN.join(',') },
      ...{ PORT: String(PORT), BFF_PORT: String(BFF_PORT) },
    },
  };
}

/** Made once and kept, so that a restart neither signs everybody out nor loses the database. */
export function keptSecret(dataFolder: string, name: string): string {
  const file = path.join(dataFolder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
