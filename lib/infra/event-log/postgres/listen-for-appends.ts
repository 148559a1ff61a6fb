import pg from 'pg';
import { APPENDED_CHANNEL } from './append-records';

/** Groups whose members have come or gone: the others share the partitions anew. */
export const MEMBERS_CHANNEL = 'nimbusu_log_members';

const RECONNECT_MS = 500;

export interface AppendListener {
  close(): Promise<void>;
}

/**
 * One connection that hears of appends and of members, for all subscriptions of this process. While it is down the
 * slow poll of each subscription still finds everything.
 */
export function listenForAppends(url: string, wake: () => void, onError: (error: unknown) => void): AppendListener {
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    if (closed) return;
    const next = new pg.Client({ connectionString: url, application_name: 'nimbusu-log-listener', keepAlive: true });
    client = next;
    next.on('notification', wake);
    next.on('error', onError);
    next.once('end', again);
    await next.connect();
    await next.query(`LISTEN ${APPENDED_CHANNEL}`);
    await next.query(`LISTEN ${MEMBERS_CHANNEL}`);
    wake(); // something may have come while nobody listened
  }

  function again(): void {
    client = null;
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(start, RECONNECT_MS);
  }

  function start(): void {
    connect().catch((error: unknown) => {
      onError(error);
      again();
    });
  }

  start();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(onError);
    },
  };
}
