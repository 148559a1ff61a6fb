'use client';

import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { usePushText } from '@/lib/client/push-subscription/push-subscriptions';
import type { PushSubscriptionView } from '@/lib/contracts/http/push-subscription';

export function SubscribedDevice({
  subscription,
  isCurrent,
  isBusy,
  onRemove,
}: {
  subscription: PushSubscriptionView;
  isCurrent: boolean;
  isBusy: boolean;
  onRemove: () => void;
}) {
  const text = usePushText();
  const { browser, system, created_at, last_success_at } = subscription;
  const name = browser && system ? text.on(browser, system) : (browser ?? system ?? text.unknown);
  return (
    <li className="flex items-start gap-3 border-b py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-strong wrap-anywhere">{name}</bdi>
          {isCurrent && <Badge tone="accent">{text.current}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-3">
          <span>
            {text.since} <RelativeTime at={created_at} />
          </span>
          {last_success_at === null ? (
            <span>{text.never}</span>
          ) : (
            <span>
              {text.last} <RelativeTime at={last_success_at} />
            </span>
          )}
        </p>
      </div>
      <Button size="small" disabled={isBusy} aria-label={text.removeOf(name)} onClick={onRemove}>
        {text.remove}
      </Button>
    </li>
  );
}
