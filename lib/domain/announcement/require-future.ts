import { wrongField } from '../problem';

/** @throws {DomainProblem} `request.invalid` naming the field, when the time is not to come */
export function requireFuture(field: string, at: string | null, now = Date.now()): void {
  if (at !== null && Date.parse(at) <= now)
    throw wrongField(field, 'past', 'Choose a time that is still to come');
}

/** @throws {DomainProblem} `request.invalid`, when it would end before it begins */
export function requireEndAfter(start: string, end: string | null): void {
  if (end !== null && Date.parse(end) <= Date.parse(start))
    throw wrongField('expires_at', 'before_start', 'It would end before it is published');
}
