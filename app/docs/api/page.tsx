import Link from 'next/link';
import { apiDocument } from '@/app/api/openapi/api-document';
import { services } from '@/app/api/services';
import { ApiReference } from '@/components/api-docs/api-reference';
import { ThemeSwitch } from '@/components/layout/theme-switch';
import { Wordmark } from '@/components/layout/wordmark';

export const metadata = { title: 'API' };
/** Made for each request: what it shows of the settings is not there when the app is built. */
export const dynamic = 'force-dynamic';

/** For anybody; in English like the document it shows. */
export default function ApiDocsPage() {
  const { document } = apiDocument(services());
  return (
    <div lang="en">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-30 border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-5xl items-center justify-between px-4 md:px-6">
          <Link href="/" className="rounded-sm py-2" aria-label="NimbusU, to the portal">
            <Wordmark />
          </Link>
          <ThemeSwitch />
        </div>
      </header>
      <ApiReference document={document} />
    </div>
  );
}
