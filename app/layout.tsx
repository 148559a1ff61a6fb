import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { TextProvider } from '@/lib/client/text/text-provider';
import { themeScript } from '@/lib/client/theme/show-theme';
import { requestLanguage, requestText } from './request-language';

export async function generateMetadata(): Promise<Metadata> {
  const text = await requestText();
  return { title: { default: 'NimbusU', template: '%s · NimbusU' }, description: text.page.description };
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1620' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await requestLanguage();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme is set on <html> before the first paint, which the server cannot know.
    <html
      lang={language.locale}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: text of our own, for the first paint to be in its theme */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeScript }} />
        <TextProvider {...language}>{children}</TextProvider>
      </body>
    </html>
  );
}
