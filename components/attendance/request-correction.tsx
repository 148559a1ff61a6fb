import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Select, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { toast } from '@/components/ui/toast';
import { useAskCorrection } from '@/lib/client/attendance/ask-correction';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { sayClass } from '@/lib/client/attendance/say-class';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { wordOf } from '@/lib/client/text/word-of';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { WantedStatus } from '@/lib/contracts/http/attendance-correction';

interface RequestCorrectionProps {
  session: { id: string; course: { code: string }; date: string; start_time: string };
  /** As the student is marked now; `null`: not at all. */
  status: AttendanceStatus | null;
  onClose: () => void;
}

const MOST_BYTES = 2 * 1024 * 1024;

/** A student asks for a mark to be another, says why, and may add a file. */
export function RequestCorrection({ session, status, onClose }: RequestCorrectionProps) {
  const text = useCorrectionText();
  const own = useAttendanceProblemText();
  const { problem } = useText();
  const format = useFormat();
  const { mutate, error, isPending, reset } = useAskCorrection();
  const options = WantedStatus.options.filter((each) => each !== status);
  const [values, setValues] = useState({
    wanted: options.at(0) ?? 'excused',
    note: '',
    file: noFile(),
  });
  // A key belongs to what was sent: what is changed is another request.
  const [key, setKey] = useState(() => newKey());
  const change = (changed: Partial<typeof values>) => {
    setValues({ ...values, ...changed });
    setKey(newKey());
    reset();
  };
  const isTooBig = (values.file?.size ?? 0) > MOST_BYTES;
  const wrongFile = isTooBig ? 'too_big' : wrongFileOf(error);
  const send = () =>
    mutate(
      {
        asked: {
          session_id: session.id,
          wanted_status: values.wanted,
          note: values.note.trim(),
          file: values.file,
        },
        key,
      },
      {
        onSuccess: () => {
          toast.success(text.asked);
          onClose();
        },
      },
    );
  return (
    <AskedDialog
      title={text.askTitle}
      about={`${session.course.code}, ${sayClass(format, session)}. ${text.now(text.statuses[status ?? 'unmarked'])}.`}
      act={text.send}
      cancel={text.cancel}
      refusal={error && wrongFile === null ? describeProblem(problem, error, own) : null}
      isPending={isPending || isTooBig || values.note.trim() === ''}
      onAct={send}
      onClose={onClose}
    >
      <div className="grid gap-4">
        <Field label={text.wanted}>
          {(control) => (
            <Select
              {...control}
              value={values.wanted}
              onChange={(event) =>
                change({ wanted: options.find((each) => each === event.target.value) ?? values.wanted })
              }
            >
              {options.map((each) => (
                <option key={each} value={each}>
                  {text.statuses[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text.note} hint={text.noteHint}>
          {(control) => (
            <Textarea
              {...control}
              required
              maxLength={1_000}
              value={values.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
        <FileField
          label={text.upload}
          hint={text.uploadHint}
          optional
          accept="application/pdf,image/png,image/jpeg"
          error={wrongFile === null ? undefined : wordOf(text.fileWrong, wrongFile, text.fileWrong.other)}
          onChoose={([file]) => change({ file })}
        />
      </div>
    </AskedDialog>
  );
}

/** Typed here: a bare `null` would stay one. */
function noFile(): File | null {
  return null;
}

/** What the server finds wrong with the file, by its code. */
function wrongFileOf(error: Error | null): string | null {
  if (!(error instanceof ApiProblem)) return null;
  if (error.status === 413) return 'too_big';
  return error.errors.find(({ field }) => field.startsWith('file'))?.code ?? null;
}
