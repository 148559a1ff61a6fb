import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { LogRecord } from '../port';

/** A record as kafkajs gives it, in the port's words. */
export function decodeRecord(topic: string, partition: number, message: KafkaMessage): LogRecord {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key === null ? null : message.key.toString('utf8'),
    value: message.value,
    headers: textHeaders(message.headers ?? {}),
    timestampMs: Number(message.timestamp),
  };
}

/** Of a header given several times, the last one. */
function textHeaders(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined || last === null ? [] : [[name, last.toString()]];
    }),
  );
}
