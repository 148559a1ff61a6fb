'use client';

import { useRouter } from 'next/navigation';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { rememberLanguage } from '@/lib/client/text/remember-language';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { locales } from '@/lib/contracts/http/locales';

/** The language before signing in; afterwards the profile says it. */
export function LanguageSwitch() {
  const router = useRouter();
  const { layout } = useText();
  const { locale } = useFormat();
  return (
    <SegmentedControl
      label={layout.language}
      options={locales.map((value) => ({ value, label: layout.languages[value] }))}
      value={locale}
      onChange={(value) => {
        rememberLanguage(value);
        router.refresh();
      }}
    />
  );
}
