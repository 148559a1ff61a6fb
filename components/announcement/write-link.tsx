'use client';

import { SquarePen } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import { writeHref } from './author-places';

/** The one thing to do where announcements are written. */
export function WriteLink() {
  const text = useText().announcement;
  const me = useMe();
  return (
    <Button asChild look="primary">
      <Link href={writeHref(me)}>
        <Icon of={SquarePen} /> {text.write}
      </Link>
    </Button>
  );
}
