import type { EventCatalogue } from '../http/event-desk';
import {
  catalogue,
  type EventType,
  eventDefinition,
  eventTypes,
  type TopicName,
  topicNames,
  topicOf,
} from './catalogue';
import { consumerGroups } from './consumer-groups';
import { exampleEnvelope } from './example-envelope';
import { fieldRows } from './field-rows';
import { jsonSchemaOf } from './json-schema';
import { stringifyJson } from './lossless-json';
import { fieldKind } from './personal-fields';
import { commandAliases } from './topics/notification-commands';

/** The catalogue to read and search, with what the desk hides of it. Worked out once. */
export function describeCatalogue(): EventCatalogue {
  described ??= { topics: topicNames.map(describeTopic), events: eventTypes.map(describeType) };
  return described;
}

let described: EventCatalogue | undefined;

function describeTopic(name: TopicName): EventCatalogue['topics'][number] {
  const { description, producers, partitions, retentionDays, replicationFactor, events } = catalogue[name];
  return {
    name,
    description,
    producers: [...producers],
    consumers: Object.entries(consumerGroups)
      .filter(([, { topics }]) => topics.some((topic) => topic === name))
      .map(([group, { service }]) => ({ group, service })),
    partitions,
    retention_days: retentionDays,
    replication_factor: replicationFactor,
    event_types: Object.keys(events),
  };
}

function describeType(type: EventType): EventCatalogue['events'][number] {
  const { summary, trigger, version, origin, payload, key } = eventDefinition(type);
  return {
    event_type: type,
    topic: topicOf(type),
    summary,
    trigger,
    version,
    origin,
    key: [...key],
    also_read_as: Object.entries(commandAliases)
      .filter(([, target]) => target === type)
      .map(([alias]) => alias),
    fields: fieldRows(jsonSchemaOf(payload)).map((row) => ({
      ...row,
      personal: fieldKind(row.path.replaceAll('[]', '').split('.').at(-1) ?? '') === 'personal',
    })),
    example: stringifyJson(exampleEnvelope(type)),
  };
}
