import QRCode from 'qrcode';

export interface QrDrawing {
  /** Dots on each side, without the quiet zone around. */
  readonly size: number;
  readonly path: string;
}

/** A QR code as the path of a drawing whose dots are one unit wide; no picture that a policy would have to allow. */
export function drawQrCode(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const lines: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; ) {
      const from = x;
      while (x < size && modules.get(x, y)) x += 1;
      if (x > from) lines.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
      else x += 1;
    }
  }
  return { size, path: lines.join('') };
}
