import { expect, it } from 'vitest';
import { EventLogUnavailable } from '@/lib/infra/event-log/port';
import { isOutage } from './is-outage';

const coded = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

it.each([
  ['the server refuses', coded('ECONNREFUSED')],
  ['the connection breaks', coded('ECONNRESET')],
  ['the name is not found', coded('EAI_AGAIN')],
  ['the server shuts down', coded('57P01')],
  ['the server starts up', coded('57P03')],
  ['too many connections', coded('53300')],
  ['the disk is full', coded('53100')],
  ['a deadlock', coded('40P01')],
  ['a serialisation failure', coded('40001')],
  ['read only while it fails over', coded('25006')],
  ['pg lost it without a code', new Error('Connection terminated unexpectedly')],
  ['the log is down', new EventLogUnavailable('down')],
  ['one of these inside another', new Error('handler failed', { cause: coded('ECONNREFUSED') })],
])('waits while %s', (_what, error) => expect(isOutage(error)).toBe(true));

it.each([
  ['a unique key', coded('23505')],
  ['a foreign key', coded('23503')],
  ['a syntax error', coded('42601')],
  ['a wrong value', coded('22P02')],
  ['a bug', new TypeError('x is not a function')],
  ['a missing file', coded('ENOENT')],
  ['not even an error', 'ECONNREFUSED'],
  ['nothing', undefined],
])('takes for the record’s own fault: %s', (_what, error) => expect(isOutage(error)).toBe(false));
