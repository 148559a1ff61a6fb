import { describe, expect, it } from 'vitest';
import { createClientAddress } from './client-address';

const proxy = '10.0.0.2';

describe('without a proxy of ours', () => {
  const client = createClientAddress([]);
  it.each([undefined, '', '198.51.100.1', '198.51.100.1, 10.0.0.2', ', ,'])(
    'nobody says who asks: %j',
    (said) => {
      expect(client('203.0.113.7', said)).toBe('203.0.113.7');
      expect(client('::ffff:203.0.113.7', said)).toBe('203.0.113.7');
    },
  );
});

describe.each([
  ['named', [proxy]],
  ['in a range', ['10.0.0.0/8', 'fd00::/8']],
])('behind a proxy of ours, %s', (_how, trusted) => {
  const client = createClientAddress(trusted);
  it.each([
    ['the proxy says it', proxy, '203.0.113.7', '203.0.113.7'],
    ['the client had made up more', proxy, '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['the proxy says nothing', proxy, '', proxy],
    ['somebody else claims to be one', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['an IPv6 client', proxy, '2001:db8::1', '2001:db8::1'],
    ['the proxy speaks IPv6', '::ffff:10.0.0.2', '203.0.113.7', '203.0.113.7'],
  ])('%s', (_what, peer, said, expected) => {
    expect(client(peer, said)).toBe(expected);
  });
});

it('goes through several proxies of ours', () => {
  const client = createClientAddress(['10.0.0.0/8', 'fd00::/8']);
  expect(client('10.0.0.2', '1.1.1.1, 203.0.113.7, fd00::3, 10.0.0.9')).toBe('203.0.113.7');
});

it('what is no address is nobody’s proxy', () => {
  expect(createClientAddress([proxy])(proxy, 'unknown')).toBe('unknown');
});
