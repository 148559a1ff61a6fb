import {
  catalogue,
  type EventType,
  eventDefinition,
  isEventType,
  type TopicName,
  topicNames,
} from './catalogue';
import { consumerGroups } from './consumer-groups';
import { DeadLetterEvent } from './dead-letter';
import { EnvelopeHeader } from './envelope';
import { fieldRows } from './field-rows';
import { type JsonSchema, jsonSchemaOf } from './json-schema';
import { commandAliases } from './topics/notification-commands';

/** The text of docs/EVENTS.md. */
export function eventReferenceMarkdown(): string {
  return `${[
    INTRODUCTION,
    '## Topics',
    table(
      ['Topic', 'Partitions', 'Retention', 'Replication', 'Written by', 'Events', 'Description'],
      topicNames.map((name) => topicRow(name)),
    ),
    '## Consumer groups',
    table(
      ['Group', 'Service', 'Topics'],
      Object.entries(consumerGroups).map(([id, { service, topics }]) => [
        code(id),
        service,
        topics.map(code).join(', ') || 'none',
      ]),
    ),
    '## The envelope',
    'Every event is a JSON object with these fields and its own under `payload`.',
    fieldTable(jsonSchemaOf(EnvelopeHeader)),
    ...topicNames.flatMap((name) => topicSection(name)),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# Events

Generated from \`lib/contracts/events\` by \`node --import tsx scripts/generate-event-docs.ts\`; do not edit. The same as
AsyncAPI 3: \`asyncapi.json\`.

**Reading** is tolerant: unknown fields pass, a missing or \`null\` field is its zero value (\`''\`, \`0\`, \`false\`, empty list
or map), Go's zero time \`0001-01-01T00:00:00Z\` is no time, 64-bit integers keep every digit. Only ids marked "not empty"
must be there. **Writing** gives every field marked "yes".
*contract*: the payload is the contract's struct; *designed*: the contract names the event but gives no struct. A higher
minor version only adds optional fields; another major version is another event.`;

function topicRow(name: TopicName) {
  const { partitions, retentionDays, replicationFactor, producers, events, description } = catalogue[name];
  const days = `${retentionDays} ${retentionDays === 1 ? 'day' : 'days'}`;
  const numbers = [partitions, days, replicationFactor].map(String);
  return [code(name), ...numbers, producers.join(', '), String(Object.keys(events).length), description];
}

function topicSection(name: TopicName): string[] {
  const types = Object.keys(catalogue[name].events).filter(isEventType);
  const readers = Object.entries(consumerGroups)
    .filter(([, { topics }]) => topics.some((topic) => topic === name))
    .map(([id]) => code(id));
  return [
    `## ${name}`,
    `Read by ${readers.join(', ') || 'no group of the contract'}.`,
    ...(types.length > 0 ? types.flatMap((type) => eventSection(type)) : deadLetterSection()),
  ];
}

function deadLetterSection(): string[] {
  return ['No envelope: each record is one `DeadLetterEvent`.', fieldTable(jsonSchemaOf(DeadLetterEvent))];
}

function eventSection(type: EventType): string[] {
  const { summary, trigger, version, origin, payload, key } = eventDefinition(type);
  const aliases = Object.entries(commandAliases)
    .filter(([, target]) => target === type)
    .map(([alias]) => code(alias));
  return [
    `### ${type}`,
    `${summary}. Trigger: ${trigger}. Version ${version}, *${origin}*. Key: ${key.map(code).join(', else ')}.` +
      (aliases.length > 0 ? ` Also read under the name ${aliases.join(', ')}.` : ''),
    fieldTable(jsonSchemaOf(payload)),
    `[Example](../lib/contracts/events/golden/${type}.json)`,
  ];
}

function fieldTable(schema: JsonSchema): string {
  return table(
    ['Field', 'Type', 'Given', 'Notes'],
    fieldRows(schema).map(({ path, type, required, notes }) => [
      code(path),
      type,
      required ? 'yes' : '',
      notes,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string) => `\`${text}\``;
