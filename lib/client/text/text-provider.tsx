'use client';

import dynamic from 'next/dynamic';
import { type ComponentType, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Locale } from '@/lib/contracts/http/locale';
import { createFormat } from './create-format';
import { timeZoneCookie } from './language-cookies';
import type { Messages } from './load-messages';
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
  const { Bring } = catalogues[locale];
  return (
    <>
      <Bring />
      <Spoken locale={locale} timeZone={timeZone}>
        {children}
      </Spoken>
    </>
  );
}

function Spoken({ locale, timeZone, children }: TextProviderProps) {
  const messages = use(catalogues[locale].arrived);
  const zone = useTimeZone(timeZone);
  useEffect(tellAlive, []);
  const spoken = useMemo(
    () => ({ messages, format: createFormat(locale, zone, messages.ui.justNow) }),
    [messages, locale, zone],
  );
  return <TextContext value={spoken}>{children}</TextContext>;
}

/** Effects of what is below run first: with `data-alive` on the page, all that is pressed on it is heard. */
function tellAlive(): void {
  document.documentElement.dataset.alive = '';
}

/**
 * Each catalogue is imported here and nowhere else in the browser, so it is one chunk. `Bring` shows nothing: the server
 * names its chunk in the page, to be fetched with the rest, and where it is rendered the catalogue arrives.
 */
const [english, german] = [awaited<Messages>(), awaited<Messages>()];
const catalogues: Record<Locale, { Bring: ComponentType; arrived: Promise<Messages> }> = {
  en: {
    arrived: english.promise,
    Bring: dynamic(() => import('./en/messages').then(({ messages }) => english.arrive(messages))),
  },
  de: {
    arrived: german.promise,
    Bring: dynamic(() => import('./de/messages').then(({ messages }) => german.arrive(messages))),
  },
};

function awaited<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  const arrive = (value: T): ComponentType => {
    resolve(value);
    return Nothing;
  };
  return { promise, arrive };
}

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
