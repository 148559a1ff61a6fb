import { apiDocument } from '@/app/api/openapi/api-document';
import { services } from '@/app/api/services';
import { ApiReference } from '@/components/api-docs/api-reference';
import { ThemeSwitch } from '@/components/layout/theme-switch';
import { Wordmark } from '@/components/layout/wordmark';
import { Link } from '@/components/ui/link';
import { requestText, titled } from '../../request-language';

export const generateMetadata = titled((text) => text.api.name);
/** Made for each request: what it shows of the settings is not there when the app is built. */
export const dynamic = 'force-dynamic';

/** For anybody. */
export default async function ApiDocsPage() {
  const text = await requestText();
  const { document } = apiDocument(services());
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {text.layout.skip}
      </a>
      <header className="sticky top-0 z-30 border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-5xl items-center justify-between px-4 md:px-6">
          <Link href="/" className="rounded-sm py-2" aria-label={text.layout.toHome}>
            <Wordmark />
          </Link>
          <ThemeSwitch />
        </div>
      </header>
      <ApiReference document={document} text={text.api} />
    </>
  );
}
