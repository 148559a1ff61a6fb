import { BlockList, isIPv6 } from 'node:net';

/** Tells the address a request comes from, given who is connected to us and what `X-Forwarded-For` says. */
export type ClientAddress = (peer: string, forwardedFor: string | undefined) => string;

/**
 * Only a proxy of ours may say for whom it asks, and each of them adds whom it heard from at the end: the client is the
 * last in the list that is no proxy of ours. Whatever stands before it the client made up.
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const range of trusted) {
    const [address = '', bits] = range.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  const isProxy = (address: string) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (peer, forwardedFor = '') => {
    let client = unmapped(peer);
    for (const hop of forwardedFor.split(',').reverse()) {
      const address = unmapped(hop.trim());
      if (!isProxy(client) || address === '') break;
      client = address;
    }
    return client;
  };
}

/** An IPv4 address as such, also where the socket speaks IPv6. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64);
}
