import { titled } from '@/app/request-language';
import { OfflinePage } from '@/components/offline/offline-page';

export const generateMetadata = titled((text) => text.offline.name);

/** Kept by the service worker, which shows it in place of a page that it does not have. */
export default function Offline() {
  return <OfflinePage />;
}
