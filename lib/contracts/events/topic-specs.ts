import { catalogue, type TopicName, topicNames } from './catalogue';

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
    retentionMs: retentionMs(catalogue[name].retentionDays),
    replicationFactor: options.replicationFactor,
  }));
}

export function retentionMs(days: number): number {
  return days * 24 * 60 * 60 * 1000;
}
