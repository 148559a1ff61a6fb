'use client';

import { useEffect, useState } from 'react';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { whenIdle } from '@/components/ui/when-idle';

const fetchPassword = () => import('./password-section').then((module) => module.PasswordSection);

/** Rarely opened: fetched once the page is up. */
export function SecuritySections() {
  const [isPageUp, setIsPageUp] = useState(false);
  useEffect(() => whenIdle(() => setIsPageUp(true)), []);
  const Password = useFetchedPart(fetchPassword, { isWanted: isPageUp });
  return <>{Password && <Password />}</>;
}
