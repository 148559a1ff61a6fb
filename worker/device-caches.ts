/** As much of a browser's `caches` as the worker uses. */
export interface DeviceCaches {
  open: (name: string) => Promise<DeviceCache>;
  keys: () => Promise<string[]>;
  delete: (name: string) => Promise<boolean>;
}
export interface DeviceCache {
  put: (request: string, response: Response) => Promise<void>;
  match: (request: string) => Promise<Response | undefined>;
  keys: () => Promise<readonly Request[]>;
  delete: (request: Request) => Promise<boolean>;
}
