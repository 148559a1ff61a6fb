import { Icon } from '@/components/ui/icon';
import type { Role } from '@/lib/contracts/http/me';
import { placesOfRole } from './places';
import type { DrawnPlace } from './places-context';

/** The places of a role as the server hands them to the page. */
export function drawPlaces(role: Role): DrawnPlace[] {
  return placesOfRole[role].map(({ icon, ...place }) => ({ ...place, icon: <Icon of={icon} /> }));
}
