'use client';

import { useIdlePart } from '@/components/ui/use-idle-part';

const fetchCalendar = () => import('./calendar-section').then((module) => module.CalendarSection);
const fetchPhone = () => import('./phone-section').then((module) => module.PhoneSection);
const fetchPush = () =>
  import('@/components/push-subscription/push-section').then((module) => module.PushSection);
const fetchPassword = () => import('./password-section').then((module) => module.PasswordSection);
const fetchFactor = () => import('./second-factor-section').then((module) => module.SecondFactorSection);

/** Rarely used: fetched once the page is up. */
export function RareSections() {
  const Calendar = useIdlePart(fetchCalendar);
  const Phone = useIdlePart(fetchPhone);
  const Push = useIdlePart(fetchPush);
  const Password = useIdlePart(fetchPassword);
  const Factor = useIdlePart(fetchFactor);
  return (
    <>
      {Push && <Push />}
      {Phone && <Phone />}
      {Calendar && <Calendar />}
      {Password && <Password />}
      {Factor && <Factor />}
    </>
  );
}
