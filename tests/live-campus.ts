import type { SqlTx } from '@/lib/infra/db/sql';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startTestEngine, type TestEngine } from '@/lib/infra/testing/test-engine';
import { createAuthor } from './announce';
import { startBffProcess } from './bff-process';
import { createDepartment, createUser, openSession } from './campus';
import { openScreen } from './live-screen';

export type LiveCampus = Awaited<ReturnType<typeof openLiveCampus>>;

/**
 * Two departments with a student each, an administrator, and a screen for each of them (two for the first student), on two
 * BFF processes: pushes must reach sockets of another process than the one that did the work.
 */
export async function openLiveCampus(
  engine: TestEngine,
  /** What is there before anybody looks at a screen. */
  prepare: (sql: SqlTx, departmentId: string) => Promise<void> = async () => undefined,
) {
  const { brokers, stop: stopBroker } = await startTestEngine(engine);
  const database = await createTestDatabase({ poolSize: 12 });
  const cs = await createDepartment(database.sql, 'CS');
  const me = await createDepartment(database.sql, 'ME');
  const admin = await createUser(database.sql, { role: 'admin', name: 'Asha Rao' });
  const inCs = await createUser(database.sql, { role: 'student', departmentId: cs });
  const inMe = await createUser(database.sql, { role: 'student', departmentId: me });
  const bffs = await Promise.all([
    startBffProcess({ databaseUrl: database.url, brokers }),
    startBffProcess({ databaseUrl: database.url, brokers }),
  ]);
  await prepare(database.sql, cs);
  const otherDevice = { ...inCs, ...(await openSession(database.sql, inCs.id)) };
  const screens = {
    admin: await openScreen(database, bffs[0].origin, admin),
    cs: await openScreen(database, bffs[0].origin, inCs),
    csOtherDevice: await openScreen(database, bffs[1].origin, otherDevice),
    me: await openScreen(database, bffs[1].origin, inMe),
  };
  const all = Object.values(screens);
  await Promise.all(all.map((screen) => screen.connect()));
  return {
    brokers,
    database,
    bffs,
    cs,
    admin,
    inCs,
    inMe,
    author: await createAuthor(database, admin),
    student: await createAuthor(database, inCs),
    screens,
    all,
    async close() {
      for (const screen of all) screen.close();
      await Promise.all(bffs.map((bff) => bff.stop()));
      await stopBroker();
      await database.drop();
    },
  };
}
