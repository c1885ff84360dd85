import { openWire, type Reply, type Wire } from '../serving/wire.js';

/** One request of a stream, and what is made of its reply. */
export interface Request {
  body: string;
  cookie: string;
  /** Told whether it was taken. */
  answered?: (isTaken: boolean) => void;
}

export interface Stream {
  name: string;
  perSecond: number;
  next: () => Request;
  isTaken: (reply: Reply) => boolean;
}

/** What became of a stream within some time. */
export interface Part {
  name: string;
  /** Milliseconds from when each was due to its reply, sorted; of those that were taken. */
  latencies: number[];
  taken: number;
  /** Refused because too many asked at once. */
  busy: number;
  failed: number;
  complaint: string;
}

const TICK_MS = 2;
const MOST_SAID = 300;

export const emptyPart = (name: string): Part => ({
  name,
  latencies: [],
  taken: 0,
  busy: 0,
  failed: 0,
  complaint: '',
});

/** Notes a reply. */
export function note(part: Part, stream: Stream, reply: Reply, latency: number): boolean {
  const isTaken = stream.isTaken(reply);
  if (isTaken) {
    part.taken += 1;
    part.latencies.push(latency);
  } else if (reply.status === 503 && reply.text.includes('TOO_BUSY')) part.busy += 1;
  else {
    part.failed += 1;
    part.complaint ||= `${reply.status} ${reply.text.slice(0, MOST_SAID)}`;
  }
  return isTaken;
}

const noReply = (fault: unknown): Reply => ({ status: 0, text: String(fault) });

/** Connections that are lent out, and opened where none is free. */
function wiresTo(address: string) {
  const free: Wire[] = [];
  const all: Wire[] = [];
  return {
    async take(): Promise<Wire> {
      const wire = free.pop();
      if (wire) return wire;
      const fresh = await openWire(address);
      all.push(fresh);
      return fresh;
    },
    giveBack: (wire: Wire) => free.push(wire),
    close: () => {
      for (const wire of all) wire.close();
    },
  };
}

/**
 * Asks at a rate, whether replies come or not: a reply that is late is late for everybody who was due
 * meanwhile. Ends when all have been answered.
 */
export async function askAtRate(
  address: string,
  streams: readonly Stream[],
  milliseconds: number,
): Promise<Part[]> {
  const wires = wiresTo(address);
  const parts = streams.map(({ name }) => emptyPart(name));
  const sent = streams.map(() => 0);
  const underWay = new Set<Promise<void>>();
  const begun = performance.now();

  const ask = async (stream: Stream, part: Part, due: number) => {
    const { body, cookie, answered } = stream.next();
    const wire = await wires.take();
    const reply = await wire.send(body, cookie).catch(noReply);
    const isTaken = note(part, stream, reply, performance.now() - due);
    answered?.(isTaken);
    if (reply.status !== 0) wires.giveBack(wire);
  };
  const askDue = (elapsed: number) => {
    for (const [at, stream] of streams.entries()) {
      const due = Math.floor((stream.perSecond * elapsed) / 1000);
      while ((sent[at] ?? 0) < due) {
        const nth = (sent[at] ?? 0) + 1;
        sent[at] = nth;
        const asking = ask(stream, parts[at] as Part, begun + (nth * 1000) / stream.perSecond);
        underWay.add(asking);
        void asking.finally(() => underWay.delete(asking));
      }
    }
  };
  try {
    for (let elapsed = 0; elapsed < milliseconds; elapsed = performance.now() - begun) {
      askDue(elapsed);
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    askDue(milliseconds);
    await Promise.all(underWay);
  } finally {
    wires.close();
  }
  for (const part of parts) part.latencies.sort((a, b) => a - b);
  return parts;
}

/** Asks as fast as replies come, so many at once, streams in the proportion of their rates. */
export async function askAsFast(
  address: string,
  streams: readonly Stream[],
  { atOnce, milliseconds }: { atOnce: number; milliseconds: number },
): Promise<Part[]> {
  const wires = await Promise.all(Array.from({ length: atOnce }, () => openWire(address)));
  const parts = streams.map(({ name }) => emptyPart(name));
  const whole = streams.reduce((sum, { perSecond }) => sum + perSecond, 0);
  const begun = performance.now();
  let nth = 0;
  const askOn = async (wire: Wire) => {
    while (performance.now() - begun < milliseconds) {
      nth += 1;
      let place = (nth * 61) % whole;
      const at = streams.findIndex(({ perSecond }) => {
        place -= perSecond;
        return place < 0;
      });
      const stream = streams[at] as Stream;
      const { body, cookie, answered } = stream.next();
      const from = performance.now();
      const reply = await wire.send(body, cookie).catch(noReply);
      const isTaken = note(parts[at] as Part, stream, reply, performance.now() - from);
      answered?.(isTaken);
      if (reply.status === 0) return;
    }
  };
  try {
    await Promise.all(wires.map(askOn));
  } finally {
    for (const wire of wires) wire.close();
  }
  for (const part of parts) part.latencies.sort((a, b) => a - b);
  return parts;
}
