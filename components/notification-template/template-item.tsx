import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { useArchiveTemplate } from '@/lib/client/notification-template/change-template';
import { useTemplateText } from '@/lib/client/notification-template/template-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { TemplateView } from '@/lib/contracts/http/notification-template';

interface TemplateItemProps {
  template: TemplateView;
  onAsk: (kind: 'edit' | 'test') => void;
}

/** What a template says in one language, and what can be done with it. What was put away can only be taken back. */
export function TemplateItem({ template, onAsk }: TemplateItemProps) {
  const text = useTemplateText();
  const { problem, layout } = useText();
  const format = useFormat();
  const { mutate, isPending } = useArchiveTemplate();
  const { id, key, locale, title, body, needed, archived, updated_at, updated_by } = template;
  const name = `${key} (${layout.languages[locale]})`;
  const put = (away: boolean) =>
    mutate(
      { id, archived: away },
      {
        onSuccess: () =>
          away ? toast.undo(text.archivedOne(name), () => put(false)) : toast.success(text.restoredOne(name)),
        onError: (error) => toast.error(describeProblem(problem, error)),
      },
    );
  return (
    <li className="grid gap-x-4 gap-y-1 border-b py-2 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-strong wrap-anywhere">{key}</span>
          <Badge>{layout.languages[locale]}</Badge>
        </p>
        <p className="wrap-anywhere">{title}</p>
        {body !== '' && <p className="line-clamp-2 text-sm wrap-anywhere text-ink-2">{body}</p>}
        <p className="text-sm wrap-anywhere text-ink-3">
          <RelativeTime at={updated_at} /> {updated_by && text.changed(updated_by.name)}
          {needed.length > 0 && ` · ${text.needs(format.list(needed))}`}
        </p>
      </div>
      <span className="-ml-3 flex flex-wrap gap-1 md:ml-0 md:justify-end">
        {archived ? (
          <Button
            look="quiet"
            size="small"
            aria-label={text.restoreOne(name)}
            disabled={isPending}
            onClick={() => put(false)}
          >
            {text.restore}
          </Button>
        ) : (
          <>
            <Button look="quiet" size="small" aria-label={text.editOne(name)} onClick={() => onAsk('edit')}>
              {text.edit}
            </Button>
            <Button look="quiet" size="small" aria-label={text.testOne(name)} onClick={() => onAsk('test')}>
              {text.test}
            </Button>
            <Button
              look="quiet"
              size="small"
              aria-label={text.archiveOne(name)}
              disabled={isPending}
              onClick={() => put(true)}
            >
              {text.archive}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
