import { expect, it, vi } from 'vitest';
import { EventLogUnavailable } from '../port';
import { type TopicEnds, topicEnds } from './topic-ends';

const ends: TopicEnds = [{ partition: 0, offset: '5', high: '5', low: '0' }];
const taken = () =>
  Promise.reject(new TypeError("Cannot destructure property 'partitions' of 'low.pop(...)'"));

it('asks again when kafkajs lost its own answer', async () => {
  const fetchTopicOffsets = vi.fn(async (_topic: string) => ends).mockImplementationOnce(taken);
  expect(await topicEnds({ fetchTopicOffsets }, 't')).toEqual(ends);
  expect(fetchTopicOffsets).toHaveBeenCalledTimes(2);
});

it('calls it an outage when it goes on, and passes on every other error at once', async () => {
  vi.useFakeTimers();
  const never = expect(topicEnds({ fetchTopicOffsets: taken }, 't')).rejects.toBeInstanceOf(
    EventLogUnavailable,
  );
  await vi.runAllTimersAsync();
  await never;
  vi.useRealTimers();
  const other = new Error('Invalid topic');
  const fetchTopicOffsets = vi.fn(() => Promise.reject(other));
  await expect(topicEnds({ fetchTopicOffsets }, 't')).rejects.toBe(other);
  expect(fetchTopicOffsets).toHaveBeenCalledTimes(1);
});
