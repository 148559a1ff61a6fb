import Bowser from 'bowser';

export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
  readonly device: 'desktop' | 'phone' | 'tablet' | 'other';
}

const kinds: Readonly<Record<string, Device['device']>> = {
  desktop: 'desktop',
  mobile: 'phone',
  tablet: 'tablet',
};

/** What a `User-Agent` says of the device it comes from. */
export function describeDevice(userAgent: string): Device {
  if (userAgent === '') return { browser: null, system: null, device: 'other' };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    browser: browser.name || null,
    system: os.name || null,
    device: kinds[platform.type ?? ''] ?? 'other',
  };
}
