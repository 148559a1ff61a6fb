import fc from 'fast-check';
import kafkajs from 'kafkajs';
import { expect, it } from 'vitest';
import { partitionFor, partitionHash } from './partition-hash';

// From the tests of Kafka's own Java client (UtilsTest.testMurmur2), made non-negative.
const vectors: readonly [string, number][] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
];

it.each(vectors)('hashes %j as the Java client does', (key, hash) => {
  expect(partitionHash(key)).toBe(hash & 0x7fffffff);
});

it('agrees with kafkajs for any key', () => {
  const choose = kafkajs.Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: 12 }, (_, partitionId) => ({
    partitionId,
    leader: 0,
    partitionErrorCode: 0,
    replicas: [],
    isr: [],
  }));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (key) => {
      const theirs = choose({
        topic: 't',
        partitionMetadata,
        message: { key: Buffer.from(key), value: null },
      });
      expect(partitionFor(key, 12)).toBe(theirs);
    }),
  );
});
