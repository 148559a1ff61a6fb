import { v4, v5 } from 'uuid';
import { type EventType, eventDefinition } from './catalogue';
import { createEnvelope, type Envelope } from './envelope';

/** The example of a type as a whole event; always the same, so that documents and golden files stay still. */
export function exampleEnvelope<T extends EventType>(type: T): Envelope<T> {
  return createEnvelope(type, eventDefinition(type).example, {
    eventId: v4({ random: v5(type, NAMESPACE, new Uint8Array(16)) }),
    timestamp: '2024-12-27T10:30:00Z',
    correlationId: 'req-12345-abcde',
    metadata: { ip_address: '192.168.1.100' },
  });
}

const NAMESPACE = '550e8400-e29b-41d4-a716-446655440000';
