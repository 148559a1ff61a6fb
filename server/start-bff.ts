import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { roomsOfCourses } from '@/lib/contracts/pushes/rooms';
import { measureBoards } from '@/lib/domain/announcement/measure-reach';
import { recordUnmasking } from '@/lib/domain/audit/record-unmasking';
import { seeLive } from '@/lib/domain/conversation/messaging-settings';
import { coursesOfUser, measureSeats } from '@/lib/domain/course/queries';
import { markDelivered } from '@/lib/domain/notification/mark-delivered';
import { syncSince } from '@/lib/domain/notification/sync-since';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import { touchSessions } from '@/lib/domain/session/touch-sessions';
import { createDatabase } from '@/lib/infra/db/database';
import type { Env } from '@/lib/infra/env/read-env';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { Subscription } from '@/lib/infra/event-log/port';
import type { Logger } from '@/lib/infra/logger/logger';
import { createEventMetrics } from '@/lib/infra/metrics/event-metrics';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { runOutgoing } from './channels/run-outgoing';
import { runClock } from './clock/run-clock';
import { createOutageGate } from './consumers/outage-gate';
import { domainGroups, measureLag, runDomainGroups } from './consumers/run-domain-groups';
import { runGatewayGroup } from './consumers/run-gateway-group';
import { watchLoops } from './consumers/watch-loops';
import { keepConversations } from './conversations/keep-conversations';
import { createDesk } from './desk/create-desk';
import { createAckBatcher } from './gateway/batch-acks';
import { createGateway } from './gateway/create-gateway';
import { joinLiveConversations } from './gateway/join-live-conversations';
import { createPace } from './gateway/pace';
import { judgeHealth, type Loop } from './http/judge-health';
import { createOperationsHandler } from './http/operations-handler';
import { createRelayTurn } from './outbox-relay/create-relay-turn';
import { runRelay } from './outbox-relay/run-relay';
import { runPruning } from './prune/run-pruning';
import { createReachGatherer } from './reach/gather-reach';
import { createSeatGatherer } from './seats/gather-seats';
import { ensureTopics } from './topics/ensure-topics';

const ACKS = { gatherMs: 20, mostPerBatch: 2_000 };
const SEEN_EVERY_MS = 60_000;
const OVERVIEW_EVERY_MS = 2_000;
const WATCHDOG = { limitMs: 90_000, everyMs: 10_000 };

