import { createECDH, hkdfSync } from 'node:crypto';

/** What names this site to push services. Browsers subscribe to the public one. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may write to about us. */
  readonly subject: string;
}

/** The keys given, or those that follow from the application's secret: every process has the same, and none is kept. */
export function createVapidKeys(options: {
  privateKey: string | null;
  secret: string;
  subject: string;
}): VapidKeys {
  const { privateKey, secret, subject } = options;
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(
    privateKey === null
      ? Buffer.from(hkdfSync('sha256', secret, '', 'nimbusu web push', 32))
      : Buffer.from(privateKey, 'base64url'),
  );
  return {
    publicKey: curve.getPublicKey('base64url'),
    // A leading zero byte belongs to it.
    privateKey: Buffer.from(curve.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
    subject,
  };
}
