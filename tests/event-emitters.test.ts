import path from 'node:path';
import { expect, it } from 'vitest';
import { catalogue, type TopicName } from '@/lib/contracts/events/catalogue';
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

it('each event of the contract is listed with the routes and jobs that emit it', async () => {
  const sections = topics
    .filter((topic) => typesOf(topic).length > 0)
    .map((topic) => {
      const rows = typesOf(topic).map((type) => `| \`${type}\` | ${emittersOf(type).join(', ') || '—'} |`);
      return [`## ${topic}`, '', '| event | emitted by |', '| --- | --- |', ...rows].join('\n');
    });
  const about =
    'Read from the code by `tests/event-emitters.test.ts` (`npx vitest run tests/event-emitters -u` writes it). A dash: ' +
    'the part of the product that emits it is not there yet; what other services emit of it is read all the same.';
  const page = `# Who emits what\n\n${about}\n\n${sections.join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot(path.join(process.cwd(), 'docs/EMITTERS.md'));
});

it('nothing that is published is emitted by nobody', () => {
  expect([...sources.published].filter((type) => emittersOf(type).length === 0)).toEqual([]);
});

it.each(whole)('every event of %s is emitted', (topic) => {
  expect(typesOf(topic).filter((type) => emittersOf(type).length === 0)).toEqual([]);
});