/** Joins the parts of the BFF: relay, consumer groups, gateway, health. Resolves when it listens. */
export async function startBff(options: {
  settings: Env;
  logger: Logger;
  instanceId: string;
  onFatal: (error: unknown) => void;
}): Promise<{ port: number; stop(): Promise<void> }> {
  const { settings, logger, instanceId, onFatal } = options;
  const warn = (message: string) => (error: unknown) => logger.warn({ err: error }, message);
  const metrics = createEventMetrics();
  const database = createDatabase(settings.DATABASE_URL, {
    applicationName: 'nimbusu-bff',
    onIdleError: warn('an idle database connection was lost'),
  });
  const log = openEventLog({
    brokers: settings.KAFKA_BROKERS,
    database,
    clientId: `nimbusu-${instanceId}`,
    onError: warn('the event log had a fault'),
  });
  let active = true;

  const relay = runRelay({
    databaseUrl: settings.DATABASE_URL,
    takeTurn: createRelayTurn(log, (events) => {
      for (const { topic, eventType } of events) metrics.produced.inc({ topic, event_type: eventType });
    }),
    onError: (error) => {
      metrics.producerErrors.inc();
      warn('the relay had a fault')(error);
    },
    onLeading: () => logger.info('this process leads the relay'),
  });
  const notifyLeader = createRelayWake(database.sql, warn('the relay could not be woken'));
  const wakeRelay = () => (relay.leads() ? relay.wake() : notifyLeader());
  const unitOfWork = createUnitOfWork(database, wakeRelay);

  const acks = createAckBatcher({
    ...ACKS,
    write: async (arrivals) => {
      const fresh = await unitOfWork.run({ correlationId: '' }, (tx) => markDelivered(tx, arrivals));
      metrics.acks.inc(fresh);
    },
  });
  const http = createServer();
  const authenticate = createAuthenticator({
    database,
    secret: settings.NEXTAUTH_SECRET,
    secureCookies: settings.NEXTAUTH_URL.startsWith('https:'),
  });
  const desk = createDesk({
    log,
    instanceId,
    recordUnmasking: (unmasking) => recordUnmasking(database.sql, unmasking),
    onError: warn('the event desk had a fault'),
  });
  const conversing = joinLiveConversations({
    instanceId,
    databaseUrl: settings.DATABASE_URL,
    sql: database.sql,
    push: (...told) => gateway.push(...told),
    onError: warn('who is here could not be told'),
  });
  const gateway = createGateway({
    http,
    allowedOrigins: settings.WEB_ORIGIN,
    authenticate,
    desk,
    services: {
      sync: (userId, after) => syncSince(database.sql, userId, after),
      acknowledge: ({ userId, sessionId }, ids) =>
        acks.add(ids.map((notificationId) => ({ userId, notificationId, sessionId }))),
    },
    conversations: { see: (userId, id) => seeLive(database.sql, userId, id), live: conversing.live },
    courseRooms: async (session) =>
      roomsOfCourses(await coursesOfUser(database.sql, session.userId), session),
    logger,
    onPush: (push) => metrics.pushes.inc({ push }),
  });

  const reach = createReachGatherer({
    measure: (ids) => measureBoards(database.sql, ids),
    push: (rooms, payload) => gateway.push(rooms, 'announcement:reach', payload),
    onError: warn('the reach could not be counted'),
  });
  const seats = createSeatGatherer({
    measure: (ids) => measureSeats(database.sql, ids),
    push: (rooms, payload) => gateway.push(rooms, 'course:seats', payload),
    onError: warn('the seats could not be counted'),
  });
  const clock = runClock({
    sql: database.sql,
    unitOfWork,
    timeZone: settings.UNIVERSITY_TIME_ZONE,
    correlationId: randomUUID,
    onError: warn('what is due could not be done yet'),
  });
  const outgoing = runOutgoing({ sql: database.sql, unitOfWork, settings, warn });
  const conversations = keepConversations({
    unitOfWork,
    correlationId: randomUUID,
    onError: warn('conversations could not be kept yet'),
  });
  const overview = createPace(() => gateway.push(['role:admin'], 'overview:changed', {}), OVERVIEW_EVERY_MS);

  const subscriptions = new Map<string, Subscription>();
  const loops = (): Loop[] => [
    { name: 'outbox-relay', lastTurnMs: relay.lastTurnMs },
    { name: 'clock', lastTurnMs: clock.lastTurnMs },
    ...['gateway', ...domainGroups].map((name) => ({
      name,
      // Not subscribed yet counts as standing still: nothing is consumed.
      lastTurnMs: () => subscriptions.get(name)?.lastTurnMs() ?? 0,
    })),
  ];
  http.on(
    'request',
    createOperationsHandler({
      registry: metrics.registry,
      judge: () => judgeHealth({ pingDatabase: () => database.sql.query('SELECT 1'), loops: loops() }),
      beforeScrape: readGauges,
      onError: warn('an operations request failed'),
    }),
  );

  const consuming = startConsuming().catch(onFatal);
  const stopPruning = runPruning({ sql: database.sql, onError: warn('old rows could not be pruned') });
  const seeing = setInterval(() => {
    void touchSessions(database.sql, gateway.openSessions()).catch(warn('who is there could not be kept'));
  }, SEEN_EVERY_MS).unref();
  const stopWatching = watchLoops({
    ...WATCHDOG,
    // What has not subscribed yet is waiting for the log, which may be down.
    loops: () => loops().filter((loop) => loop.lastTurnMs() > 0),
    worldAnswers: () => Promise.all([database.sql.query('SELECT 1'), log.ping(5_000)]),
    onStuck: (loop) => onFatal(new Error(`the loop of ${loop} stands still`)),
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(settings.BFF_PORT, settings.BFF_HOST, resolve);
  });
  logger.info({ port: settings.BFF_PORT, log: log.kind, instance: instanceId }, 'the BFF listens');

  return {
    port: settings.BFF_PORT,
    async stop() {
      active = false;
      stopWatching();
      stopPruning();
      await clock.stop();
      await conversations.stop();
      await outgoing.stop();
      clearInterval(seeing);
      overview.stop();
      await gateway.close();
      await conversing.stop();
      await desk.close();
      await consuming;
      await Promise.all([...subscriptions.values()].map((subscription) => subscription.stop()));
      await reach.stop();
      await seats.stop();
      await acks.drain();
      await relay.stop();
      await log.close();
      await database.close();
    },
  };

  async function startConsuming(): Promise<void> {
    const onError = warn('the topics could not be created yet');
    await ensureTopics({
      log,
      replicationFactor: settings.KAFKA_REPLICATION_FACTOR,
      onError,
      active: () => active,
    });
    if (!active) return;
    relay.wake();
    const gate = createOutageGate({
      onOpen: (open) => metrics.breakerOpen.set(open ? 1 : 0),
      onOutage: warn('an outage holds the consumers back'),
    });
    const pusher = { ...gateway, reachChanged: reach.reachChanged, seatsChanged: seats.seatsChanged };
    const shown = await runGatewayGroup({
      log,
      instanceId,
      pusher,
      onEvent: overview.note,
      logger,
      metrics,
    });
    subscriptions.set('gateway', shown);
    // Sockets may have connected before the gateway listened to the log: they look for what they missed.
    void shown.ready.then(() => gateway.askToSync());
    const timeZone = settings.UNIVERSITY_TIME_ZONE;
    const services = { log, database, gate, metrics, logger, wakeRelay, timeZone };
    for (const [group, running] of await runDomainGroups(services)) subscriptions.set(group, running);
  }

  async function readGauges(): Promise<void> {
    metrics.sockets.set(gateway.connectedSockets());
    await measureLag({ log, metrics });
  }
}
