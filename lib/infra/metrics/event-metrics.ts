import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The contract's metrics by their names, and a few of our own (`nimbusu_`). One registry a process. */
export function createEventMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
  return {
    registry,
    produced: counter('kafka_messages_produced_total', 'Messages produced', ['topic', 'event_type']),
    consumed: counter('kafka_messages_consumed_total', 'Messages consumed', [
      'topic',
      'consumer_group',
      'event_type',
    ]),
    lag: gauge('kafka_consumer_lag', 'Records a group still has to read', [
      'topic',
      'consumer_group',
      'partition',
    ]),
    processing: new Histogram({
      name: 'kafka_message_processing_duration_seconds',
      help: 'From the start of a record’s handling to its commit, in seconds',
      labelNames: ['topic', 'event_type'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    producerErrors: counter('kafka_producer_errors_total', 'Failed sends to the log', []),
    consumerErrors: counter('kafka_consumer_errors_total', 'Failed attempts to handle a record', [
      'topic',
      'consumer_group',
    ]),
    deadLetters: counter('kafka_dlq_messages_total', 'Records sent to the dead letter queue', [
      'original_topic',
      'failure_reason',
    ]),
    pushes: counter('nimbusu_pushes_total', 'Pushes handed to the sockets of this process', ['push']),
    acks: counter('nimbusu_acks_total', 'Arrivals acknowledged by browsers', []),
    sockets: gauge('nimbusu_sockets_connected', 'Sockets connected to this process', []),
    breakerOpen: gauge('nimbusu_breaker_open', '1 while an outage holds the consumers back', []),
  };
}

export type EventMetrics = ReturnType<typeof createEventMetrics>;
