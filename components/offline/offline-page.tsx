'use client';

import { useEffect, useState } from 'react';
import { Wordmark } from '@/components/layout/wordmark';
import { Button } from '@/components/ui/button';
import { listKeptPages } from '@/lib/client/offline/list-kept-pages';
import { useText } from '@/lib/client/text/text-context';

/** Stands where a page is not to be had. Its address is that page's, so trying again is loading it again. */
export function OfflinePage() {
  const text = useText();
  const kept = useKeptPages();
  useEffect(() => {
    window.addEventListener('online', tryAgain);
    return () => window.removeEventListener('online', tryAgain);
  }, []);
  return (
    <main className="mx-auto grid max-w-md content-start justify-items-start gap-4 px-4 py-16">
      <Wordmark />
      <h1 className="mt-6 text-lg">{text.offline.title}</h1>
      <p className="text-ink-2">{text.offline.text}</p>
      <Button look="primary" onClick={tryAgain}>
        {text.ui.tryAgain}
      </Button>
      {kept.length > 0 && (
        <nav aria-label={text.offline.kept} className="mt-4 w-full">
          <h2 className="border-b pb-2 text-md">{text.offline.kept}</h2>
          <ul>
            {kept.map(({ path, place }) => (
              <li key={path} className="border-b">
                {/* A whole page load: the router of this page would ask for parts of one. */}
                <a href={path} className="block py-3 text-accent hover:underline">
                  {text.layout.places[place]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </main>
  );
}

const places = [
  { path: '/home', place: 'home' },
  { path: '/faculty', place: 'home' },
  { path: '/inbox', place: 'inbox' },
  { path: '/announcements', place: 'announcements' },
  { path: '/timetable', place: 'timetable' },
] as const;

function useKeptPages() {
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set());
  useEffect(() => {
    let isShown = true;
    void listKeptPages().then((paths) => {
      if (isShown) setKept(paths);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return places.filter(({ path }) => kept.has(path));
}

function tryAgain(): void {
  if (window.location.pathname === '/offline') window.location.assign('/');
  else window.location.reload();
}
