import { CircleAlert, CircleArrowUp, CircleCheck, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '@/lib/client/text/text-context';
import { Button } from './button';
import { Icon } from './icon';
import { dismissToast, showToast } from './toast-store';

/** Tells that something is done, or that it is not and why. */
export const toast = {
  success: (text: string): void =>
    void showToast({ content: <Message icon={CircleCheck} tone="text-ok" text={text} /> }),
  error: (text: string): void =>
    void showToast({
      isFailure: true,
      content: <Message icon={CircleAlert} tone="text-danger" text={text} />,
    }),
  /** For what is done at once because a mistake is cheap. */
  undo(text: string, undo: () => void): void {
    const id = showToast({
      content: (
        <Message icon={CircleCheck} tone="text-ok" text={text}>
          <UndoButton
            onUndo={() => {
              dismissToast(id);
              undo();
            }}
          />
        </Message>
      ),
    });
  },
  /** Tells of something that can be had now. */
  offer(text: string, offered: { label: string; take: () => void }): void {
    showToast({
      content: (
        <Message icon={CircleArrowUp} tone="text-accent" text={text}>
          <Button look="quiet" size="small" className="-my-1.5" onClick={offered.take}>
            {offered.label}
          </Button>
        </Message>
      ),
    });
  },
};

function UndoButton({ onUndo }: { onUndo: () => void }) {
  const { undo } = useText().ui;
  return (
    <Button look="quiet" size="small" className="-my-1.5" onClick={onUndo}>
      {undo}
    </Button>
  );
}

interface MessageProps {
  icon: LucideIcon;
  tone: string;
  text: string;
  children?: ReactNode;
}

function Message({ icon, tone, text, children }: MessageProps) {
  return (
    <div className="flex min-w-0 grow items-start gap-2.5 py-1">
      <Icon of={icon} className={`mt-1 shrink-0 ${tone}`} />
      <p className="min-w-0 grow wrap-anywhere" dir="auto">
        {text}
      </p>
      {children}
    </div>
  );
}
