import { Locale } from '@/lib/contracts/http/locale';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import { listSeries } from '../timetable/queries';
import { calendarClasses } from './calendar-class';
import { digestOf } from './calendar-link';
import { rememberClasses } from './remember-classes';
import { type CalendarSetting, writeCalendar } from './write-calendar';

/** Terms that ended longer ago are left out. */
const PAST_DAYS = 60;
const FILE = /^([\w-]{43})\.ics$/;

/**
 * The calendar file behind a secret address: what a student attends or a teacher teaches, in the zone and with the changes
 * of the timetable.
 * @throws {DomainProblem} `resource.not_found`, whatever is not right with the address or its owner
 */
export async function readCalendar(
  services: { unitOfWork: UnitOfWork } & Omit<CalendarSetting, 'locale'>,
  { file, correlationId }: { file: string; correlationId: string },
): Promise<string> {
  const token = FILE.exec(file)?.[1];
  if (token === undefined) throw new DomainProblem('resource.not_found');
  return services.unitOfWork.run({ correlationId }, async (tx) => {
    // The lock: of two requests for one calendar the second sees what the first has written down.
    const { rows } = await tx.query<{ id: string; role: string; locale: string | null }>(
      `SELECT app_user.id, app_user.role, app_user.locale FROM calendar_link
       JOIN app_user ON app_user.id = calendar_link.user_id AND app_user.status = 'active'
       WHERE calendar_link.token_hash = $1 FOR UPDATE OF calendar_link`,
      [digestOf(token)],
    );
    const owner = rows[0];
    if (!owner) throw new DomainProblem('resource.not_found');
    const from = new Date(Date.now() - PAST_DAYS * 86_400_000).toISOString().slice(0, 10);
    const range = { from, to: '9999-12-31' };
    const { role, id } = owner;
    const series =
      role === 'student' || role === 'faculty' ? await listSeries(tx, { of: role, id }, range) : [];
    const told = await rememberClasses(tx, id, { classes: calendarClasses(series), from });
    return writeCalendar(told, { ...services, locale: Locale.safeParse(owner.locale).data ?? null });
  });
}
