'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { ProfileSection } from '@/components/profile/profile-section';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import {
  pushSubscriptionKeys,
  pushSubscriptionsOptions,
  testPush,
  usePushText,
} from '@/lib/client/push-subscription/push-subscriptions';
import {
  describeBrowser,
  endSubscription,
  subscribeBrowser,
} from '@/lib/client/push-subscription/this-browser';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { SubscribedDevice } from './subscribed-device';

const browserKey = [...pushSubscriptionKeys.all, 'this-browser'] as const;

/** Which of the user's browsers are told while no page is open, and this one's switch. */
export function PushSection() {
  const { problem } = useText();
  const text = usePushText();
  const queryClient = useQueryClient();
  const list = useQuery(pushSubscriptionsOptions());
  const browser = useQuery({
    queryKey: browserKey,
    queryFn: describeBrowser,
    staleTime: 0,
    networkMode: 'always',
  });
  const settled = {
    onError: (error: Error) => toast.error(text.notDone(describeProblem(problem, error))),
    onSettled: () => queryClient.invalidateQueries({ queryKey: pushSubscriptionKeys.all }),
  };
  const turnOn = useMutation({
    mutationFn: subscribeBrowser,
    onSuccess: async () => {
      const { state } = await describeBrowser();
      if (state === 'on') toast.success(text.turnedOn);
      else toast.error(text.stillOff);
    },
    ...settled,
  });
  const turnOff = useMutation({
    mutationFn: ({ id, isOwn }: { id: string; isOwn: boolean }) => endSubscription(id, isOwn),
    onSuccess: () => toast.success(text.removed),
    ...settled,
  });
  const test = useMutation({
    mutationFn: testPush,
    onSuccess: ({ sent_count, failed_count }) => toast.success(text.tested(sent_count, failed_count)),
    ...settled,
  });
  const items = list.data?.items ?? [];
  const mark = browser.data?.state === 'on' ? browser.data.mark : null;
  // One that the server has forgotten, or that is another user's by now, is off.
  const isOn = items.some((each) => each.mark === mark);
  const state = browser.data?.state === 'on' && !isOn ? 'off' : browser.data?.state;
  const isBusy = turnOn.isPending || turnOff.isPending || test.isPending;
  return (
    <ProfileSection title={text.title}>
      <div className="grid gap-4 border-b py-4">
        <p className="text-ink-2">{text.about}</p>
        {(list.isPending || browser.isPending) && <ListSkeleton label={text.loading} rows={1} />}
        {list.isError && !list.data && (
          <ErrorState title={text.failed} error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.data && state && <p role="status">{text.states[state]}</p>}
        {items.length > 0 && (
          <ul aria-label={text.devices} className="border-t">
            {items.map((each) => (
              <SubscribedDevice
                key={each.id}
                subscription={each}
                isCurrent={each.mark === mark}
                isBusy={isBusy}
                onRemove={() => turnOff.mutate({ id: each.id, isOwn: each.mark === mark })}
              />
            ))}
          </ul>
        )}
        {list.data && (
          <div className="flex flex-wrap gap-2">
            {state === 'off' && (
              <Button look="primary" disabled={isBusy} onClick={() => turnOn.mutate(list.data.public_key)}>
                <Icon of={BellRing} /> {text.turnOn}
              </Button>
            )}
            {items.length > 0 && (
              <Button disabled={isBusy} onClick={() => test.mutate()}>
                {text.test}
              </Button>
            )}
          </div>
        )}
      </div>
    </ProfileSection>
  );
}
