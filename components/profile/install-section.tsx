'use client';

import { Download } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { install, installOffer } from '@/lib/client/offline/install-offer';
import { useText } from '@/lib/client/text/text-context';
import { ProfileSection } from './profile-section';

/** Where the browser can install the app, and only there. */
export function InstallSection() {
  const text = useText().offline.install;
  const offer = useSyncExternalStore(installOffer.subscribe, installOffer.get, () => null);
  if (!offer) return null;
  return (
    <ProfileSection title={text.title}>
      <div className="grid justify-items-start gap-3 border-b py-4">
        <p className="text-ink-2">{text.hint}</p>
        <Button onClick={() => void install(offer)}>
          <Icon of={Download} /> {text.action}
        </Button>
      </div>
    </ProfileSection>
  );
}
