import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { AllowList } from '../config/fetch-settings.js';
import { FetchError } from './fetch-error.js';
import { LOOKUPS_AT_ONCE } from './limits.js';
import { Slots } from './slots.js';

/**
 * Blocks of IPv4 addresses that are not the public web, with what they are. From the IANA IPv4 Special-Purpose Address
 * Registry (RFC 6890), with multicast (RFC 5771), and what a large cloud provider serves to its machines.
 */
const IPV4: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['0.0.0.0', 8, 'this network (RFC 791)'],
  ['10.0.0.0', 8, 'a private network (RFC 1918)'],
  ['100.64.0.0', 10, 'the inner network of a provider (RFC 6598)'],
  ['127.0.0.0', 8, 'the server itself (RFC 1122)'],
  ['169.254.0.0', 16, 'the local link, where clouds keep their metadata (RFC 3927)'],
  ['172.16.0.0', 12, 'a private network (RFC 1918)'],
  ['192.0.0.0', 24, 'addresses of protocols (RFC 6890)'],
  ['192.0.2.0', 24, 'addresses for documentation (RFC 5737)'],
  ['192.88.99.0', 24, 'former relays of 6to4 (RFC 7526)'],
  ['192.168.0.0', 16, 'a private network (RFC 1918)'],
  ['198.18.0.0', 15, 'networks for measurements (RFC 2544)'],
  ['198.51.100.0', 24, 'addresses for documentation (RFC 5737)'],
  ['203.0.113.0', 24, 'addresses for documentation (RFC 5737)'],
  ['224.0.0.0', 4, 'multicast (RFC 5771)'],
  ['240.0.0.0', 4, 'reserved and broadcast addresses (RFC 1112, RFC 919)'],
  ['168.63.129.16', 32, 'the metadata service of a cloud (Azure)'],
];

/** Where all public IPv6 addresses are: global unicast (RFC 4291, IANA). Loopback, private, mapped and other addresses lie outside. */
const PUBLIC_IPV6 = new BlockList();
PUBLIC_IPV6.addSubnet('2000::', 3, 'ipv6');

/** Blocks within it that are not the public web. From the IANA IPv6 Special-Purpose Address Registry (RFC 6890). */
const IPV6: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['2001::', 23, 'addresses of protocols, some with an IPv4 address inside (RFC 2928, RFC 4380)'],
  ['2001:db8::', 32, 'addresses for documentation (RFC 3849)'],
  ['2002::', 16, 'an IPv4 address inside of IPv6 (6to4, RFC 3056)'],
  ['3fff::', 20, 'addresses for documentation (RFC 9637)'],
];

/** Outside of the global unicast block, for messages: the most common of what is refused there. */
const OUTSIDE: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['::1', 128, 'the server itself (RFC 4291)'],
  ['::ffff:0:0', 96, 'an IPv4 address inside of IPv6 (RFC 4291)'],
  ['64:ff9b::', 96, 'an IPv4 address inside of IPv6 (RFC 6052)'],
  ['fc00::', 7, 'a private network (RFC 4193)'],
  ['fe80::', 10, 'the local link (RFC 4291)'],
  ['ff00::', 8, 'multicast (RFC 4291)'],
];

const blocksOf = (list: typeof IPV4, family: 'ipv4' | 'ipv6') =>
  list.map(([network, prefix, what]) => {
    const block = new BlockList();
    block.addSubnet(network, prefix, family);
    return { block, what };
  });
const REFUSED_IPV4 = blocksOf(IPV4, 'ipv4');
const REFUSED_IPV6 = blocksOf(IPV6, 'ipv6');
const OUTSIDE_IPV6 = blocksOf(OUTSIDE, 'ipv6');

/** Ports on which the web is served to readers. Others belong to other services. */
const WEB_PORTS = new Set(['', '80', '443', '8080', '8443']);

