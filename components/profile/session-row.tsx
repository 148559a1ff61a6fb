'use client';

import { Laptop, MonitorSmartphone, Smartphone, Tablet } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { useProfileText } from '@/lib/client/session/profile-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { SessionView } from '@/lib/contracts/http/session';

const iconOf = { desktop: Laptop, phone: Smartphone, tablet: Tablet, other: MonitorSmartphone } as const;

interface SessionRowProps {
  session: SessionView;
  isEnding: boolean;
  onEnd: () => void;
}

export function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const text = useProfileText().sessions;
  const format = useFormat();
  const { browser, system } = session;
  const name = browser && system ? text.on(browser, system) : (browser ?? system ?? text.unknown);
  return (
    <li className="flex items-start gap-3 border-b py-3">
      <Icon of={iconOf[session.device]} className="mt-1 shrink-0 text-ink-3" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-strong wrap-anywhere">{name}</bdi>
          {session.is_current && <Badge tone="accent">{text.current}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-3">
          {session.ip_address !== '' && (
            <span className="wrap-anywhere">{text.address(session.ip_address)}</span>
          )}
          <span>
            {text.since} <RelativeTime at={session.created_at} />
          </span>
          <span>
            {text.seen} <RelativeTime at={session.last_seen_at} />
          </span>
        </p>
      </div>
      {!session.is_current && (
        <Button
          size="small"
          data-row=""
          disabled={isEnding}
          aria-label={text.endOf(name, format.dateTime(session.last_seen_at))}
          onClick={onEnd}
        >
          {text.end}
        </Button>
      )}
    </li>
  );
}
