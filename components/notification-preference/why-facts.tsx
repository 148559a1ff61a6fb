'use client';

import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { ExplainedAudience, NotificationWhy } from '@/lib/contracts/http/notification-why';

/** Why somebody got a notification, or did not: the event, the rule, the choice, and what became of it. */
export function WhyFacts({ why }: { why: NotificationWhy }) {
  const { why: text, categories, channels } = usePreferenceText();
  const format = useFormat();
  const audience = useAudienceWords();
  const { event } = why;
  const outcome = [
    why.decision === '' && !why.is_shown ? text.notInApp : text.decisions[why.decision],
    why.held_until !== null && text.heldUntil(format.weekTime(why.held_until)),
    why.decision !== '' && why.is_shown && text.shownSince,
    why.brief && text.brief(why.brief.title, format.weekTime(why.brief.at)),
  ].filter((words) => typeof words === 'string');
  const rows = [
    [
      text.event,
      event.type === null
        ? text.eventUnknown(event.id)
        : text.eventOf(
            event.type,
            event.service ?? '',
            format.weekTime(event.at ?? why.created_at),
            event.id,
          ),
    ],
    [text.audience, why.audience && audience(why.audience)],
    [text.category, [categories[why.category], why.course].filter(Boolean).join(', ')],
    [text.rule, text.chosenBy[why.chosen_by]],
    [text.outcome, outcome.join(', ')],
    [text.wentBy, why.went_by.map((channel) => channels[channel]).join(', ')],
    [text.waitsFor, why.waits_for.map((channel) => channels[channel]).join(', ')],
  ] as const;
  return (
    <dl className="text-sm">
      {rows.map(
        ([label, value]) =>
          value && (
            <div key={label} className="grid gap-x-3 py-1 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
              <dt className="text-ink-3">{label}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** "departments: Computer Science", "3 people" */
export function useAudienceWords() {
  const text = usePreferenceText().why;
  return ({ target_audience, roles, departments, courses, users }: ExplainedAudience): string => {
    const named = [...roles, ...departments, ...courses, ...(users > 0 ? [text.users(users)] : [])];
    const kind = text.audiences[target_audience];
    return named.length === 0 ? kind : `${kind}: ${named.join(', ')}`;
  };
}
