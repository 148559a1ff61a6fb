import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { extendSession } from '@/lib/domain/session/extend-session';
import { createAttemptLimits } from '@/lib/domain/session/limit-attempts';
import { signIn } from '@/lib/domain/session/sign-in';
import { hashPassword } from '@/lib/infra/auth/password';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { verifyAction } from './verify-action';

describe.each(testEngines())('what happens to a session, live, on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  beforeAll(async () => {
    campus = await openLiveCampus(engine);
  }, 90_000);
  afterAll(() => campus.close());
  const from = { ipAddress: '198.51.100.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

  it('goes on longer: its own screens know, those of other sessions do not change', async () => {
    const { database, author, screens, all, inCs } = campus;
    const before = screens.csOtherDevice.shown().me?.session_expires_at;
    const request = { userId: inCs.id, sessionId: inCs.sessionId, ...from, correlationId: 'stay' };
    let until = '';
    await verifyAction(
      database,
      all,
      async () => {
        const services = { unitOfWork: author.unitOfWork, sessionMaxAgeSeconds: 28_800 };
        until = (await extendSession(services, request)).expires_at;
      },
      (screen) => screen !== screens.cs || screen.shown().me?.session_expires_at === until,
    );
    expect(screens.csOtherDevice.shown().me?.session_expires_at).toBe(before);
  });

  it('signed in at a new place: the owner’s screens tell, nobody else’s', async () => {
    const { database, author, screens, all, inCs } = campus;
    await database.sql.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [
      inCs.id,
      await hashPassword('a password of a test'),
    ]);
    const often = { perPair: 100, perAddress: 100, perAccount: 100, windowSeconds: 60 };
    const services = {
      database,
      unitOfWork: author.unitOfWork,
      attemptLimits: createAttemptLimits(database, often),
      sessionMaxAgeSeconds: 3_600,
    };
    const credentials = { email: `${inCs.id}@test.example`, password: 'a password of a test' };
    const isTold = (screen: (typeof all)[number]) =>
      screen.shown().notifications.some(({ title }) => title === 'New sign-in: Firefox, Linux');
    await verifyAction(
      database,
      all,
      () => signIn(services, { ...credentials, ...from, correlationId: 'in' }),
      (screen) => isTold(screen) || screen.user.id !== inCs.id,
    );
    expect(all.filter(isTold)).toEqual([screens.cs, screens.csOtherDevice]);
    expect(screens.cs.shown().notifications[0]).toMatchObject({ action_url: '/profile' });
  });

  it('is over: its screens are cut off', async () => {
    const { database, screens, inMe } = campus;
    await database.sql.query(`UPDATE session SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
      inMe.sessionId,
    ]);
    await vi.waitFor(() => expect(screens.me.isLive()).toBe(false), { timeout: 20_000 });
  });
});
