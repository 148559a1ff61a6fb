import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { readEnv } from '@/lib/infra/env/read-env';
import { settings } from '@/lib/infra/env/settings';
import { BFF_ENTRIES } from './start/build-product';

const Service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const Compose = z.object({ services: z.record(z.string(), Service) });

const { services } = Compose.parse(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }));
const service = (name: string) => services[name] ?? expect.fail(`there is no service ${name}`);
const published = (name: string) => service(name).ports.map((port) => port.split(':').slice(-2).join(':'));
const OURS = ['topics', 'migrate', 'bff', 'web'];
/** As docker compose fills them in from a shell that sets only what has to be set. */
const filledIn = (text: string) =>
  text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, _name, kind, rest) =>
    kind === '-' ? rest : 'a secret of at least 32 characters, as asked',
  );
const environmentOf = (name: string) =>
  Object.fromEntries(Object.entries(service(name).environment).map(([key, value]) => [key, filledIn(value)]));

describe('docker-compose.yml', () => {
  it('has every part, and nothing that KRaft made needless', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', 'kafka', 'kafka-ui', ...OURS].sort());
  });

  it('runs Kafka in KRaft on the contract’s addresses and limits', () => {
    expect(published('kafka')).toEqual(['9092:9092', '29092:29092']);
    expect(published('kafka-ui')).toEqual(['8090:8080']);
    expect(service('kafka').environment).toMatchObject({
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_ADVERTISED_LISTENERS: 'PLAINTEXT://kafka:29092,PLAINTEXT_HOST://localhost:9092',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'PLAINTEXT',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_LOG_RETENTION_HOURS: '168',
      KAFKA_MESSAGE_MAX_BYTES: '10485760',
    });
  });

  it('creates the catalogue’s topics, with as many copies as there are brokers, before anything uses them', () => {
    expect(service('topics').command).toEqual(['node', 'dist/create-topics.mjs']);
    expect(BFF_ENTRIES['create-topics']).toBe('scripts/create-topics.ts');
    const source = readFileSync('server/topics/ensure-topics.ts', 'utf8');
    expect(source).toContain('topicSpecs({ replicationFactor: options.replicationFactor })');
    const copies = readEnv(environmentOf('topics')).KAFKA_REPLICATION_FACTOR;
    const brokers = Object.values(services).filter(({ environment }) => environment.KAFKA_PROCESS_ROLES);
    expect(copies).toBe(brokers.length);
    expect(topicSpecs({ replicationFactor: copies })).toHaveLength(13);
    expect(service('topics').depends_on).toEqual({ kafka: { condition: 'service_healthy' } });
    expect(service('bff').depends_on.topics).toEqual({ condition: 'service_completed_successfully' });
  });

  it.each(OURS)('gives %s settings that are known and right, and the same to all', (name) => {
    const given = environmentOf(name);
    expect(Object.keys(settings)).toEqual(expect.arrayContaining(Object.keys(given)));
    const env = readEnv(given);
    expect(env.KAFKA_BROKERS).toEqual(['kafka:29092']);
    expect(new URL(env.DATABASE_URL).host).toBe('postgres:5432');
    expect(env.BFF_CONNECT_HOST).toBe('bff');
    expect(given).toEqual(environmentOf('web'));
  });

  it('shows only the web server to the network', () => {
    const open = Object.entries(services).flatMap(([name, { ports }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${name} ${port}`),
    );
    expect(open).toEqual(['web 3000:3000']);
  });

  it('starts commands that the build makes', () => {
    const commands = OURS.flatMap((name) => service(name).command.filter((part) => part.startsWith('dist/')));
    const built = Object.keys(BFF_ENTRIES).map((entry) => `dist/${entry}.mjs`);
    expect(commands.sort()).toEqual(built.sort());
  });
});
