import { MAX_INPUT_BYTES } from '../reading/decode.js';

/** How much one fetch may cost. */
export interface FetchLimits {
  /** From the call to the last byte, all redirects, robots.txt and waiting included, in milliseconds. */
  readonly totalMs: number;
  /** Between two signs of life of the other side, in milliseconds. */
  readonly idleMs: number;
  /** Of a body, as it comes and unpacked, in bytes. */
  readonly maxBytes: number;
  /** Addresses that one leads on to. */
  readonly redirects: number;
}

/** For what a person waits for. The size is that of the largest text that is read. */
export const FETCH_LIMITS: FetchLimits = {
  totalMs: 30_000,
  idleMs: 10_000,
  maxBytes: MAX_INPUT_BYTES,
  redirects: 5,
};

/** For what is sent: who gets it needs only say that it has come. */
export const SEND_LIMITS = { totalMs: 10_000, idleMs: 10_000, maxBytes: 4_096 } as const;

/** Of all the headers of one response, in bytes. */
export const MAX_HEADER_BYTES = 16 * 1024;
/** Fetches at once in one process. */
export const FETCHES_AT_ONCE = 8;
/** Fetches at once from one host: nobody is to notice us by the load. */
export const FETCHES_PER_HOST = 1;
/** Names looked up at once: each takes one of the process's four threads for files, names and packed data. */
export const LOOKUPS_AT_ONCE = 2;

/** Of robots.txt, so many bytes are read. RFC 9309, section 2.5, asks for 500 KiB at least. */
export const MAX_ROBOTS_BYTES = 500 * 1024;
/** How long a robots.txt is believed, in milliseconds. RFC 9309, section 2.4, allows 24 hours. */
export const ROBOTS_FOR_MS = 3_600_000;
/** The same for one that could not be had. */
export const NO_ROBOTS_FOR_MS = 60_000;
/** Sites whose robots.txt is kept. */
export const ROBOTS_KEPT = 500;
