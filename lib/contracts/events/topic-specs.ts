import { catalogue, type TopicName, topicNames } from './catalogue';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the log has to be: every topic of the contract, `dlq.events` included. */
export function topicSpecs(options: { readonly replicationFactor: number }): {
  name: TopicName;
  partitions: number;
  retentionMs: number;
  replicationFactor: number;
}[] {
  return topicNames.map((name) => ({
    name,
    partitions: catalogue[name].partitions,
    retentionMs: catalogue[name].retentionDays * DAY_MS,
    replicationFactor: options.replicationFactor,
  }));
}
