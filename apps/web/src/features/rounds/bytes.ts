import { formatNumber } from '../../ui/numbers';

/** 1,284 bytes is "1.3 kB": powers of a thousand, as the stores of phones count. */
export function sayBytes(bytes: number): string {
  if (bytes < 1_000) return `${formatNumber(bytes)} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "3f2a9c1b…07d4e6aa": enough of a fingerprint to tell it from another by eye. */
export function shortHash(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 8)}…${hash.slice(-8)}` : hash;
}
