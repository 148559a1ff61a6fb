import { DomainProblem } from '../../problem';
import type { SignedIn } from '../../session/authenticate';

/**
 * What the university says in its own name is written by administrators.
 * @throws {DomainProblem} `auth.forbidden`
 */
export function requireTemplateAdmin(actor: SignedIn): void {
  if (actor.role !== 'admin') throw new DomainProblem('auth.forbidden');
}
