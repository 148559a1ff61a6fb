import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEnvelope } from '@/lib/contracts/events/envelope';
import { changeSettings } from '@/lib/domain/notification-preference/change-settings';
import { readNotificationSettings } from '@/lib/domain/notification-preference/queries';
import { createLogger } from '@/lib/infra/logger/logger';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser } from '@/tests/campus';
import { onProfileUpdated } from './on-profile-updated';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const timeZone = 'Europe/Vienna';
const everyNight = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '22:00', until: '07:00' }));
const logger = createLogger({ level: 'silent', service: 'test' });

it('plans the quiet hours of a user anew whose zone is another, and nothing for who has none', async () => {
  const unitOfWork = createUnitOfWork(database, () => undefined);
  const { id } = await createUser(database.sql, { role: 'student' });
  const own = { userId: id, correlationId: '', universityTimeZone: timeZone };
  await changeSettings(unitOfWork, { ...own, ifMatch: 0, change: { quiet_hours: everyNight } });
  await database.sql.query(`UPDATE app_user SET time_zone = 'Asia/Kolkata' WHERE id = $1`, [id]);
  const updated = (changes: object, user_id = id) =>
    createEnvelope(
      'PROFILE_UPDATED',
      { user_id, changes: { ...changes }, updated_by: id, updated_at: new Date().toISOString() },
      { correlationId: '' },
    );
  const zone = { time_zone: { old_value: null, new_value: 'Asia/Kolkata' } };
  const outcomes: string[] = [];
  for (const event of [updated({}), updated(zone, 'somebody elsewhere'), updated(zone)])
    await unitOfWork.run({ correlationId: '' }, async (tx) => {
      outcomes.push((await onProfileUpdated(event, { tx, logger, timeZone })).kind);
    });
  expect(outcomes).toEqual(['skip', 'skip', 'done']);
  expect((await readNotificationSettings(database.sql, id, timeZone)).quiet?.since).toMatch(/T16:30:00/);
});
