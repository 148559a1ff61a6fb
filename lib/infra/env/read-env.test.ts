import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { InvalidEnvironment, readEnv } from './read-env';
import { settings } from './settings';

const required = {
  DATABASE_URL: 'postgresql://nimbusu:hidden-password@127.0.0.1:5432/nimbusu',
  NEXTAUTH_SECRET: 's'.repeat(32),
};

function problemsOf(source: Record<string, string>): string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('readEnv', () => {
  it('needs only the database and the secret', () => {
    expect(readEnv(required)).toMatchObject({
      ...required,
      KAFKA_BROKERS: null,
      KAFKA_REPLICATION_FACTOR: 1,
      PORT: 3000,
      BFF_PORT: 3001,
      BFF_HOST: '127.0.0.1',
      BFF_CONNECT_HOST: '127.0.0.1',
      WEB_HOST: '127.0.0.1',
      WEB_ORIGIN: ['http://127.0.0.1:3000', 'http://localhost:3000'],
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      SEED_DEMO: true,
    });
  });

  it('reads an empty variable as an absent one', () => {
    expect(readEnv({ ...required, KAFKA_BROKERS: '', PORT: ' ' })).toMatchObject({
      KAFKA_BROKERS: null,
      PORT: 3000,
    });
  });

  it('splits lists', () => {
    const env = readEnv({
      ...required,
      KAFKA_BROKERS: 'one:9092, two:9093',
      WEB_ORIGIN: 'https://portal.example.edu,http://localhost:8080',
    });
    expect(env.KAFKA_BROKERS).toEqual(['one:9092', 'two:9093']);
    expect(env.WEB_ORIGIN).toEqual([
      'https://portal.example.edu',
      'http://localhost:8080',
      'http://127.0.0.1:8080',
    ]);
    expect(env.NEXTAUTH_URL).toBe('https://portal.example.edu');
  });

  it.each([
    [{ BFF_HOST: '10.0.0.7' }, '10.0.0.7'],
    [{ BFF_HOST: '0.0.0.0' }, '127.0.0.1'],
    [{ BFF_HOST: '0.0.0.0', BFF_CONNECT_HOST: 'bff' }, 'bff'],
  ])('finds the BFF of %j at %s', (source, expected) => {
    expect(readEnv({ ...required, ...source }).BFF_CONNECT_HOST).toBe(expected);
  });

  it('names every wrong variable at once, one line each', () => {
    const lines = problemsOf({
      DATABASE_URL: 'mysql://root:hidden-password@db/x',
      NEXTAUTH_SECRET: 'short-secret',
      PORT: '70000',
      BFF_PORT: '30o1',
      KAFKA_BROKERS: 'broker',
      LOG_LEVEL: 'loud',
      SEED_DEMO: 'yes',
      WEB_ORIGIN: 'https://portal.example.edu/path',
      SESSION_MAX_AGE_SECONDS: '1',
    });
    expect(lines).toEqual([
      'DATABASE_URL: must be a PostgreSQL address: postgresql://user:password@host:port/database',
      'KAFKA_BROKERS: must be a comma list of host:port, such as 127.0.0.1:9092, not "broker"',
      'PORT: must be a whole number from 1 to 65535, not "70000"',
      'BFF_PORT: must be a whole number from 1 to 65535, not "30o1"',
      'WEB_ORIGIN: must be a comma list of origins without a path, such as https://portal.example.edu, not "https://portal.example.edu/path"',
      'NEXTAUTH_SECRET: must have at least 32 characters',
      'SESSION_MAX_AGE_SECONDS: must be a whole number from 60 to 31536000, not "1"',
      'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, not "loud"',
      'SEED_DEMO: must be one of true, false, not "yes"',
    ]);
  });

  it('never says the value of a secret', () => {
    const text = problemsOf({ DATABASE_URL: 'hidden-password', NEXTAUTH_SECRET: 'short-secret' }).join();
    expect(text).toContain('DATABASE_URL');
    expect(text).not.toMatch(/hidden-password|short-secret/);
  });

  it('says what is missing', () => {
    expect(problemsOf({})).toEqual(['DATABASE_URL: is missing', 'NEXTAUTH_SECRET: is missing']);
  });

  it('takes a provider to sign in with whole or not at all, over https, and never says its secret', () => {
    const oidc = {
      OIDC_ISSUER: 'https://login.example.edu',
      OIDC_CLIENT_ID: 'portal',
      OIDC_CLIENT_SECRET: 'hidden',
    };
    expect(readEnv({ ...required, ...oidc })).toMatchObject({ ...oidc, OIDC_NEW_PEOPLE: 'refused' });
    expect(problemsOf({ ...required, OIDC_CLIENT_SECRET: 'hidden' })).toEqual([
      'OIDC_ISSUER: is missing beside the other OIDC settings',
      'OIDC_CLIENT_ID: is missing beside the other OIDC settings',
    ]);
    expect(problemsOf({ ...required, ...oidc, OIDC_ISSUER: 'http://login.example.edu' })).toEqual([
      expect.stringContaining('OIDC_ISSUER: must be an https address'),
    ]);
  });

  it('keeps the two servers on two ports, also by default', () => {
    expect(problemsOf({ ...required, PORT: '3001', LOG_LEVEL: 'loud' })).toEqual([
      expect.stringContaining('LOG_LEVEL'),
      'BFF_PORT: must differ from PORT, both are 3001',
    ]);
  });
});

it('is documented: .env.example names exactly the settings there are', () => {
  const text = readFileSync('.env.example', 'utf8');
  const documented = Object.keys(parseEnv(text.replaceAll(/^# (?=[A-Z_]+=)/gm, '')));
  expect(documented.sort()).toEqual(Object.keys(settings).sort());
});
