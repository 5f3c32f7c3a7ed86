import { isContact, readAllowList } from './fetch-settings.js';

describe('the list of what may be fetched', () => {
  it('names hosts, addresses and networks', () => {
    expect(readAllowList('CMS.example.org, bücher.example.,10.1.2.0/24 , 10.9.9.9,fd00::/8')).toEqual({
      hosts: new Set(['cms.example.org', 'xn--bcher-kva.example']),
      networks: [
        { address: '10.1.2.0', prefix: 24, family: 'ipv4' },
        { address: '10.9.9.9', prefix: 32, family: 'ipv4' },
        { address: 'fd00::', prefix: 8, family: 'ipv6' },
      ],
    });
  });

  it('may be empty', () => expect(readAllowList(null)).toEqual({ hosts: new Set(), networks: [] }));

  it.each([
    'https://cms.example.org',
    'cms.example.org:8080',
    'cms.example.org/24',
    '*.example.org',
    '10.1.2.0/33',
    'fd00::/129',
    'fe80::1%eth0',
    '0x7f.1',
    'a,,b',
    '.',
  ])('%s: cannot be read', (text) => expect(readAllowList(text)).toBeNull());
});

describe('whom to ask', () => {
  it.each(['research@example.org', 'https://example.org/bots'])('%s', (text) => expect(isContact(text)).toBe(true));
  it.each(['us', 'a@b\r\nHost: x', 'https://example.org/(a)', 'https://example.org/\\', ''])('not %j', (text) =>
    expect(isContact(text)).toBe(false),
  );
});
