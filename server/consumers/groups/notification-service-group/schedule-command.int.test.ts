import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendDue } from '@/lib/domain/notification/command/send-due';
import { many, openCommandWorld } from '@/tests/command-world';

let world: Awaited<ReturnType<typeof openCommandWorld>>;

beforeAll(async () => {
  world = await openCommandWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

const due = () => world.unitOfWork.run({ correlationId: 'clock' }, sendDue);
/** What was published on `notification.commands`, in its order. */
const emitted = async () =>
  (
    await world.sql.query<{ event_type: string }>(
      `SELECT event_type FROM outbox_event WHERE topic = 'notification.commands' ORDER BY id`,
    )
  ).rows.map((row) => row.event_type);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const makeDue = (id: string) =>
  world.sql.query(
    `UPDATE notification_command SET scheduled_at = now() - interval '1 minute' WHERE id = $1`,
    [id],
  );

describe('a schedule', () => {
  it('is answered, waits, and is sent when it is due', async () => {
    const payload = world.one({ scheduled_at: inAnHour(), channels: ['in_app', 'email'] });
    expect(await world.send(payload, 'SCHEDULE_NOTIFICATION')).toBe('done');
    expect(await world.send(payload, 'SCHEDULE_NOTIFICATION')).toBe('skip');
    expect(await world.short()).toEqual(['QUEUED', 'QUEUED']);
    expect(await due()).toBe(false);
    await makeDue(payload.notification_id);
    expect([await due(), await due()]).toEqual([true, false]);
    expect(await emitted()).toEqual(['SEND_IN_APP']);
    expect(await world.send(payload)).toBe('done');
    expect(await world.send(payload)).toBe('skip');
    expect((await world.answers()).map(({ to }) => to)).toEqual([null, null, 1, null]);
  });

  it('of a bulk waits as well', async () => {
    const payload = many({ scheduled_at: inAnHour() });
    await world.sendBulk(payload);
    expect(await world.commandOf(payload.batch_id)).toMatchObject({ status: 'scheduled' });
    await makeDue(payload.batch_id);
    await due();
    expect(await emitted()).toEqual(['SEND_BULK']);
    await world.sendBulk({ ...payload, scheduled_at: new Date(Date.now() - 60_000).toISOString() });
    expect((await world.answers()).map(({ to }) => to)).toEqual([null, 2]);
  });

  it.each([
    [{ scheduled_at: null }, 'A schedule needs its time'],
    [{ scheduled_at: '2020-01-01T00:00:00Z' }, 'The time of the schedule has passed'],
    [
      { scheduled_at: '2999-01-02T00:00:00Z', expires_at: '2999-01-01T00:00:00Z' },
      'It would expire before it is sent',
    ],
  ])('%j is refused', async (given, why) => {
    await world.send(world.one(given), 'SCHEDULE_NOTIFICATION');
    expect(await world.short()).toEqual([`FAILED ${why}`]);
  });

  it('that has expired when it is due is not sent', async () => {
    const payload = world.one({ scheduled_at: inAnHour(), expires_at: '2999-01-01T00:00:00Z' });
    await world.send(payload, 'SCHEDULE_NOTIFICATION');
    await world.sql.query(
      `UPDATE notification_command SET payload = payload || '{"expires_at":"2020-01-01T00:00:00Z"}' WHERE id = $1`,
      [payload.notification_id],
    );
    await makeDue(payload.notification_id);
    await due();
    expect(await emitted()).toEqual([]);
    expect(await world.short()).toEqual(['QUEUED', 'FAILED It expired before it could be sent']);
    expect(await world.commandOf(payload.notification_id)).toMatchObject({ status: 'expired' });
  });

  it('is cancelled until it is sent', async () => {
    const payload = world.one({ scheduled_at: inAnHour() });
    await world.send(payload, 'SCHEDULE_NOTIFICATION');
    await world.cancel(payload.notification_id);
    await world.cancel(payload.notification_id);
    await makeDue(payload.notification_id);
    expect(await due()).toBe(false);
    expect(await world.send(payload)).toBe('skip');
    const why = 'FAILED Cancelled: called off';
    expect(await world.short()).toEqual(['QUEUED', why, why, why]);
    await world.cancel('never-heard-of');
    expect((await world.short()).at(-1)).toBe('FAILED There is nothing of this name to cancel');
  });

  it('cancelled in the second it fires is either sent or cancelled, and its sender knows which', async () => {
    const outcomes = new Set<string>();
    for (let turn = 0; turn < 12; turn += 1) {
      await world.sql.query('TRUNCATE outbox_event');
      const payload = world.one({ scheduled_at: inAnHour() });
      await world.send(payload, 'SCHEDULE_NOTIFICATION');
      await makeDue(payload.notification_id);
      // Each goes first in half of the turns; who has the row first is the database's to say.
      const both =
        turn % 2 === 0
          ? [due(), world.cancel(payload.notification_id)]
          : [world.cancel(payload.notification_id), due()];
      await Promise.all(both);
      if ((await emitted()).length > 0) await world.send(payload);
      const told = await world.short();
      const sent = await world.count('notification', `command_id = '${payload.notification_id}'`);
      outcomes.add(sent === 1 ? 'sent' : 'cancelled');
      expect(told).toContain(
        sent === 1 ? 'QUEUED Too late to cancel: it is sent' : 'FAILED Cancelled: called off',
      );
      expect(told.filter((each) => each.startsWith('FAILED'))).toHaveLength(1 - sent);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});
