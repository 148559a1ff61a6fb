import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a browser shows to say that a push has arrived, though nobody may be signed in there. */
export interface ArrivalTokens {
  make(deliveryId: string): string;
  isOf(deliveryId: string, token: string): boolean;
}

export function createArrivalTokens(secret: string): ArrivalTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'nimbusu push arrival', 32));
  const mac = (deliveryId: string) => createHmac('sha256', key).update(deliveryId).digest();
  return {
    make: (deliveryId) => mac(deliveryId).toString('base64url'),
    isOf(deliveryId, token) {
      const given = Buffer.from(token, 'base64url');
      const expected = mac(deliveryId);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
