import * as z from 'zod';
import type { PayloadOf } from '@/lib/contracts/events/catalogue';
import type { NotificationChannel } from '@/lib/contracts/http/notification-category';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { type Audience, onlyUsers } from '../audience';
import { CommandRefused, type SingleType } from './command';

/** Somebody whom a command names and who will not get it. */
export interface Missed {
  /** As the command names them; empty where it is not a person. */
  readonly userId: string;
  readonly reason: string;
}

export type Recipients =
  | { readonly audience: Audience; readonly missed: readonly Missed[] }
  /** Somebody who has no account here. */
  | { readonly channel: 'email' | 'sms'; readonly address: string };

interface Person {
  id: string;
  status: string;
  phone: string;
}

/**
 * The one whom a command for one recipient means: by id, else by the address of an account, else by the address alone, where
 * one of the channels can go there.
 * @throws {CommandRefused} when that is nobody
 */
export async function findOne(
  sql: SqlTx,
  payload: PayloadOf<SingleType>,
  channels: readonly NotificationChannel[],
): Promise<Recipients> {
  const person = await findPerson(sql, payload);
  if (!person) return strangerOf(payload, channels);
  if (person.status !== 'active')
    throw new CommandRefused('recipient_user_id', 'inactive', 'The account of the recipient is not active');
  if (channels.length === 1 && channels[0] === 'sms' && person.phone === '')
    throw new CommandRefused('recipient_phone', 'missing', 'The recipient has no phone number');
  return { audience: onlyUsers([person.id]), missed: [] };
}

async function findPerson(sql: SqlTx, payload: PayloadOf<SingleType>): Promise<Person | undefined> {
  const { recipient_user_id: id, recipient_email: email, recipient_phone: phone } = payload;
  if (id !== '') {
    const known = isUuid(id) ? await findBy(sql, 'id = $1::uuid', id) : undefined;
    if (!known) throw new CommandRefused('recipient_user_id', 'unknown', 'There is no such user');
    return known;
  }
  if (email.includes('\u0000') || phone.includes('\u0000'))
    throw new CommandRefused('recipient_email', 'unknown', 'The address holds a null character');
  if (email !== '') return findBy(sql, 'email = $1', email.trim().toLowerCase());
  // Two people may share a phone; then none of them is meant.
  if (phone !== '') return findBy(sql, 'phone = $1', phone.trim());
  throw new CommandRefused('recipient_user_id', 'missing', 'The command names no recipient');
}

async function findBy(sql: SqlTx, condition: string, value: string): Promise<Person | undefined> {
  const { rows } = await sql.query<Person>(
    `SELECT id, status, phone FROM app_user WHERE ${condition} LIMIT 2`,
    [value],
  );
  return rows.length === 1 ? rows[0] : undefined;
}

const Email = z.email().max(254);
const Phone = z.e164();

function strangerOf(payload: PayloadOf<SingleType>, channels: readonly NotificationChannel[]): Recipients {
  const { recipient_email, recipient_phone } = payload;
  const email = Email.safeParse(recipient_email.trim());
  if (channels.includes('email') && recipient_email !== '') {
    if (!email.success) throw new CommandRefused('recipient_email', 'invalid', 'This is no e-mail address');
    return { channel: 'email', address: email.data };
  }
  const phone = Phone.safeParse(recipient_phone.trim());
  if (channels.includes('sms') && recipient_phone !== '') {
    if (!phone.success)
      throw new CommandRefused('recipient_phone', 'invalid', 'This is no phone number in international form');
    return { channel: 'sms', address: phone.data };
  }
  throw new CommandRefused(
    'recipient_email',
    'unknown',
    'Nobody here has this address, and none of the channels goes to an address alone',
  );
}
