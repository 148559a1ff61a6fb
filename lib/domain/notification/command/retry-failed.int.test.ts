import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import { openCommandWorld } from '@/tests/command-world';
import { listCommands } from './list-commands';
import { retryFailed } from './retry-failed';

let world: Awaited<ReturnType<typeof openCommandWorld>>;

beforeAll(async () => {
  world = await openCommandWorld();
});
afterAll(() => world.close());

describe('the board', () => {
  it('counts each channel, and puts what has failed back into its queue', async () => {
    const payload = world.one({ recipient_user_id: '', recipient_email: 'gran2@example.org' });
    await world.send(payload, 'SEND_EMAIL');
    await world.sql.query(
      `UPDATE notification_delivery SET status = 'failed', attempts = 9, next_try_at = NULL, failed_at = now(),
         queued_at = now() - interval '2 days'
       WHERE address = 'gran2@example.org'`,
    );
    const shown = async () =>
      (await listCommands(world.sql, WHOLE_LIST)).items.find(({ id }) => id === payload.notification_id);
    const none = { queued: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
    expect(await shown()).toMatchObject({
      type: 'SEND_EMAIL',
      recipients: 1,
      channels: [{ ...none, channel: 'email', failed: 1 }],
    });
    const again = () =>
      retryFailed(world.unitOfWork, { correlationId: 'again', id: payload.notification_id });
    expect([await again(), await again()]).toEqual([{ retried: 1 }, { retried: 0 }]);
    expect((await shown())?.channels).toEqual([{ ...none, channel: 'email', queued: 1 }]);
    const { rows } = await world.sql.query(
      `SELECT attempts, next_try_at IS NOT NULL AS waits, queued_at > now() - interval '1 hour' AS has_its_day FROM notification_delivery WHERE address = 'gran2@example.org'`,
    );
    expect(rows).toEqual([{ attempts: 0, waits: true, has_its_day: true }]);
  });
});
