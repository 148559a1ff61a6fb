'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { copyPreviewOptions, useCopyTerm } from '@/lib/client/term/change-term';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { TermView } from '@/lib/contracts/http/course';

interface CopyTermDialogProps {
  term: TermView;
  /** All terms, the latest first. */
  others: readonly TermView[];
  onClose: () => void;
}

/** Into which term the courses are copied; how many would come is said before, and what of them. */
export function CopyTermDialog({ term, others, onClose }: CopyTermDialogProps) {
  const { term: text, cancel } = useCatalogueText();
  const { problem } = useText();
  const targets = others.filter(({ id }) => id !== term.id);
  // The next one is what is mostly wanted.
  const next = targets.findLast(({ starts_on }) => starts_on > term.starts_on) ?? targets[0];
  const [into, setInto] = useState(next?.id ?? '');
  const preview = useQuery(copyPreviewOptions(term.id, into));
  const { mutate, error, isPending } = useCopyTerm(term.id);
  const count = preview.data?.copied ?? 0;
  const failure = error ?? preview.error;
  const onSuccess = ({ copied }: { copied: number }) => {
    toast.success(text.copied(copied, targets.find(({ id }) => id === into)?.name ?? ''));
    onClose();
  };
  return (
    <AskedDialog
      title={text.copyOf(term.name)}
      about={text.copyText}
      act={count > 0 ? text.copyNow(count) : text.copy}
      cancel={cancel}
      refusal={failure && describeProblem(problem, failure)}
      isPending={isPending || preview.isFetching || count === 0}
      onAct={() => mutate(into, { onSuccess })}
      onClose={onClose}
    >
      {targets.length === 0 ? (
        <p>{text.noOther}</p>
      ) : (
        <Field label={text.into}>
          {(control) => (
            <Select {...control} value={into} onChange={(event) => setInto(event.target.value)}>
              {targets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <p role="status">
        {preview.data && text.preview(preview.data.copied, preview.data.skipped)}
        {preview.isLoading && text.counting}
      </p>
    </AskedDialog>
  );
}
