import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser } from '@/tests/campus';
import { recordChanges } from './record-change';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('keeps what differs, by whom and from where; of nothing it writes nothing', async () => {
  const actor = await createUser(database.sql, { role: 'admin' });
  await database.sql.query(`UPDATE session SET ip_address = '10.1.2.3' WHERE id = $1`, [actor.sessionId]);
  const by = { actor: { userId: actor.id, sessionId: actor.sessionId }, correlationId: 'a-correlation' };
  await recordChanges(database.sql, by, []);
  await recordChanges(database.sql, by, [
    {
      action: 'room.edited',
      subjectKind: 'room',
      subjectId: 'B12',
      before: { seats: 40, name: 'B12' },
      after: { seats: 60, name: 'B12' },
      reason: 'More chairs',
    },
    { action: 'room.created', subjectKind: 'room', subjectId: 'B13', before: null, after: { seats: 10 } },
  ]);
  await recordChanges(database.sql, { actor: null, correlationId: 'clock' }, [
    { action: 'room.deleted', subjectKind: 'room', subjectId: 'B13', before: { seats: 10 }, after: null },
  ]);
  const { rows } = await database.sql.query(
    'SELECT actor_id, action, subject_id, detail, ip_address, correlation_id FROM audit_entry ORDER BY id',
  );
  const mine = { actor_id: actor.id, ip_address: '10.1.2.3', correlation_id: 'a-correlation' };
  expect(rows).toEqual([
    {
      ...mine,
      action: 'room.edited',
      subject_id: 'B12',
      detail: { before: { seats: 40 }, after: { seats: 60 }, reason: 'More chairs' },
    },
    { ...mine, action: 'room.created', subject_id: 'B13', detail: { before: null, after: { seats: 10 } } },
    {
      actor_id: null,
      ip_address: '',
      correlation_id: 'clock',
      action: 'room.deleted',
      subject_id: 'B13',
      detail: { before: { seats: 10 }, after: null },
    },
  ]);
});
