import { readFileSync } from 'node:fs';

/** A process and all that it started, itself first; none where the system does not say. */
export function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return [pid, ...children.trim().split(' ').filter(Boolean).map(Number).flatMap(familyOf)];
  } catch {
    return [];
  }
}

/** Bytes that a file in /proc says in kilobytes, in a line `Name: 123 kB`; 0 where there is none. */
function said(file: string, name: string): number {
  try {
    const [, kilobytes] =
      new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export interface Held {
  /** Resident memory of the server's own process, what it shares with other programs included. */
  server: number;
  /** Of all that it started: Postgres. What its processes share, its buffers, is counted once. */
  database: number;
}

/** What a server holds in memory, in bytes. Throws RangeError where the system does not say. */
export function heldBy(pid: number): Held {
  const [server, ...others] = familyOf(pid);
  if (server === undefined) throw new RangeError('Only Linux says what a process holds.');
  const shares = others.map((each) => said(`/proc/${each}/smaps_rollup`, 'Pss'));
  return {
    server: said(`/proc/${server}/status`, 'VmRSS'),
    database: shares.reduce((sum, share) => sum + share, 0),
  };
}
