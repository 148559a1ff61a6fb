/**
 * Kafka's choice of partition: murmur2 of the key's UTF-8 bytes, made non-negative. The partition is this modulo the
 * topic's partitions, as in Kafka's Java client, so every producer of the contract puts a key into the same place.
 */
export function partitionHash(key: string): number {
  return murmur2(new TextEncoder().encode(key)) & 0x7fffffff;
}

export function partitionFor(key: string, partitions: number): number {
  return partitionHash(key) % partitions;
}

const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

function murmur2(bytes: Uint8Array): number {
  const words = bytes.length >>> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = SEED ^ bytes.length;
  for (let i = 0; i < words; i += 1) {
    let k = Math.imul(view.getInt32(i * 4, true), M);
    k = Math.imul(k ^ (k >>> R), M);
    hash = Math.imul(hash, M) ^ k;
  }
  const tail = words * 4;
  const rest = bytes.length - tail;
  if (rest > 0) {
    for (let i = rest - 1; i >= 0; i -= 1) hash ^= view.getUint8(tail + i) << (8 * i);
    hash = Math.imul(hash, M);
  }
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}
