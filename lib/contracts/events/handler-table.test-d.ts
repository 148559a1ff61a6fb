import { eventDefinition } from './catalogue';
import type { HandlerShape, HandlerTable } from './consumer-groups';
import { event, topic } from './define-event';
import { createEnvelope, type Envelope } from './envelope';
import { id, struct } from './fields';

/* What must not compile. Nothing here runs: `tsc` fails when one of these lines is fine after all. */

interface Handler extends HandlerShape {
  readonly handler: (event: Envelope<this['type']>, context: { readonly n: number }) => Promise<void>;
}
type Table = HandlerTable<'content-service-group', Handler>;

const allIgnored = {
  USER_CREATED: 'ignore',
  USER_UPDATED: 'ignore',
  USER_DELETED: 'ignore',
  USER_ACTIVATED: 'ignore',
  USER_SUSPENDED: 'ignore',
  PROFILE_UPDATED: 'ignore',
  ROLE_ASSIGNED: 'ignore',
  ROLE_REVOKED: 'ignore',
} as const;

export const good: Table = {
  ...allIgnored,
  USER_CREATED: async (created, { n }) => {
    const wide: number | bigint = created.payload.register_no;
    const time: string | null = exampleTime(created.timestamp);
    void [wide, time, n.toFixed()];
  },
};
const exampleTime = (time: string) => time;

export const ofNoTopics: HandlerTable<'user-service-group', Handler> = {};

// @ts-expect-error ROLE_REVOKED has no row
export const missing: Table = { ...allIgnored, ROLE_REVOKED: undefined };

const { ROLE_REVOKED: _left, ...incomplete } = allIgnored;
// @ts-expect-error ROLE_REVOKED has no row
export const leftOut: Table = incomplete;

export const foreign: Table = {
  ...allIgnored,
  // @ts-expect-error the group does not read communication.events
  MESSAGE_SENT: 'ignore',
};

// @ts-expect-error the group reads no topic at all
export const rowOfNoTopic: HandlerTable<'user-service-group', Handler> = { USER_CREATED: 'ignore' };

export const wrongPayload: Table = {
  ...allIgnored,
  // @ts-expect-error a handler of another event
  USER_CREATED: async (_created: Envelope<'USER_DELETED'>) => {},
  ROLE_ASSIGNED: async (assigned) => {
    // @ts-expect-error no such field: unknown fields pass at run time, but are not typed
    void assigned.payload.role_nmae;
  },
  // @ts-expect-error neither a handler nor the word
  ROLE_REVOKED: 'ignored',
};

const options = { correlationId: '' };
const { example } = eventDefinition('ROLE_ASSIGNED');

createEnvelope('ROLE_ASSIGNED', example, options);
// @ts-expect-error unknown event type
createEnvelope('NOPE', {}, options);
// @ts-expect-error the payload of another type
createEnvelope('ROLE_REVOKED', example, options);
// @ts-expect-error a field is missing
createEnvelope('ROLE_ASSIGNED', { user_id: 'u1' }, options);
// @ts-expect-error a misspelt field
createEnvelope('ROLE_ASSIGNED', { ...example, role_nmae: 'admin' }, options);
// @ts-expect-error a priority we do not write
createEnvelope('SEND_IN_APP', { ...eventDefinition('SEND_IN_APP').example, priority: 'huge' }, options);

const definition = { summary: '', trigger: '', version: '1.0', origin: 'designed' } as const;
const payload = struct({ thing_id: id });
// @ts-expect-error the key is no field of the payload
event({ ...definition, payload, key: ['other_id'], example: { thing_id: 'x' } });
// @ts-expect-error the example does not fit the payload
event({ ...definition, payload, key: ['thing_id'], example: { thing_id: 1 } });
// @ts-expect-error a topic without partitions
topic({ name: 'x', description: '', producers: ['x'], retentionDays: 1, replicationFactor: 3, events: {} });

/** A switch on the type narrows the payload. */
export function narrowed(envelope: Envelope<'LOGOUT' | 'USER_DELETED'>): string {
  return envelope.event_type === 'LOGOUT' ? envelope.payload.session_id : envelope.payload.email;
}
