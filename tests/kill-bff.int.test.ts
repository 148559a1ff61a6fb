import { io } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startTestEngine, testEngines } from '@/lib/infra/testing/test-engine';
import { createAuthor } from './announce';
import { type BffProcess, startBffProcess } from './bff-process';
import { createUser, type TestUser } from './campus';
import { type LiveScreen, openScreen } from './live-screen';
import { startPlainServer } from './plain-server';

const ANNOUNCEMENTS = 200;
const SCREENS = 50;
/** After how many the BFF is killed; the rest is published while it is away and after it is back. */
const KILLED_AFTER = 70;
const BACK_AFTER = 140;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

describe.each(testEngines())('kill -9 of the BFF on the $engine log', ({ engine }) => {
  it('shows each announcement exactly once on each screen', async () => {
    const { brokers, stop } = await startTestEngine(engine);
    cleanUp.push(stop);
    const database = await createTestDatabase({ poolSize: 12 });
    cleanUp.push(() => database.drop());
    const admin = await createUser(database.sql, { role: 'admin' });
    const students: TestUser[] = [];
    for (let i = 0; i < SCREENS; i += 1) students.push(await createUser(database.sql, { role: 'student' }));
    const announcer = await createAuthor(database, admin);
    const drafts: string[] = [];
    for (let i = 0; i < ANNOUNCEMENTS; i += 1) drafts.push((await announcer.draft({ title: `No. ${i}` })).id);

    let bff: BffProcess = await startBffProcess({ databaseUrl: database.url, brokers });
    cleanUp.push(() => bff.stop());
    const { origin, port } = bff;
    const screens: LiveScreen[] = await Promise.all(
      students.map((user) => openScreen(database, origin, user)),
    );
    cleanUp.push(() => screens.forEach((screen) => void screen.close()));
    await Promise.all(screens.map((screen) => screen.connect()));

    for (const [index, id] of drafts.entries()) {
      await announcer.publish(id);
      if (index === KILLED_AFTER) await bff.kill();
      if (index === BACK_AFTER) bff = await startBffProcess({ databaseUrl: database.url, brokers, port });
    }

    await vi.waitFor(
      () => {
        for (const screen of screens) {
          expect(screen.shown().notifications.length).toBe(ANNOUNCEMENTS);
          expect(screen.shown().unread).toBe(ANNOUNCEMENTS);
        }
      },
      { timeout: 60_000, interval: 200 },
    );
    for (const screen of screens) {
      const { notifications, unread } = screen.shown();
      expect(new Set(notifications.map((row) => row.id)).size).toBe(ANNOUNCEMENTS);
      expect(new Set(notifications.map((row) => row.title)).size).toBe(ANNOUNCEMENTS);
      expect(unread).toBe(ANNOUNCEMENTS);
      expect([...screen.told.values()].filter((times) => times !== 1)).toEqual([]);
      expect(screen.told.size).toBe(ANNOUNCEMENTS);
    }
  }, 180_000);
});

it('loses some by plain emit without catch-up, in the same script', async () => {
  let server = await startPlainServer();
  cleanUp.push(() => server.kill());
  const seen = new Set<number>();
  const socket = io(server.origin, { transports: ['websocket'], forceNew: true });
  cleanUp.push(() => socket.disconnect());
  socket.on('announcement', (number: number) => seen.add(number));
  await vi.waitFor(() => expect(socket.connected).toBe(true), { timeout: 20_000 });
  for (let number = 0; number < ANNOUNCEMENTS; number += 1) {
    await server.emit(number);
    if (number === KILLED_AFTER) await server.kill();
    if (number === BACK_AFTER) server = await startPlainServer(server.port);
  }
  await vi.waitFor(() => expect(socket.connected).toBe(true), { timeout: 20_000 });
  await server.emit(ANNOUNCEMENTS);
  await vi.waitFor(() => expect(seen.has(ANNOUNCEMENTS)).toBe(true), { timeout: 20_000 });
  expect(seen.size).toBeGreaterThan(1);
  expect(seen.size).toBeLessThan(ANNOUNCEMENTS);
}, 60_000);
