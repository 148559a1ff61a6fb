import { useRef } from 'react';

/**
 * For a Radix dialog that no trigger opens (a key, a menu, an address): focus goes back to where it was. Spread it on the
 * content. Nothing inside may focus itself while it mounts: the dialog focuses its first field, and looks around before.
 */
export function useReturnFocus() {
  const origin = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      origin.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      // It may have gone with the page it was on.
      if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus();
    },
  };
}
