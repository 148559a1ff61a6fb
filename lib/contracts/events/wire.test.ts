import { describe, expect, it } from 'vitest';
import { exampleEnvelope } from './example-envelope';
import { decodeEvent, encodeEvent } from './wire';

const bytes = (text: string) => new TextEncoder().encode(text);
const decode = (value: unknown) => decodeEvent(bytes(JSON.stringify(value)));

/** An announcement as a Go service sends it, with changes. */
const announcement = (payload: object = {}, header: object = {}) => ({
  event_id: '550e8400-e29b-41d4-a716-446655440000',
  event_type: 'ANNOUNCEMENT_PUBLISHED',
  event_version: '1.0',
  timestamp: '2024-12-27T10:30:00Z',
  service_name: 'announcement-service',
  correlation_id: 'req-1',
  metadata: null,
  ...header,
  payload: {
    announcement_id: 'announcement-1',
    title: 'Holiday',
    content: 'No classes on Monday.',
    announcement_type: 'general',
    priority: 'normal',
    target_audience: 'all',
    target_details: {
      department_ids: null,
      program_ids: null,
      course_ids: null,
      group_ids: null,
      user_ids: null,
    },
    created_by: 'admin-1',
    published_at: '2024-12-27T10:30:00Z',
    expires_at: '0001-01-01T00:00:00Z',
    ...payload,
  },
});

const payloadRead = (value: unknown) => {
  const decoded = decode(value);
  if (decoded.kind !== 'event') throw new Error(JSON.stringify(decoded));
  return decoded.envelope.payload;
};

describe('an event of another service', () => {
  it('is read with nulls, the zero time and fields left out', () => {
    expect(payloadRead(announcement())).toEqual({
      ...announcement().payload,
      target_details: {
        department_ids: [],
        program_ids: [],
        course_ids: [],
        group_ids: [],
        user_ids: [],
        role_names: [],
      },
      expires_at: null,
      created_by_name: '',
      created_at: null,
      status: '',
      acknowledgement_required: false,
      scheduled_for: null,
      pinned_at: null,
      revision: 0,
      announced_revision: 0,
      revised_at: null,
      version: 0,
    });
  });

  it('is read when it holds nothing but the id', () => {
    const { announcement_id } = announcement().payload;
    expect(payloadRead({ ...announcement(), payload: { announcement_id } })).toMatchObject({
      announcement_id,
      title: '',
      priority: '',
      target_details: { user_ids: [] },
      published_at: null,
    });
  });

  it('keeps fields nobody knows, in the envelope, the payload and inside', () => {
    const sent = announcement(
      { color: 'red', target_details: { user_ids: ['u1'], campus: 'north' } },
      { trace_flags: 1 },
    );
    const decoded = decode(sent);
    expect(decoded).toMatchObject({ kind: 'event', envelope: { trace_flags: 1, payload: { color: 'red' } } });
    if (decoded.kind === 'event') {
      expect(JSON.parse(encodeEvent(decoded.envelope))).toMatchObject({
        trace_flags: 1,
        payload: { color: 'red', target_details: { user_ids: ['u1'], campus: 'north' } },
      });
    }
  });

  it.each([
    '2024-12-27T10:30:00Z',
    '2024-12-27T16:00:00+05:30',
    '2024-12-27T10:30:00.123456789Z',
    '2024-12-27T02:30:00.5-08:00',
  ])('keeps the time %s as it is written', (time) => {
    expect(payloadRead(announcement({ published_at: time }, { timestamp: time }))).toMatchObject({
      published_at: time,
    });
  });

  it.each(['0001-01-01T00:00:00Z', '0001-01-01T00:00:00+00:00', '', null])(
    'reads the time %j as none',
    (time) => {
      expect(payloadRead(announcement({ published_at: time, expires_at: time }))).toMatchObject({
        published_at: null,
        expires_at: null,
      });
    },
  );

  it('is read when its service forgot the time of the envelope', () => {
    const timestamp = '0001-01-01T00:00:00Z';
    expect(decode(announcement({}, { timestamp }))).toMatchObject({ kind: 'event', envelope: { timestamp } });
  });

  it('may use values and ids of its own', () => {
    expect(payloadRead(announcement({ priority: 'critical', announcement_id: '42' }))).toMatchObject({
      priority: 'critical',
      announcement_id: '42',
    });
  });

  it('may be of a higher minor version', () => {
    expect(decode(announcement({}, { event_version: '1.7' }))).toMatchObject({
      kind: 'event',
      envelope: { event_version: '1.7' },
    });
  });
});

describe('the names of the schemas', () => {
  it('SEND_BULK_NOTIFICATION is SEND_BULK', () => {
    const decoded = decode({ ...exampleEnvelope('SEND_BULK'), event_type: 'SEND_BULK_NOTIFICATION' });
    expect(decoded).toEqual({ kind: 'event', envelope: exampleEnvelope('SEND_BULK') });
  });

  it("SEND_NOTIFICATION, the contract's example, is a command whose channels tell where it goes", () => {
    const decoded = decode({
      event_id: '550e8400-e29b-41d4-a716-446655440004',
      event_type: 'SEND_NOTIFICATION',
      event_version: '1.0',
      timestamp: '2024-12-27T15:00:00Z',
      service_name: 'content-service',
      correlation_id: 'req-content-share-001',
      payload: {
        notification_id: 'notif-uuid-12345',
        recipient_user_id: 'student-uuid-001',
        recipient_email: 'student@university.edu',
        notification_type: 'content',
        title: 'New Course Material Available',
        message: 'New lecture notes for CS101 have been uploaded.',
        channels: ['email', 'push', 'in_app'],
        priority: 'normal',
        template_id: 'template-new-content',
        template_data: { course_name: 'Data Structures', faculty_name: 'Dr. Smith' },
        action_url: '/content/view/content-uuid-12345',
        scheduled_at: null,
        expires_at: null,
      },
    });
    expect(decoded).toMatchObject({
      kind: 'event',
      envelope: {
        event_type: 'SEND_IN_APP',
        payload: { channels: ['email', 'push', 'in_app'], recipient_phone: '', scheduled_at: null },
      },
    });
  });
});

