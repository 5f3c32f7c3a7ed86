import type { LookupAddress } from 'node:dns';
import { readAllowList } from '../config/fetch-settings.js';
import { AddressGuard, refusedRange, type Resolve } from './address-guard.js';

const known =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

const guarded = (allow: string | null, resolve = known('93.184.215.14')): AddressGuard =>
  new AddressGuard(readAllowList(allow)!, resolve);

/** What a connection would get for a name. */
const lookedUp = (guard: AddressGuard, hostname: string, family = 0): Promise<unknown> =>
  new Promise((resolve, reject) =>
    guard.lookupFor(new AbortController().signal)(hostname, { all: true, family }, (error, addresses) =>
      error ? reject(error) : resolve((addresses as LookupAddress[]).map(({ address }) => address)),
    ),
  );

const refusal = (url: string, allow: string | null = null): string | null => {
  try {
    guarded(allow).checkUrl(new URL(url));
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('addresses', () => {
  it.each([
    ['0.0.0.0', 'this network'],
    ['10.255.255.255', 'RFC 1918'],
    ['100.100.100.200', 'RFC 6598'],
    ['127.8.9.10', 'the server itself'],
    ['169.254.169.254', 'metadata'],
    ['172.31.0.1', 'RFC 1918'],
    ['192.0.0.192', 'protocols'],
    ['192.168.0.1', 'RFC 1918'],
    ['198.19.255.255', 'measurements'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['168.63.129.16', 'Azure'],
    ['::', 'no public address'],
    ['::1', 'the server itself'],
    ['::ffff:10.0.0.1', 'IPv4 address inside'],
    ['::ffff:8.8.8.8', 'IPv4 address inside'],
    ['::7f00:1', 'no public address'],
    ['64:ff9b::7f00:1', 'IPv4 address inside'],
    ['2002:7f00:1::', '6to4'],
    ['2001:0:1::1', 'protocols'],
    ['fd00:ec2::254', 'RFC 4193'],
    ['fe80::1', 'local link'],
    ['fec0::1', 'no public address'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['example.org', 'no IP address'],
  ])('%s is refused', (address, what) => expect(refusedRange(address)).toContain(what));

  it.each(['93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:2800:21f::1', '2a00:1450:4001::1'])(
    '%s is public',
    (address) => expect(refusedRange(address)).toBeNull(),
  );
});

describe('an address of the web', () => {
  it.each([
    ['https://example.org/a?b#c', null],
    ['http://example.org:8080/', null],
    ['http://93.184.215.14/', null],
    ['ftp://example.org/', 'INVALID_URL'],
    ['file:///etc/passwd', 'INVALID_URL'],
    ['gopher://127.0.0.1/', 'INVALID_URL'],
    ['https://ada:secret@example.org/', 'INVALID_URL'],
    ['https://ada@example.org/', 'INVALID_URL'],
    ['https://example.org:22/', 'REFUSED_ADDRESS'],
    ['https://example.org:5432/', 'REFUSED_ADDRESS'],
    ['http://127.0.0.1/', 'REFUSED_ADDRESS'],
    ['http://2130706433/', 'REFUSED_ADDRESS'],
    ['http://0177.0.0.1/', 'REFUSED_ADDRESS'],
    ['http://0x7f.1/', 'REFUSED_ADDRESS'],
    ['http://127.1/', 'REFUSED_ADDRESS'],
    ['http://①②⑦.0.0.1/', 'REFUSED_ADDRESS'],
    ['http://[::1]/', 'REFUSED_ADDRESS'],
    ['http://[::ffff:127.0.0.1]/', 'REFUSED_ADDRESS'],
    ['http://[::ffff:7f00:1]/', 'REFUSED_ADDRESS'],
    ['http://[fd00::1]/', 'REFUSED_ADDRESS'],
  ])('%s: %s', (url, code) => expect(refusal(url)).toBe(code));

  it('never shows a password', () =>
    expect(() => guarded(null).checkUrl(new URL('https://ada:secret@example.org/'))).toThrow(
      /^(?!.*(ada|secret)).*example\.org/,
    ));

  it.each([
    ['http://cms.example.org:9000/', null],
    ['http://CMS.example.org.:9000/', null],
    ['http://10.1.2.3:9000/', null],
    ['http://[::ffff:10.1.2.3]/', null],
    ['http://10.1.3.3/', 'REFUSED_ADDRESS'],
    ['http://other.example.org:9000/', 'REFUSED_ADDRESS'],
    ['http://ada:secret@cms.example.org/', 'INVALID_URL'],
  ])('where an intranet is allowed, %s: %s', (url, code) =>
    expect(refusal(url, 'cms.example.org,10.1.2.0/24')).toBe(code),
  );
});

describe('a name', () => {
  it('leads to what is public', async () => {
    expect(await lookedUp(guarded(null, known('93.184.215.14', '2606:2800:21f::1')), 'a.example')).toHaveLength(2);
    expect(await lookedUp(guarded(null, known('93.184.215.14', '2606:2800:21f::1')), 'a.example', 6)).toHaveLength(1);
  });

  it.each([[['10.0.0.5']], [['93.184.215.14', '10.0.0.5']], [['::1']], [['93.184.215.14', '::ffff:127.0.0.1']]])(
    'that leads to %j is refused, and the address is not told',
    async (addresses) => {
      const asked = lookedUp(guarded(null, known(...addresses)), 'a.example');
      await expect(asked).rejects.toMatchObject({ code: 'REFUSED_ADDRESS' });
      await expect(asked).rejects.toThrow(/^a\.example leads to (?!.*(10\.0\.0\.5|127)).*OBELUS_FETCH_ALLOW$/);
    },
  );

  it('that is allowed leads anywhere, and so does one that leads into an allowed network', async () => {
    expect(await lookedUp(guarded('cms.example.org', known('10.0.0.5')), 'cms.example.org')).toEqual(['10.0.0.5']);
    expect(await lookedUp(guarded('10.0.0.0/8', known('10.0.0.5')), 'a.example')).toEqual(['10.0.0.5']);
    await expect(lookedUp(guarded('cms.example.org', known('10.0.0.5')), 'a.cms.example.org')).rejects.toThrow();
  });

  it('that leads nowhere is an error of the resolver', () =>
    expect(lookedUp(guarded(null, known()), 'a.example')).rejects.toMatchObject({ code: 'ENODATA' }));
});
