'use client';

import { lazy, Suspense } from 'react';

/** The body of an announcement: as plain text until what renders Markdown is there, and where it cannot be had. */
export function AnnouncementBody({ text }: { text: string }) {
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <Markdown text={text} />
    </Suspense>
  );
}

const Markdown = lazy(() =>
  import('./markdown').then(
    (module) => ({ default: module.Markdown }),
    () => ({ default: PlainText }),
  ),
);

function PlainText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-line wrap-anywhere" dir="auto">
      {text}
    </p>
  );
}
