import { request } from 'node:http';
import { openWire, type Reply, type Wire } from './wire.js';

export interface Asking {
  address: string;
  body: string;
  /** Sent in turn instead of the one, where nothing that is kept may answer. */
  bodies?: readonly string[];
  cookie: string;
}

export interface Bounds {
  /** How many ask at once, each the next when it has been answered. */
  atOnce: number;
  milliseconds: number;
  most: number;
}

export interface Loaded {
  /** Replies with the page. */
  replies: number;
  /** Others, or none. */
  failed: number;
  /** What the first of those said. */
  complaint: string;
  milliseconds: number;
  /** Milliseconds each reply took, good or not, sorted. */
  latencies: number[];
}

const MOST_SAID = 160;

/** Asks once. */
export function ask({ address, body, cookie }: Asking) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      `${address}/graphql`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Asks again and again, bounded in time and in number, and only the address given; over connections of their
 * own, which take so little of the processor that it is the servers that are measured.
 */
export async function load(asking: Asking, bounds: Bounds, expected: string): Promise<Loaded> {
  const bytes = Buffer.byteLength(expected);
  const latencies: number[] = [];
  let failed = 0;
  let complaint = '';
  let sent = 0;
  const begun = performance.now();
  const askOn = async () => {
    let wire: Wire | null = null;
    while (sent < bounds.most && performance.now() - begun < bounds.milliseconds) {
      const body = asking.bodies?.[sent % asking.bodies.length] ?? asking.body;
      sent += 1;
      const from = performance.now();
      let reply: Reply = { status: 0, text: '' };
      try {
        wire ??= await openWire(asking.address);
        reply = await wire.send(body, asking.cookie);
      } catch {
        // Counted below; the next is sent over another connection.
        wire = null;
      }
      const { status, text } = reply;
      latencies.push(performance.now() - from);
      if (status === 200 && text.length === bytes) continue;
      failed += 1;
      complaint ||= text.slice(0, MOST_SAID) || 'no reply';
    }
    wire?.close();
  };
  await Promise.all(Array.from({ length: bounds.atOnce }, askOn));
  const milliseconds = performance.now() - begun;
  latencies.sort((a, b) => a - b);
  return { replies: latencies.length - failed, failed, complaint, milliseconds, latencies };
}

/** The latency that the share `part` of all replies did not exceed. */
export const quantile = ({ latencies }: Loaded, part: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor(part * latencies.length))] ?? 0;
