/**
 * A member of a group in a process of its own, for tests to kill. Takes its settings as JSON, says `ready`, then
 * `got <value>` for each record, and marks it.
 */

import * as z from 'zod';
import { createDatabase } from '@/lib/infra/db/database';
import { openEventLog } from '../open-event-log';

const Settings = z.object({
  brokers: z.array(z.string()).nullable(),
  databaseUrl: z.string(),
  groupId: z.string(),
  topic: z.string(),
});

const settings = Settings.parse(JSON.parse(process.argv[2] ?? ''));
const database = createDatabase(settings.databaseUrl);
const log = openEventLog({ brokers: settings.brokers, database, clientId: 'member-process' });
const subscription = await log.subscribe({
  groupId: settings.groupId,
  topics: [settings.topic],
  startFrom: 'earliest',
  async onBatch(batch) {
    for (const record of batch.records) {
      console.log(`got ${record.value?.toString()}`);
      await batch.markDone(record.offset);
    }
  },
});
await subscription.ready;
console.log('ready');
