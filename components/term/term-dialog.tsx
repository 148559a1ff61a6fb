'use client';

import { useState } from 'react';
import { EditDialog } from '@/components/course/edit-dialog';
import { toast } from '@/components/ui/toast';
import { readZonedTime } from '@/lib/client/announcement/zoned-time';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
import {
  emptyTerm,
  type TermFields as Fields,
  fieldsOfTerm,
  termMoments,
  useSaveTerm,
} from '@/lib/client/term/change-term';
import { TermView } from '@/lib/contracts/http/course';
import { TermFields, termFieldNames, useTermLabels } from './term-fields';
import { useTermTimes } from './use-term-times';

interface TermDialogProps {
  /** `null`: a new one. */
  term: TermView | null;
  /** The university's. */
  zone: string;
  onClose: () => void;
}

/** A new term, or another form of one; what the server refuses stands at its field, whoever is late decides. */
export function TermDialog({ term, zone, onClose }: TermDialogProps) {
  const text = useCatalogueText();
  const labels = useTermLabels();
  const { day, moment } = useTermTimes(zone);
  const { mutate, error, isPending, reset } = useSaveTerm();
  const form = useVersionedFields({
    view: term,
    empty: emptyTerm,
    fieldsOf: (view: TermView) => fieldsOfTerm(view, zone),
    schema: TermView,
    error,
    reset,
  });
  const { fields, over, key, theirs } = form;
  const [isTried, setIsTried] = useState(false);
  const unsendable = unsendableMoments(fields, zone);
  const wrong = new Map([...wrongCodes(error), ...(isTried ? unsendable : [])]);
  const send = (base: TermView | null) => {
    setIsTried(true);
    if (unsendable.size > 0) return;
    mutate(
      { fields, zone, over: base, key },
      {
        onSuccess: ({ name }) => {
          toast.success(text.saved(name));
          onClose();
        },
      },
    );
  };
  const shown = (name: keyof Fields, values: Fields): string => {
    const value = values[name];
    if (value === '') return '';
    if (name === 'starts_on' || name === 'ends_on') return day(value);
    const time = termMoments.some((each) => each === name) ? readZonedTime(value, zone) : null;
    return time?.kind === 'moment' ? moment(time.at) : value;
  };
  const differences = (other: Fields) =>
    termFieldNames
      .filter((name) => fields[name] !== other[name])
      .map((name) => ({ label: labels[name], mine: shown(name, fields), theirs: shown(name, other) }));
  return (
    <EditDialog
      title={term ? text.editOne(term.name) : text.term.new}
      act={text.save}
      error={error}
      isPending={isPending}
      isWide
      newer={
        theirs && {
          differences: differences(fieldsOfTerm(theirs, zone)),
          onTake: () => form.take(theirs),
          onKeep: () => {
            form.keepOver(theirs);
            send(theirs);
          },
        }
      }
      onSend={() => send(over)}
      onClose={onClose}
    >
      <TermFields values={fields} zone={zone} wrong={wrong} onChange={form.change} />
      {term && fields.starts_on !== term.starts_on && term.course_count > 0 && (
        <p className="text-sm text-warn">{text.term.moves}</p>
      )}
    </EditDialog>
  );
}

/** What is typed as a time and is none: it would be sent as "without a limit". */
function unsendableMoments(fields: Fields, zone: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of termMoments) {
    const { kind } = readZonedTime(fields[name], zone);
    if (kind === 'unreadable' || kind === 'skipped') found.set(name, kind);
  }
  return found;
}
