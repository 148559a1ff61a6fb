import { SquarePen } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useText } from '@/lib/client/text/text-context';

/** The one thing to do where announcements are written. */
export function WriteLink() {
  const text = useText().announcement;
  return (
    <Button asChild look="primary">
      <Link href="/admin/announcements/new">
        <Icon of={SquarePen} /> {text.write}
      </Link>
    </Button>
  );
}
