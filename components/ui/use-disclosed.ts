import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

interface Disclosed {
  /** Of what was opened; its button, with `aria-expanded`, stands beside it. */
  box: RefObject<HTMLDivElement | null>;
  /** Closes it, with all that it has opened over the page, and gives the focus back to the button. */
  close: () => void;
}

/** For what a button has opened beside itself. Escape closes it, from the button too. */
export function useDisclosed(onClose: () => void): Disclosed {
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    const button = box.current?.parentElement?.querySelector<HTMLElement>(':scope > [aria-expanded=true]');
    // A dialog keeps the focus inside while it is there.
    flushSync(onClose);
    button?.focus();
  };
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const around = box.current?.parentElement;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    around?.addEventListener('keydown', onKeyDown);
    return () => around?.removeEventListener('keydown', onKeyDown);
  }, []);
  return { box, close };
}
