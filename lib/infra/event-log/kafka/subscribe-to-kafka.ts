import type { Admin, Kafka } from 'kafkajs';
import type { Subscription, SubscriptionSpec } from '../port';
import { type Member, runMember } from './run-member';

const WATCH = { everyMs: 10_000, limitMs: 60_000 };

/**
 * A member of a Kafka group, and a watchdog over it: kafkajs is known to stop fetching without a word, so when no fetch
 * comes back though the broker answers, the member is replaced by a new one.
 */
export function subscribeToKafka(options: {
  kafka: Kafka;
  admin: () => Promise<Admin>;
  ping: () => Promise<void>;
  subscription: SubscriptionSpec;
  onError: (error: unknown) => void;
  watch?: { everyMs: number; limitMs: number };
}): Subscription {
  const { admin, subscription, onError, watch = WATCH } = options;
  /** 0 before the first: a member that has not joined yet consumes nothing. */
  let lastTurn = 0;
  let startedAt = Date.now();
  let announceReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  let stopping = false;
  let replacing: Promise<void> | null = null;
  let member = start();
  const watchdog = setInterval(() => {
    if (!replacing && idleMs() > watch.limitMs) replacing = look().finally(() => (replacing = null));
  }, watch.everyMs);
  watchdog.unref();

  function idleMs(): number {
    return Date.now() - Math.max(lastTurn, startedAt);
  }

  function start(): Member {
    return runMember({
      ...options,
      onFetch: () => {
        lastTurn = Date.now();
      },
      onJoined: announceReady,
    });
  }

  async function look(): Promise<void> {
    const askedAt = Date.now();
    const answers = await options.ping().then(
      () => true,
      () => false, // an outage: kafkajs waits for its end, as it should
    );
    if (!answers || stopping || lastTurn >= askedAt) return;
    onError(new Error(`no fetch of ${subscription.groupId} came back for ${idleMs()} ms: it starts anew`));
    await member.stop();
    startedAt = Date.now();
    if (!stopping) member = start();
  }

  return {
    ready,
    lastTurnMs: () => lastTurn,
    async stop() {
      stopping = true;
      clearInterval(watchdog);
      await replacing;
      await member.stop();
      if (!subscription.ephemeral) return;
      // Best effort: a group without members and places ends by itself.
      await admin()
        .then((connected) => connected.deleteGroups([subscription.groupId]))
        .catch(() => undefined);
    },
  };
}
