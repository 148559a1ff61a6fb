/** Something the other side should not have sent. The user cannot do anything about it, so it is not shown. */
export interface Fault {
  kind:
    | 'push.unknown'
    | 'push.invalid'
    | 'sync.invalid'
    | 'ack.refused'
    | 'storage.unavailable'
    | 'offline.unavailable';
  detail: string;
}

export type ReportFault = (fault: Fault) => void;

/** Tells whoever watches the page (`nimbusu:fault` on the window); the console stays clean. */
export function reportFault(fault: Fault): void {
  window.dispatchEvent(new CustomEvent('nimbusu:fault', { detail: fault }));
}
