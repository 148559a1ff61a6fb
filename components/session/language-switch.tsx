'use client';

import { useRouter } from 'next/navigation';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { rememberLanguage } from '@/lib/client/text/remember-language';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { Locale } from '@/lib/contracts/http/locale';

/** The language before signing in; afterwards the profile says it. */
export function LanguageSwitch() {
  const router = useRouter();
  const { layout, profile } = useText();
  const { locale } = useFormat();
  return (
    <SegmentedControl
      label={profile.language}
      options={Locale.options.map((value) => ({ value, label: layout.languages[value] }))}
      value={locale}
      onChange={(value) => {
        rememberLanguage(value);
        router.refresh();
      }}
    />
  );
}
