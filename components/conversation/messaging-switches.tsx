import { useQuery } from '@tanstack/react-query';
import { Check } from '@/components/ui/controls';
import { toast } from '@/components/ui/toast';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import {
  messagingSettingsOptions,
  useChangeMessagingSettings,
} from '@/lib/client/conversation/messaging-settings';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

const names = ['receipts', 'typing', 'presence'] as const;

/** What the reader shows of themselves in all conversations. */
export function MessagingSwitches() {
  const { about: text, problems } = useConversationText();
  const { problem } = useText();
  const { data } = useQuery(messagingSettingsOptions());
  const { mutate } = useChangeMessagingSettings();
  if (!data) return null;
  return (
    <fieldset>
      <legend className="text-md">{text.settings}</legend>
      <p className="mb-1 text-sm text-ink-2">{text.settingsAbout}</p>
      {names.map((name) => (
        <Check
          key={name}
          checked={data[name]}
          onChange={(event) =>
            mutate(
              { [name]: event.target.checked },
              { onError: (error) => toast.error(text.failed(describeProblem(problem, error, problems))) },
            )
          }
        >
          {text[name]}
        </Check>
      ))}
    </fieldset>
  );
}