describe('64-bit integers', () => {
  const withNumber = (digits: string) =>
    encodeEvent(exampleEnvelope('USER_CREATED')).replace('2024001234', digits);

  it.each([
    '0',
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '9223372036854775807',
    '-9223372036854775808',
  ])('register_no %s keeps every digit', (digits) => {
    const decoded = decodeEvent(bytes(withNumber(digits)));
    expect(decoded.kind).toBe('event');
    if (decoded.kind === 'event') expect(encodeEvent(decoded.envelope)).toBe(withNumber(digits));
  });

  it('also in fields nobody knows', () => {
    const sent = encodeEvent(exampleEnvelope('USER_CREATED')).replace(
      '"payload":{',
      '"payload":{"old_numbers":[9007199254740993,{"n":-12345678901234567890}],',
    );
    const decoded = decodeEvent(bytes(sent));
    expect(decoded.kind === 'event' && encodeEvent(decoded.envelope)).toContain(
      '"old_numbers":[9007199254740993,{"n":-12345678901234567890}]',
    );
  });

  it.each(['9223372036854775808', '-9223372036854775809', '1.5', '"2024001234"'])(
    'register_no %s is none',
    (digits) => {
      expect(decodeEvent(bytes(withNumber(digits)))).toMatchObject({
        kind: 'invalid',
        reason: expect.stringContaining('payload.register_no: '),
      });
    },
  );
});

it('a float64 that is written without a point is a number all the same', () => {
  const sent = encodeEvent(exampleEnvelope('PAGE_VIEW')).replace('"value":1,', '"value":100000000000000000,');
  const decoded = decodeEvent(bytes(sent));
  expect(decoded).toMatchObject({ kind: 'event', envelope: { payload: { value: 1e17 } } });
});

describe('what is no event', () => {
  it.each([
    ['a tombstone', null],
    ['nothing', bytes('')],
    ['half a JSON', bytes('{"event_id":')],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d)],
    ['a list', bytes('[]')],
    ['a text', bytes('"x"')],
    ['null', bytes('null')],
    ['a wide number for a name', bytes('{12345678901234567890:1}')],
    ['a wide number with a leading zero', bytes('{"n":012345678901234567890}')],
  ])('%s is undecodable', (_name, value) => {
    expect(decodeEvent(value)).toEqual({ kind: 'undecodable', reason: expect.stringMatching(/./) });
  });

  it('an envelope that breaks the contract is invalid, and says where', () => {
    expect(decode({})).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('event_id: ') });
    expect(decode(announcement({}, { event_id: 'not-a-uuid' }))).toEqual({
      kind: 'invalid',
      reason: 'event_id: Invalid UUID',
      eventId: 'not-a-uuid',
      eventType: 'ANNOUNCEMENT_PUBLISHED',
    });
    for (const header of [
      { event_type: 'announcement' },
      { event_version: '1' },
      { timestamp: 'yesterday' },
      { service_name: null },
      { metadata: { attempt: 1 } },
    ]) {
      expect(decode(announcement({}, header)), JSON.stringify(header)).toMatchObject({
        kind: 'invalid',
        reason: expect.stringContaining(Object.keys(header)[0] ?? ''),
      });
    }
  });

  it('a payload that breaks its schema is invalid, and says where', () => {
    expect(
      decode(announcement({ announcement_id: '', title: 7, target_details: { user_ids: ['u1', 2] } })),
    ).toEqual({
      kind: 'invalid',
      reason: expect.stringMatching(
        /^payload\.announcement_id: .+; payload\.title: .+; payload\.target_details\.user_ids\.1: .+$/,
      ),
      eventId: '550e8400-e29b-41d4-a716-446655440000',
      eventType: 'ANNOUNCEMENT_PUBLISHED',
    });
    for (const payload of [undefined, null, [], 'text']) {
      expect(decode({ ...announcement(), payload })).toMatchObject({ kind: 'invalid' });
    }
  });

  it('a type or a major version the catalogue does not have is unknown', () => {
    expect(decode(announcement({}, { event_type: 'SOMETHING_NEW' }))).toEqual({
      kind: 'unknown',
      eventType: 'SOMETHING_NEW',
      eventVersion: '1.0',
    });
    expect(decode({ ...announcement({}, { event_version: '2.0' }), payload: 'of another shape' })).toEqual({
      kind: 'unknown',
      eventType: 'ANNOUNCEMENT_PUBLISHED',
      eventVersion: '2.0',
    });
  });

  it('nesting beyond any stack is answered, not thrown', () => {
    const deep = `${'['.repeat(200_000)}12345678901234567890${']'.repeat(200_000)}`;
    expect(['undecodable', 'invalid']).toContain(decodeEvent(bytes(`{"a":${deep}}`)).kind);
  });

  it('a name that is special in JavaScript is only a name', () => {
    const sent = encodeEvent(exampleEnvelope('USER_UPDATED')).replace(
      '"payload":{',
      '"__proto__":{"admin":true},"payload":{"__proto__":{"admin":true},"constructor":1,',
    );
    const decoded = decodeEvent(bytes(sent));
    expect(decoded.kind).toBe('event');
    expect(decoded).not.toHaveProperty('envelope.admin');
    expect(decoded).not.toHaveProperty('envelope.payload.admin');
  });
});
