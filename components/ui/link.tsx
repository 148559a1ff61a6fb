'use client';

import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { type ComponentProps, type MouseEvent, use } from 'react';

interface LinkProps extends ComponentProps<'a'> {
  /** A path of this site. */
  href: string;
  /** `false`: the page stays where it is scrolled to. */
  scroll?: boolean;
}

/**
 * A way to another page of this site, without loading the document anew. `next/link` does the same and more, for six times
 * the code on every page: here every page depends on its reader, so there is nothing that could be fetched ahead but the
 * code, and that is asked for when the pointer comes; the focus passes too many on its way through a list.
 */
export function Link({ href, scroll = true, onClick, ...props }: LinkProps) {
  // Absent outside of the app, as in a test: then it is a plain link.
  const router = use(AppRouterContext);
  const fetchAhead = () => router?.prefetch(href);
  return (
    <a
      href={href}
      onPointerEnter={fetchAhead}
      {...props}
      onClick={(event) => {
        onClick?.(event);
        if (!router || !isPlainClick(event) || props.target !== undefined || props.download !== undefined)
          return;
        event.preventDefault();
        router.push(href, { scroll });
      }}
    />
  );
}

/** With a key or another button the browser opens another tab or window, or saves. */
function isPlainClick(event: MouseEvent): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, button, defaultPrevented } = event;
  return !(altKey || ctrlKey || metaKey || shiftKey || button !== 0 || defaultPrevented);
}
