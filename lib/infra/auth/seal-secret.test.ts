import { expect, it } from 'vitest';
import { createSecretBox } from './seal-secret';

const box = createSecretBox('a secret that is long enough for this');

it('opens what it has sealed, and shows nothing of it', () => {
  const sealed = box.seal('JBSWY3DPEHPK3PXP', 'ada');
  expect(sealed).not.toContain('JBSWY3DP');
  expect(box.seal('JBSWY3DPEHPK3PXP', 'ada')).not.toBe(sealed);
  expect(box.open(sealed, 'ada')).toBe('JBSWY3DPEHPK3PXP');
});

it('does not open for another owner, with another secret, or what was changed', () => {
  const sealed = box.seal('JBSWY3DPEHPK3PXP', 'ada');
  expect(() => box.open(sealed, 'bob')).toThrow();
  expect(() => createSecretBox('another secret, as long as that').open(sealed, 'ada')).toThrow();
  expect(() => box.open(`${sealed.slice(0, -2)}AA`, 'ada')).toThrow();
});
