'use client';

import { createContext, type ReactNode, use } from 'react';
import { useMe } from '@/lib/client/session/me-context';
import type { Place } from './places';

/** A place with its icon drawn by the server: no page loads the icons of places it does not show. */
export interface DrawnPlace extends Omit<Place, 'icon'> {
  icon: ReactNode;
}

export const PlacesContext = createContext<readonly DrawnPlace[]>([]);

/** Where this user may go, most used first. Writing is a place of those who may write. */
export function usePlaces(): readonly DrawnPlace[] {
  const { may_announce } = useMe();
  return use(PlacesContext).filter((place) => place.label !== 'write' || may_announce);
}

export function isOpen(place: DrawnPlace, path: string): boolean {
  return path === place.href || (!place.exact && path.startsWith(`${place.href}/`));
}
