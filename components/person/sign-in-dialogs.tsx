import { toast } from '@/components/ui/toast';
import { useResetSecondFactor, useUnlockPerson } from '@/lib/client/person/change-person';
import { usePersonText } from '@/lib/client/person/person-text';
import type { PersonView } from '@/lib/contracts/http/person';
import { AskedDialog } from './asked-dialog';

interface SignInDialogProps {
  person: PersonView;
  onClose: () => void;
}

/** After too many wrong passwords. */
export function UnlockDialog({ person, onClose }: SignInDialogProps) {
  const text = usePersonText();
  const { mutate, error, isPending } = useUnlockPerson(person.id);
  const onSuccess = ({ unlocked }: { unlocked: number }) => {
    toast.success(unlocked > 0 ? text.unlocked : text.wasNotLocked);
    onClose();
  };
  return (
    <AskedDialog
      title={text.unlock}
      about={text.unlockText}
      act={text.unlock}
      onClose={onClose}
      error={error}
      isPending={isPending}
      onAct={() => mutate(undefined, { onSuccess })}
    />
  );
}

/** Of somebody who has lost it. */
export function ResetFactorDialog({ person, onClose }: SignInDialogProps) {
  const text = usePersonText();
  const { mutate, error, isPending } = useResetSecondFactor(person.id);
  const onSuccess = ({ was_on }: { was_on: boolean }) => {
    toast.success(was_on ? text.factorReset : text.hadNoFactor);
    onClose();
  };
  return (
    <AskedDialog
      title={text.resetFactor}
      about={text.resetFactorText}
      act={text.resetFactor}
      onClose={onClose}
      error={error}
      isPending={isPending}
      onAct={() => mutate(undefined, { onSuccess })}
    />
  );
}
