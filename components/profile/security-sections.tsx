'use client';

import { useIdlePart } from '@/components/ui/use-idle-part';

const fetchPassword = () => import('./password-section').then((module) => module.PasswordSection);
const fetchFactor = () => import('./second-factor-section').then((module) => module.SecondFactorSection);

/** Rarely used: fetched once the page is up. */
export function SecuritySections() {
  const Password = useIdlePart(fetchPassword);
  const Factor = useIdlePart(fetchFactor);
  return (
    <>
      {Password && <Password />}
      {Factor && <Factor />}
    </>
  );
}
