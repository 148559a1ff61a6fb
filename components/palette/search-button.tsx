'use client';

import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useText } from '@/lib/client/text/text-context';

/** The way to the palette without a keyboard. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const text = useText().palette;
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={text.open}
      aria-keyshortcuts="Control+K Meta+K"
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <Icon of={Search} />
    </Button>
  );
}
