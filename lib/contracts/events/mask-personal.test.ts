import { describe, expect, it } from 'vitest';
import { eventDefinition, eventTypes } from './catalogue';
import { DeadLetterEvent } from './dead-letter';
import { EnvelopeHeader } from './envelope';
import { exampleEnvelope } from './example-envelope';
import { fieldRows } from './field-rows';
import { jsonSchemaOf } from './json-schema';
import { stringifyJson } from './lossless-json';
import { looksLikeId, MASK, maskPersonal, withoutQuotes } from './mask-personal';
import { fieldKind, isJudged } from './personal-fields';

const nameOf = (path: string) => path.replaceAll('[]', '').split('.').at(-1) ?? '';
/** Values whose name says nothing: each is judged by the name of what it belongs to, and is personal in a free map. */
const BY_THEIR_PARENT = [
  'old_value',
  'new_value',
  'properties',
  'template_data',
  'changes',
  'metadata',
  'original_event',
];

describe('the table', () => {
  const fields = [
    ...eventTypes.flatMap((type) =>
      fieldRows(jsonSchemaOf(eventDefinition(type).payload)).map((row) => ({ ...row, of: type })),
    ),
    ...fieldRows(jsonSchemaOf(EnvelopeHeader)).map((row) => ({ ...row, of: 'envelope' })),
    ...fieldRows(jsonSchemaOf(DeadLetterEvent)).map((row) => ({ ...row, of: 'dead letter' })),
  ];

  it('judges every field of the catalogue that holds a value', () => {
    const holds = fields.filter(({ type }) => /string|time|UUID|integer|int64|number|any/.test(type));
    const unjudged = holds
      .map(({ path, of }) => ({ name: nameOf(path), of }))
      .filter(({ name }) => !isJudged(name) && !BY_THEIR_PARENT.includes(name));
    expect(unjudged).toEqual([]);
    expect(holds.length).toBeGreaterThan(500);
  });

  it.each([
    'email',
    'recipient_phone',
    'student_name',
    'sender_name',
    'ip_address',
    'user_agent',
    'title',
    'content',
    'message_text',
    'remarks',
    'grade',
    'register_no',
    'created_by_name',
    'a_field_nobody_knows',
  ])('hides %s', (name) => expect(fieldKind(name)).toBe('personal'));

  it.each(['course_name', 'status', 'priority', 'role_name'])('shows %s', (name) =>
    expect(fieldKind(name)).toBe('word'),
  );
});

describe('a masked event', () => {
  it.each(eventTypes)('%s shows no personal text of its example, and keeps its ids', (type) => {
    const event = exampleEnvelope(type);
    const masked = stringifyJson(maskPersonal(event).value);
    const personal = leaves(event.payload, '').filter(
      ({ name, value }) => fieldKind(name) === 'personal' && typeof value === 'string' && value !== '',
    );
    for (const { value } of personal) expect(masked).not.toContain(JSON.stringify(value));
    const ids = leaves(event.payload, '').filter(
      ({ name, value }) => fieldKind(name) === 'id' && typeof value === 'string' && looksLikeId(value),
    );
    for (const { value } of ids) expect(masked).toContain(JSON.stringify(value));
    expect(masked).not.toContain('192.168.1.100');
    expect(masked).toContain(event.event_id);
    expect(masked).not.toMatch(/[\w.]+@[\w.]+/);
  });

  it('says where something is hidden', () => {
    const { hidden } = maskPersonal(exampleEnvelope('ANNOUNCEMENT_PUBLISHED'));
    expect(hidden).toEqual([
      'metadata.ip_address',
      'payload.title',
      'payload.content',
      'payload.created_by_name',
    ]);
  });

  it('masks what is changed by the name of the field that changed', () => {
    const { value } = maskPersonal({
      changes: {
        status: { old_value: 'active', new_value: 'suspended' },
        phone: { old_value: '+15550100', new_value: null },
        email: { old_value: 'a@b.example', new_value: 'c@d.example' },
      },
    });
    expect(value).toEqual({
      changes: {
        status: { old_value: 'active', new_value: 'suspended' },
        phone: { old_value: MASK, new_value: null },
        email: { old_value: MASK, new_value: MASK },
      },
    });
  });

  it('trusts no name: an address in the place of a word, an id, a time or a name of a field is hidden', () => {
    const { value } = maskPersonal({
      status: 'asha@example.edu',
      user_id: 'Asha Rao',
      created_by: 'asha@example.edu',
      created_at: 'when Asha came',
      request: 'GET /api/users?query=Asha',
      source: '10.1.2.3',
      'asha@example.edu': 1,
      telephone: 15550100123,
      count: 15550100,
    });
    expect(value).toEqual({
      status: MASK,
      user_id: MASK,
      created_by: MASK,
      created_at: MASK,
      request: MASK,
      source: MASK,
      [MASK]: 1,
      telephone: MASK,
      count: 15550100,
    });
  });

  it('leaves empty, absent and yes-or-no values: there is nothing to hide', () => {
    const empty = { title: '', email: null, reason: '', for_everyone: true, tags: [] };
    expect(maskPersonal(empty)).toEqual({ value: empty, hidden: [] });
  });

  it('keeps every digit of a wide number that is not personal', () => {
    expect(maskPersonal({ file_size: 9007199254740993n, register_no: 9007199254740993n }).value).toEqual({
      file_size: 9007199254740993n,
      register_no: MASK,
    });
  });
});

it.each([
  [
    `Unexpected token 'n', "not json Asha" is not valid JSON`,
    `Unexpected token '${MASK}', "${MASK}" is not valid JSON`,
  ],
  ['550 no such mailbox asha@example.edu', `550 no such mailbox ${MASK}`],
  ['connect ECONNREFUSED 10.0.0.7:5432', `connect ECONNREFUSED ${MASK}:5432`],
  [`cannot read "Asha`, `cannot read "${MASK}"`],
  ['payload.announcement_id: Too small', 'payload.announcement_id: Too small'],
])('a reason without what it quotes: %s', (reason, shown) => expect(withoutQuotes(reason)).toBe(shown));

function leaves(value: unknown, name: string): { name: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => leaves(item, name));
  if (typeof value !== 'object' || value === null) return [{ name, value }];
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    leaves(field, key === 'old_value' || key === 'new_value' ? name : key),
  );
}
