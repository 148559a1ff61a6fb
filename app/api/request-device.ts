export interface RequestDevice {
  readonly ipAddress: string;
  readonly userAgent: string;
}

/** Where a request comes from, as its events tell. The header holds one address, settled when the request came in. */
export function requestDevice(headers: Headers): RequestDevice {
  return {
    ipAddress: headers.get('x-forwarded-for') ?? '',
    userAgent: (headers.get('user-agent') ?? '').slice(0, 500),
  };
}
