import { isIP } from 'node:net';

/** A block of addresses: 10.1.2.0/24. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** What is fetched although it is not on the public web: an intranet. */
export interface AllowList {
  /** Names of hosts, as they stand in addresses: in lower case, without a dot at the end. */
  readonly hosts: ReadonlySet<string>;
  readonly networks: readonly Network[];
}

/** What the server may fetch, and as whom. */
export interface FetchSettings {
  readonly allowed: AllowList;
  /** Where the owners of fetched sites can turn to: an address of mail or of the web; null: nowhere. */
  readonly contact: string | null;
}

const PREFIX = /^(.+)\/(\d{1,3})$/;

/** What "cms.example.org,10.1.2.0/24" names; null when it cannot be read. Null names nothing. */
export function readAllowList(text: string | null): AllowList | null {
  const hosts = new Set<string>();
  const networks: Network[] = [];
  for (const each of text?.split(',') ?? []) {
    const network = networkOf(each.trim());
    const host = network ? null : hostOf(each.trim());
    if (network) networks.push(network);
    else if (host !== null) hosts.add(host);
    else return null;
  }
  return { hosts, networks };
}

function networkOf(text: string): Network | null {
  const [, address = text, prefix] = PREFIX.exec(text) ?? [];
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  // Zones belong to interfaces of one machine: fe80::1%eth0.
  if (bits === undefined || address.includes('%') || Number(prefix ?? 0) > bits) return null;
  return { address, prefix: Number(prefix ?? bits), family: bits === 32 ? 'ipv4' : 'ipv6' };
}

/** A name as `URL` writes it. Other forms of IP addresses than the usual ones become those, and are no names. */
function hostOf(text: string): string | null {
  if (!/^[\p{L}\p{N}._-]+$/u.test(text) || !URL.canParse(`http://${text}/`)) return null;
  const { hostname } = new URL(`http://${text}/`);
  return isIP(hostname) === 0 ? hostname.replace(/\.$/, '') || null : null;
}

/** Whether a text can stand in a User-Agent as whom to ask: an address of mail or of the web. */
export const isContact = (text: unknown): boolean =>
  typeof text === 'string' &&
  text.length <= 200 &&
  /^(?:https?:\/\/|[\w.+-]+@)[\x21-\x27\x2a-\x5b\x5d-\x7e]+$/.test(text);
