'use client';

import dynamic from 'next/dynamic';

/** Nothing to be seen: its code comes after the page. */
export const KeepWhenLoaded = dynamic(
  () => import('./keep-for-offline').then((module) => module.KeepForOffline),
  { ssr: false },
);
