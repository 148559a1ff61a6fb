import type { CheckInCode } from '@/lib/contracts/http/check-in';
import type { SqlTx } from '@/lib/infra/db/sql';
import { drawQrCode } from '@/lib/infra/qr-code/draw-qr-code';
import { DomainProblem } from '../problem';
import type { CheckInCodes } from './check-in-token';
import { type ByStaff, findCheckIn } from './find-check-in';

/**
 * What the wall shows at this moment. The token stands behind the `#` of the address: browsers send that to nobody.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `check_in.not_open`
 */
export async function showCode(
  sql: SqlTx,
  request: ByStaff & { codes: CheckInCodes; publicOrigin: string },
): Promise<CheckInCode> {
  const session = await findCheckIn(sql, request);
  if (!session.is_checking_in) throw new DomainProblem('check_in.not_open');
  const { token, code, changesAt, endsAt } = request.codes.show(session.id, session.now.getTime());
  const address = `${request.publicOrigin}/check-in`;
  return {
    qr: drawQrCode(`${address}#${token}`),
    address,
    code,
    server_time: session.now.toISOString(),
    changes_at: new Date(changesAt).toISOString(),
    ends_at: new Date(endsAt).toISOString(),
  };
}
