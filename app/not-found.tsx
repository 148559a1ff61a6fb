import Link from 'next/link';
import { Wordmark } from '@/components/layout/wordmark';
import { Button } from '@/components/ui/button';

export const metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <main className="mx-auto grid max-w-md content-start justify-items-start gap-4 px-4 py-16">
      <Wordmark />
      <h1 className="mt-6 text-lg">There is no such page</h1>
      <p className="text-ink-2">The address may be mistyped, or what was here is gone.</p>
      <Button asChild look="primary">
        <Link href="/">To your home page</Link>
      </Button>
    </main>
  );
}
