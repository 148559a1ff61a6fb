import { useQuery } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { QrCode } from '@/components/ui/qr-code';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { codeOptions, type TimedCode } from '@/lib/client/check-in/get-code';

const STEP_MS = 5_000;
const TICK_MS = 250;

/** The code of this moment, as long as it is taken: one that has ended would only send people away. */
export function WallCode({ sessionId }: { sessionId: string }) {
  const text = useCheckInText().wall;
  const { data: code } = useQuery(codeOptions(sessionId));
  const now = useTicks();
  if (!code) return <div className="skeleton aspect-square w-full max-w-[min(100%,58vh)]" />;
  if (now >= code.endsAt)
    return (
      <div role="alert" className="grid max-w-prose gap-2 rounded-lg border p-6">
        <p className="flex items-center gap-2 text-lg">
          <Icon of={WifiOff} className="shrink-0 text-warn" /> {text.paused}
        </p>
        <p className="text-md text-ink-2">{text.pausedText}</p>
      </div>
    );
  return <ShownCode code={code} share={(code.changesAt - now) / STEP_MS} />;
}

function ShownCode({ code: { qr, address, code }, share }: { code: TimedCode; share: number }) {
  const text = useCheckInText().wall;
  return (
    <section aria-label={text.code} className="grid w-full max-w-[min(100%,58vh)] gap-4">
      <QrCode drawing={qr} label={text.qr} className="w-full" />
      <span aria-hidden="true" className="block h-1 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full origin-left bg-accent"
          style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }}
        />
      </span>
      <p className="text-md text-ink-2">{text.orType(address.replace(/^https?:\/\//, ''))}</p>
      <p
        data-code={code}
        className="font-mono text-[clamp(2.5rem,6vw,5rem)] leading-none font-strong tracking-widest"
      >
        <span aria-hidden="true">
          {code.slice(0, 3)} {code.slice(3)}
        </span>
        {/* One letter after the other, as it would be dictated. */}
        <span className="sr-only">{[...code].join(' ')}</span>
      </p>
    </section>
  );
}

function useTicks(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
