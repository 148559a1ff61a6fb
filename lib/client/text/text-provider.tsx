'use client';

import dynamic from 'next/dynamic';
import { type ComponentType, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Locale } from '@/lib/contracts/http/locale';
import { timeZoneCookie } from './choose-locale';
import { createFormat } from './create-format';
import { loadMessages } from './load-messages';
import { TextContext } from './text-context';

interface TextProviderProps {
  locale: Locale;
  /** The user's choice, or what this browser said last time; `null` when nobody knows yet. */
  timeZone: string | null;
  children: ReactNode;
}

/**
 * The language of everything below, decided on the server. The page shows what the server rendered until the catalogue
 * has come, so there is no moment in another language; a change of language keeps the tree as it is.
 */
export function TextProvider({ locale, timeZone, children }: TextProviderProps) {
  const messages = use(loadMessages(locale));
  const zone = useTimeZone(timeZone);
  const spoken = useMemo(
    () => ({ messages, format: createFormat(locale, zone, messages.ui.justNow) }),
    [messages, locale, zone],
  );
  const Preload = preloads[locale];
  return (
    <TextContext value={spoken}>
      <Preload />
      {children}
    </TextContext>
  );
}

/** Renders nothing, but has the server name the catalogue's chunk in the page, so that it is fetched with the rest. */
const preloads: Record<Locale, ComponentType> = {
  en: dynamic(() => import('./en/messages').then(() => Nothing)),
  de: dynamic(() => import('./de/messages').then(() => Nothing)),
};

function Nothing() {
  return null;
}

/** The given zone, or this browser's; what the browser says is kept for the server, which renders the next page. */
function useTimeZone(given: string | null): string {
  const own = useSyncExternalStore(never, browserZone, () => 'UTC');
  useEffect(() => {
    const year = 365 * 24 * 60 * 60;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there without TLS
    document.cookie = `${timeZoneCookie}=${encodeURIComponent(browserZone())}; path=/; max-age=${year}; samesite=lax`;
  }, []);
  return given ?? own;
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function never(): () => void {
  return () => {};
}
