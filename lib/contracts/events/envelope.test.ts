import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { eventDefinition } from './catalogue';
import { createEnvelope, partitionKeyOf } from './envelope';
import { exampleEnvelope } from './example-envelope';

const { example } = eventDefinition('ANNOUNCEMENT_PUBLISHED');

describe('createEnvelope', () => {
  it('fills the envelope: a random UUID, the version of the catalogue, now, the service of the topic', () => {
    const before = Date.now();
    const envelope = createEnvelope('ANNOUNCEMENT_PUBLISHED', example, { correlationId: 'req-1' });
    expect(envelope).toMatchObject({
      event_id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      event_type: 'ANNOUNCEMENT_PUBLISHED',
      event_version: '1.2',
      service_name: 'announcement-service',
      correlation_id: 'req-1',
      metadata: {},
    });
    expect(Date.parse(envelope.timestamp)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(envelope.timestamp)).toBeLessThanOrEqual(Date.now());
  });

  it('takes what it is given', () => {
    const options = {
      serviceName: 'nimbusu',
      correlationId: 'req-2',
      eventId: '550e8400-e29b-41d4-a716-446655440000',
      timestamp: '2024-12-27T10:30:00Z',
      metadata: { ip_address: '10.0.0.1' },
    };
    expect(createEnvelope('ANNOUNCEMENT_PUBLISHED', example, options)).toMatchObject({
      event_id: options.eventId,
      timestamp: options.timestamp,
      service_name: 'nimbusu',
      metadata: { ip_address: '10.0.0.1' },
    });
  });

  it('refuses a payload that breaks the schema', () => {
    expect(() =>
      createEnvelope('ANNOUNCEMENT_PUBLISHED', { ...example, announcement_id: '' }, { correlationId: '' }),
    ).toThrow(ZodError);
  });
});

describe('partitionKeyOf', () => {
  it('is the id the event is about', () => {
    expect(partitionKeyOf(exampleEnvelope('ANNOUNCEMENT_PUBLISHED'))).toBe(example.announcement_id);
    const marked = exampleEnvelope('ATTENDANCE_MARKED');
    expect(partitionKeyOf(marked)).toBe(marked.payload.course_id);
  });

  it('is the next id when the first is empty, and the event itself when all are', () => {
    const view = exampleEnvelope('PAGE_VIEW');
    const anonymous = { ...view, payload: { ...view.payload, user_id: '' } };
    expect(partitionKeyOf(anonymous)).toBe(view.payload.session_id);
    expect(partitionKeyOf({ ...view, payload: { ...anonymous.payload, session_id: '' } })).toBe(
      view.event_id,
    );
  });
});
