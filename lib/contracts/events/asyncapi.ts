import {
  catalogue,
  type EventType,
  eventDefinition,
  eventTypes,
  type TopicName,
  topicNames,
} from './catalogue';
import { consumerGroups } from './consumer-groups';
import { DeadLetterEvent } from './dead-letter';
import { EnvelopeHeader } from './envelope';
import { exampleEnvelope } from './example-envelope';
import { jsonSchemaOf } from './json-schema';
import { retentionMs } from './topic-specs';

/** The catalogue as an AsyncAPI 3.0 document: JSON data, the same at each call. */
export function asyncApiDocument() {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'NimbusU events',
      version: '1.1.0',
      description: 'Every Kafka topic and event of NimbusU. Generated from lib/contracts/events.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topicNames.map((name) => [name, channel(name)])),
    operations: { ...Object.fromEntries(sends()), ...Object.fromEntries(receives()) },
    components: {
      messages: {
        ...Object.fromEntries(eventTypes.map((type) => [type, message(type)])),
        [DEAD_LETTER]: deadLetterMessage(),
      },
      schemas: { BaseEvent: jsonSchemaOf(EnvelopeHeader) },
    },
  };
}

const DEAD_LETTER = 'DeadLetterEvent';

/** What travels on a topic: its events, or dead letters. */
const messagesOf = (name: TopicName): string[] => {
  const types = Object.keys(catalogue[name].events);
  return types.length > 0 ? types : [DEAD_LETTER];
};

function channel(name: TopicName) {
  const { description, partitions, replicationFactor, retentionDays } = catalogue[name];
  return {
    address: name,
    description,
    messages: Object.fromEntries(
      messagesOf(name).map((type) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    bindings: {
      kafka: {
        topic: name,
        partitions,
        replicas: replicationFactor,
        topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': retentionMs(retentionDays) },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function message(type: EventType) {
  const { summary, trigger, version, origin, payload, key } = eventDefinition(type);
  return {
    name: type,
    title: type,
    summary,
    description: `Trigger: ${trigger}.`,
    contentType: 'application/json',
    payload: {
      allOf: [
        { $ref: '#/components/schemas/BaseEvent' },
        {
          type: 'object',
          required: ['event_type', 'payload'],
          properties: { event_type: { const: type }, payload: jsonSchemaOf(payload) },
        },
      ],
    },
    bindings: { kafka: { key: keySchema(key.join(', else ')), bindingVersion: '0.5.0' } },
    examples: [{ name: type, payload: exampleEnvelope(type) }],
    'x-event-version': version,
    'x-origin': origin,
  };
}

function deadLetterMessage() {
  return {
    name: DEAD_LETTER,
    title: DEAD_LETTER,
    summary: 'An event that a consumer group could not process',
    contentType: 'application/json',
    payload: jsonSchemaOf(DeadLetterEvent),
  };
}

const keySchema = (description: string) => ({ type: 'string', description });

function sends() {
  return topicNames.flatMap((name) =>
    catalogue[name].producers.map(
      (producer) => [`${producer}.send.${name}`, operation('send', name, `${producer} writes`)] as const,
    ),
  );
}

function receives() {
  return Object.entries(consumerGroups).flatMap(([groupId, { service, topics }]) =>
    topics.map(
      (name) =>
        [
          `${groupId}.receive.${name}`,
          {
            ...operation('receive', name, `${service} reads`),
            bindings: { kafka: { groupId: { type: 'string', enum: [groupId] }, bindingVersion: '0.5.0' } },
          },
        ] as const,
    ),
  );
}

/** Without a list of its own an operation covers every message of its channel. */
function operation(action: 'send' | 'receive', name: TopicName, who: string) {
  return {
    action,
    summary: `${who} ${name}`,
    channel: { $ref: `#/channels/${name}` },
  };
}
