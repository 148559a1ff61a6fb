'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { useText } from '@/lib/client/text/text-context';
import type { DeskPage } from './desk-frame';
import { DeskSkeleton } from './desk-skeleton';

/** The event desk. Each of its pages is loaded when it is opened, and rendered in the browser alone. */
export function EventDesk({ page, correlationId = '' }: { page: DeskPage; correlationId?: string }) {
  const Page = pages[page];
  return <Page correlationId={correlationId} />;
}

function Loading() {
  return <DeskSkeleton label={useText().ui.loading} />;
}

const pages: Readonly<Record<DeskPage, ComponentType<{ correlationId: string }>>> = {
  tail: dynamic(() => import('./tail-page').then((module) => module.TailPage), {
    ssr: false,
    loading: Loading,
  }),
  deadLetters: dynamic(() => import('./dead-letter-page').then((module) => module.DeadLetterPage), {
    ssr: false,
    loading: Loading,
  }),
  lag: dynamic(() => import('./lag-page').then((module) => module.LagPage), { ssr: false, loading: Loading }),
  catalogue: dynamic(() => import('./catalogue-page').then((module) => module.CataloguePage), {
    ssr: false,
    loading: Loading,
  }),
  audit: dynamic(() => import('./audit-page').then((module) => module.AuditPage), {
    ssr: false,
    loading: Loading,
  }),
  trace: dynamic(() => import('./trace-page').then((module) => module.TracePage), {
    ssr: false,
    loading: Loading,
  }),
};
