import type { SqlTx } from '@/lib/infra/db/sql';

/** So long after a mail has come back nothing more goes to its address. Then one may try whether there is a mailbox by now. */
const DAYS = 30;

/** Whether an address (an SQL expression) takes no mail, as far as is known. */
export const undeliverable = (address: string) => `
  EXISTS (SELECT 1 FROM mail_bounce AS bounce
    WHERE bounce.address = lower(${address}) AND bounce.is_of_address
      AND bounce.received_at > now() - interval '${DAYS} days')`;

/** Whether an address takes no mail, as far as is known. */
export async function isUndeliverable(sql: SqlTx, address: string): Promise<boolean> {
  const { rows } = await sql.query<{ is_so: boolean }>(`SELECT ${undeliverable('$1::text')} AS is_so`, [
    address,
  ]);
  return rows[0]?.is_so ?? false;
}
