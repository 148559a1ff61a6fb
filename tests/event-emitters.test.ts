import path from 'node:path';
import { expect, it } from 'vitest';
import { catalogue, type TopicName } from '@/lib/contracts/events/catalogue';
import { consumerGroups } from '@/lib/contracts/events/consumer-groups';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { commandAliases } from '@/lib/contracts/events/topics/notification-commands';
import { decodeEvent } from '@/lib/contracts/events/wire';
import { attendanceTable } from '@/server/consumers/groups/attendance-service-group/attendance-table';
import { gatewayTable, gatewayTopics } from '@/server/consumers/groups/gateway/gateway-table';
import { notificationTable } from '@/server/consumers/groups/notification-service-group/notification-table';
import { domainGroups } from '@/server/consumers/run-domain-groups';
import { apiRoutes } from './call-route';
import { readEventSources } from './event-sources';

const sources = readEventSources();

/** Where work begins: a request, a socket or a record, or the time. */
const entries: ReadonlyMap<string, string> = new Map([
  ...apiRoutes
    .filter((route) => route !== '/api/openapi.json')
    .sort()
    .map((route): [string, string] => [`app${route}/route.ts`, `\`${route}\``]),
  ['server/clock/run-clock.ts', 'the clock'],
  ['server/start-bff.ts', 'the BFF'],
]);

/** Topics of which every event has to be emitted by now. */
const whole: readonly TopicName[] = [
  'announcement.events',
  'user.events',
  'course.events',
  'enrollment.events',
  'attendance.events',
  'notification.commands',
  'notification.status',
  'communication.events',
];

function emittersOf(type: string): string[] {
  const publishers = sources.publishersOf(type);
  const found = [...entries].filter(([file]) =>
    publishers.some((publisher) => sources.reaches(file, publisher)),
  );
  // The BFF runs the clock: it is said once.
  const isClock = found.some(([file]) => file.includes('clock'));
  return found.filter(([file]) => !(isClock && file === 'server/start-bff.ts')).map(([, name]) => name);
}

const typesOf = (topic: TopicName) => Object.keys(catalogue[topic].events);
const topics = Object.keys(catalogue).filter((name): name is TopicName => name in catalogue);

/** What is done with each event: by the groups of the contract that run here, and by the gateway, which shows it. */
const consumers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'notification-service-group': notificationTable,
  'attendance-service-group': attendanceTable,
  gateway: gatewayTable,
};

function consumersOf(type: string): { by: string[]; ignoredBy: string[] } {
  const rows = Object.entries(consumers).flatMap(([group, table]) =>
    Object.hasOwn(table, type) ? [{ group, handler: table[type] }] : [],
  );
  return {
    by: rows.flatMap(({ group, handler }) =>
      typeof handler === 'function' ? [`${group} \`${handler.name}\``] : [],
    ),
    ignoredBy: rows.filter(({ handler }) => handler === 'ignore').map(({ group }) => group),
  };
}

/** Read and acted on by nobody here, and why that is right. */
const forOthersAlone: ReadonlyMap<string, string> = new Map([
  [
    'ATTENDANCE_REPORT_GENERATED',
    'whoever asked has the report in the answer; the contract has it for the analytics service',
  ],
]);

/** Commands by the names they are also read under, as the wire reads them. */
const aliases = Object.keys(commandAliases).map((name) => {
  const read = decodeEvent(Buffer.from(encodeAs(name)));
  return { name, type: read.kind === 'event' ? read.envelope.event_type : '' };
});

function encodeAs(name: string): string {
  const type = Object.entries(commandAliases).find(([alias]) => alias === name)?.[1];
  return JSON.stringify({ ...exampleEnvelope(type ?? 'SEND_IN_APP'), event_type: name });
}

function rowOf(name: string, type: string, emittedBy: string): string {
  const { by, ignoredBy } = consumersOf(type);
  const consumedBy = by.join(', ') || forOthersAlone.get(type) || '—';
  return `| ${name} | ${emittedBy || '—'} | ${consumedBy} | ${ignoredBy.join(', ') || '—'} |`;
}

/** Which groups of the contract read a topic, and which of them run here. */
function readersOf(topic: TopicName): string {
  const running: readonly string[] = domainGroups;
  const named = Object.entries(consumerGroups)
    .filter(([, group]) => group.topics.some((each) => each === topic))
    .map(([id]) => (running.includes(id) ? `**${id}**` : id));
  const isShown = gatewayTopics.some((each) => each === topic);
  return `Read by ${[...named, ...(isShown ? ['**gateway**'] : [])].join(', ') || 'no group of the contract'}.`;
}

it('each event of the contract is listed with who emits it and who acts on it', async () => {
  const sections = topics
    .filter((topic) => typesOf(topic).length > 0)
    .map((topic) => {
      const rows = typesOf(topic).map((type) => rowOf(`\`${type}\``, type, emittersOf(type).join(', ')));
      const renamed = aliases
        .filter(({ type }) => typesOf(topic).includes(type))
        .map(({ name, type }) => rowOf(`\`${name}\`, read as \`${type}\``, type, 'other services'));
      return [
        ...[`## ${topic}`, '', readersOf(topic), ''],
        ...['| event | emitted by | consumed by | ignored by |', '| --- | --- | --- | --- |'],
        ...[...rows, ...renamed],
      ].join('\n');
    });
  const about =
    'Read from the code by `tests/event-emitters.test.ts` (`npx vitest run tests/event-emitters -u` writes it). A dash: ' +
    'the part of the product that emits it is not there yet; what other services emit of it is read all the same. ' +
    'Groups in bold run here, each with a row for every event it reads: a handler, or that it is deliberately ignored. ' +
    'The others are other services of the contract. The event desk shows every topic.';
  const page = `# Who emits what, and who acts on it\n\n${about}\n\n${sections.join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot(path.join(process.cwd(), 'docs/EMITTERS.md'));
});

it('the groups that run here are those that are listed', () => {
  expect(Object.keys(consumers)).toEqual([...domainGroups, 'gateway']);
});

it('a command of the contract is read under each of its names, and carried out', () => {
  expect(aliases.map(({ name }) => name).sort()).toEqual(['SEND_BULK_NOTIFICATION', 'SEND_NOTIFICATION']);
  const commands = [...typesOf('notification.commands'), ...aliases.map(({ type }) => type)];
  expect(commands.filter((type) => consumersOf(type).by.length === 0)).toEqual([]);
});

it.each(whole)('every event of %s is acted on, or it is said who else it is for', (topic) => {
  const lacking = typesOf(topic).filter(
    (type) => consumersOf(type).by.length === 0 && !forOthersAlone.has(type),
  );
  expect(lacking).toEqual([]);
});

it('nothing is said to be for others alone that is acted on here', () => {
  expect([...forOthersAlone.keys()].filter((type) => consumersOf(type).by.length > 0)).toEqual([]);
});

it('nothing that is published is emitted by nobody', () => {
  expect([...sources.published].filter((type) => emittersOf(type).length === 0)).toEqual([]);
});

it.each(whole)('every event of %s is emitted', (topic) => {
  expect(typesOf(topic).filter((type) => emittersOf(type).length === 0)).toEqual([]);
});
