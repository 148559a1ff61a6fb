import QRCode from 'qrcode';
import { expect, it } from 'vitest';
import { drawQrCode } from './draw-qr-code';

it('fills exactly the dots of the code', () => {
  const text = 'https://portal.example.edu/check-in#AAAA';
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size, path } = drawQrCode(text);
  const filled = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let dot = 0; dot < Number(width); dot += 1) filled.add(`${Number(x) + dot} ${y}`);
  const wanted = new Set<string>();
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (modules.get(x, y)) wanted.add(`${x} ${y}`);
  expect(filled).toEqual(wanted);
  expect(path.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('');
});
