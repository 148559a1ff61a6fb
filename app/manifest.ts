import type { MetadataRoute } from 'next';
import { requestText } from './request-language';

/** What a device needs to install the portal: its name, its icons and the two places worth a shortcut. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const text = await requestText();
  const { inbox, announcements } = text.layout.places;
  return {
    id: '/',
    name: 'NimbusU',
    short_name: 'NimbusU',
    description: text.page.description,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf9f5',
    theme_color: '#fbf9f5',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: inbox, url: '/inbox' },
      { name: announcements, url: '/announcements' },
    ],
  };
}
