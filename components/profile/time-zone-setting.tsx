'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useClock } from '@/components/ui/use-clock';
import { useProfileText } from '@/lib/client/session/profile-text';
import { useFormat } from '@/lib/client/text/text-context';
import { TimeZonePicker } from './time-zone-picker';

interface TimeZoneSettingProps {
  /** `null`: that of the browser. */
  chosen: string | null;
  onChoose: (zone: string | null) => void;
}

/** The zone of all times on screen, with the time it is there. */
export function TimeZoneSetting({ chosen, onChoose }: TimeZoneSettingProps) {
  const text = useProfileText();
  const format = useFormat();
  const now = useClock();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="font-strong">{text.zone}</p>
        <p className="wrap-anywhere">{chosen ?? text.zoneOfBrowser(format.timeZone)}</p>
        <p className="text-sm text-ink-3" suppressHydrationWarning>
          {text.zoneHint(format.clock(now))}
        </p>
      </div>
      <Button size="small" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {text.changeZone}
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title={text.changeZone} close={text.close}>
        <TimeZonePicker
          chosen={chosen}
          onChoose={(zone) => {
            setIsOpen(false);
            onChoose(zone);
          }}
        />
      </Dialog>
    </div>
  );
}
