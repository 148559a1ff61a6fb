import { Wordmark } from '@/components/layout/wordmark';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { requestText, titled } from './request-language';

export const generateMetadata = titled((text) => text.page.missing.name);

export default async function NotFound() {
  const text = (await requestText()).page.missing;
  return (
    <main className="mx-auto grid max-w-md content-start justify-items-start gap-4 px-4 py-16">
      <Wordmark />
      <h1 className="mt-6 text-lg">{text.title}</h1>
      <p className="text-ink-2">{text.text}</p>
      <Button asChild look="primary">
        <Link href="/">{text.toHome}</Link>
      </Button>
    </main>
  );
}
