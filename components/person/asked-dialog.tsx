import type { ReactNode } from 'react';
import { AskedDialog as Asked } from '@/components/ui/asked-dialog';
import { usePersonText } from '@/lib/client/person/person-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface AskedDialogProps {
  title: string;
  about?: string;
  act: string;
  error?: Error | null;
  isPending: boolean;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done to an account. */
export function AskedDialog({ error, ...props }: AskedDialogProps) {
  const text = usePersonText();
  const { problem } = useText();
  return <Asked {...props} cancel={text.cancel} refusal={error ? describeProblem(problem, error) : null} />;
}