/** What an IP address belongs to that is not the public web; null for a public address. */
export function refusedRange(address: string): string | null {
  if (isIP(address) === 4) return REFUSED_IPV4.find(({ block }) => block.check(address, 'ipv4'))?.what ?? null;
  if (isIP(address) !== 6) return 'no IP address';
  const inside = PUBLIC_IPV6.check(address, 'ipv6');
  const found = (inside ? REFUSED_IPV6 : OUTSIDE_IPV6).find(({ block }) => block.check(address, 'ipv6'));
  return found?.what ?? (inside ? null : 'no public address (RFC 4291)');
}

/** How names become addresses: all that a name has. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    lookUp(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * Lets connections be made to the public web, and to what the operator allows, and to nothing else. The address that was
 * checked is the one that is connected to: a name is looked up once, by the connection itself.
 */
export class AddressGuard {
  private readonly networks = new BlockList();
  private readonly lookups = new Slots(LOOKUPS_AT_ONCE);

  constructor(
    private readonly allowed: AllowList,
    private readonly resolve: Resolve = resolveBySystem,
  ) {
    for (const { address, prefix, family } of allowed.networks) this.networks.addSubnet(address, prefix, family);
  }

  /**
   * Whether an address of the web may be asked at all. What a name leads to shows only when it is looked up: that is for `lookupFor`.
   *
   * @throws FetchError INVALID_URL, REFUSED_ADDRESS
   */
  checkUrl(url: URL): void {
    const { protocol, username, password, hostname, port } = url;
    if (protocol !== 'http:' && protocol !== 'https:') {
      throw new FetchError(
        'INVALID_URL',
        `${protocol} is not fetched; give an address that begins with https:// or http://`,
      );
    }
    if (username !== '' || password !== '') {
      const message = `the address has a user's name or password for ${hostname} in it; take it out`;
      throw new FetchError('INVALID_URL', message);
    }
    const address = hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(address) !== 0) this.checkAddress(hostname, address);
    if (!WEB_PORTS.has(port) && !this.allows(hostname)) {
      const message = `port ${port} of ${hostname} is not fetched from: websites are on ${[...WEB_PORTS].filter(Boolean).join(', ')}`;
      throw new FetchError('REFUSED_ADDRESS', `${message}; ${ADVICE}`);
    }
  }

  /**
   * For `net.connect` and what is built on it, in the place of `dns.lookup`. Of a name that leads to several addresses each
   * has to be allowed. Its errors are those of the resolver, and FetchError REFUSED_ADDRESS.
   *
   * @param signal of who connects: who has given up does not wait for its turn to look names up
   */
  lookupFor(signal: AbortSignal): LookupFunction {
    return (hostname, options, callback) => {
      void this.addressesOf(hostname, signal).then(
        (found) => {
          const wanted = [4, 6].includes(Number(options.family))
            ? found.filter(({ family }) => family === Number(options.family))
            : found;
          const [first] = wanted;
          if (!first) callback(Object.assign(new Error(`${hostname} has no address`), { code: 'ENODATA' }), []);
          else if (options.all) callback(null, [...wanted]);
          else callback(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, []),
      );
    };
  }

  private async addressesOf(hostname: string, signal: AbortSignal): Promise<readonly LookupAddress[]> {
    const found = await this.lookups.take('', signal, () => this.resolve(hostname));
    if (!this.allowsHost(hostname)) for (const { address } of found) this.checkAddress(hostname, address);
    return found;
  }

  /** The address itself is not told: whoever asks need not learn how the network is laid out. */
  private checkAddress(hostname: string, address: string): void {
    const what = this.allowsAddress(address) ? null : refusedRange(address);
    if (what === null) return;
    throw new FetchError('REFUSED_ADDRESS', `${hostname} leads to ${what}, which is not fetched from; ${ADVICE}`);
  }

  /** Whether the operator allows what stands in the place of a name in an address, beyond the public web. */
  allows(hostname: string): boolean {
    return this.allowsHost(hostname) || this.allowsAddress(hostname.replace(/^\[(.*)\]$/, '$1'));
  }

  private allowsHost(hostname: string): boolean {
    return this.allowed.hosts.has(hostname.toLowerCase().replace(/\.$/, ''));
  }

  private allowsAddress(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.networks.check(address, family === 4 ? 'ipv4' : 'ipv6');
  }
}

const ADVICE = 'who runs this server can allow it with OBELUS_FETCH_ALLOW';
