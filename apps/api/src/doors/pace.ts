import { isIPv4, isIPv6 } from 'node:net';
import { ACCESS, isAsked } from '@clarion/deliberation';

/** A bucket: so many at once, and so many more each minute. */
export interface Bucket {
  burst: number;
  perMinute: number;
}

/** How fast one person, and one address, may do something. Offices and homes share an address. */
interface Pace {
  account: Bucket | null;
  address: Bucket;
}

/** What has a pace. Everything else is as fast as the server: see `ANYTHING`. */
export const PACES = {
  /** Votes, words, answers. Somebody who taps through a deck votes once a second at most. */
  write: {
    account: { burst: 120, perMinute: 60 },
    address: { burst: 600, perMinute: 600 },
  },
  /** Asking for a code, typing it, passkeys: what somebody would try who guesses. */
  sign_in: { account: { burst: 20, perMinute: 10 }, address: { burst: 30, perMinute: 15 } },
  /** Searches while somebody types. */
  look_up: {
    account: { burst: 60, perMinute: 60 },
    address: { burst: 300, perMinute: 300 },
  },
  /** Files. */
  fetch: { account: { burst: 20, perMinute: 10 }, address: { burst: 60, perMinute: 60 } },
} as const satisfies Record<string, Pace>;
export type PaceName = keyof typeof PACES;

/** Requests of any kind by one address to one instance, counted in its memory. */
export const ANYTHING: Bucket = { burst: 1000, perMinute: 12_000 };

/** Codes and passkeys also where somebody signed in confirms that it is them. */
const OF_SIGN_IN = /^Mutation\.\w*(Code|Passkey)/;
const FREE = new Set(['Mutation.ping', 'Mutation.signOut']);
/** Asked for by a page on its own, and tries nothing. */
const OFFER = 'Mutation.offerPasskeySignIn';
const LOOK_UPS = new Set(['Query.search', 'Query.similarProposals', 'Query.citable', OFFER]);

/** The pace of something, by its name in the table of access; null where it has none. */
export function paceOf(asked: string): PaceName | null {
  const known = paces.get(asked);
  if (known !== undefined) return known;
  const pace = findPace(asked);
  // Names are of the contract and of routes: there are few hundred.
  paces.set(asked, pace);
  return pace;
}

const paces = new Map<string, PaceName | null>();

function findPace(asked: string): PaceName | null {
  if (FREE.has(asked)) return null;
  if (LOOK_UPS.has(asked)) return 'look_up';
  if (asked.startsWith('Mutation.')) {
    const isOpen = isAsked(asked) && ACCESS[asked].who === 'anyone';
    return isOpen || OF_SIGN_IN.test(asked) ? 'sign_in' : 'write';
  }
  if (asked.startsWith('GET /party-login')) return 'sign_in';
  return asked.startsWith('GET /download/') ? 'fetch' : null;
}

/** The part of an address that one household or office has: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  const [bare = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (isIPv4(bare) || !isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const first = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** This machine itself: a proxy that was not named, or whoever runs it. */
export const isLoopback = (network: string): boolean =>
  network.startsWith('127.') || network === '0:0:0:0::/64';

/** "Try again in 12 seconds." */
export function sayWait(seconds: number): string {
  const wait =
    seconds < 90
      ? `${seconds} second${seconds === 1 ? '' : 's'}`
      : `${Math.ceil(seconds / 60)} minutes`;
  return `That was very often in a short time. Try again in ${wait}; what you typed is kept.`;
}
