import pg from 'pg';
import { APPENDED_CHANNEL } from './append-records';

/** Tells of members that came or went, with their group as the payload: the others share the partitions anew. */
export const MEMBERS_CHANNEL = 'nimbusu_log_members';

const RECONNECT_MS = 500;

export interface AppendListener {
  close(): Promise<void>;
}

/**
 * One connection that hears of appends and of members, for all subscriptions of this process. While it is down the
 * slow poll of each subscription still finds everything.
 */
export function listenForAppends(
  url: string,
  heard: { onAppend(): void; onMembers(groupId: string): void; onError(error: unknown): void },
): AppendListener {
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    if (closed) return;
    const next = new pg.Client({
      connectionString: url,
      application_name: 'nimbusu-log-listener',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client = next;
    next.on('notification', ({ channel, payload }) => {
      if (channel === MEMBERS_CHANNEL) heard.onMembers(payload ?? '');
      else heard.onAppend();
    });
    next.on('error', heard.onError);
    next.once('end', again);
    await next.connect();
    await next.query(`LISTEN ${APPENDED_CHANNEL}; LISTEN ${MEMBERS_CHANNEL}`);
    heard.onAppend(); // something may have come while nobody listened
  }

  function again(): void {
    client = null;
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(start, RECONNECT_MS);
  }

  function start(): void {
    connect().catch((error: unknown) => {
      if (closed) return;
      heard.onError(error);
      again();
    });
  }

  start();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(heard.onError);
    },
  };
}
