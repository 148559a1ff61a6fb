import { expect, vi } from 'vitest';
import type { Database } from '@/lib/infra/db/database';
import { fetchShown, type LiveScreen } from './live-screen';

/**
 * Zulip's test of a live system: fill a cache, do something, apply the pushes it causes to the stale cache; then what the
 * screen shows must equal what it would show if it were loaded now. `reached` says when the pushes have arrived.
 */
export async function verifyAction(
  database: Database,
  screens: readonly LiveScreen[],
  act: () => Promise<unknown>,
  reached: (screen: LiveScreen) => boolean,
): Promise<void> {
  await act();
  await vi.waitFor(() => expect(screens.map((screen) => reached(screen))).toEqual(screens.map(() => true)), {
    timeout: 20_000,
  });
  await vi.waitFor(
    async () => {
      for (const screen of screens) expect(screen.shown()).toEqual(await fetchShown(database, screen));
    },
    { timeout: 5_000, interval: 50 },
  );
}
