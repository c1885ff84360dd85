import type { Loaded } from '../serving/load.js';
import { openWire } from '../serving/wire.js';
import { cookieOf, type Stage } from './stage.js';
import { isTaken, type Subject, type Vote } from './subjects.js';

/** A vote and who casts it, from 0. */
export interface Cast extends Vote {
  voter: number;
}

const CHOICES = ['agree', 'disagree', 'pass'] as const;
const MOST_SAID = 300;

/** Everybody in turn on one proposal; whoever comes round again chooses something else. */
export function* onOne(stage: Stage, proposal: number): Generator<Cast> {
  const proposalId = stage.proposals[proposal % stage.proposals.length] as string;
  for (let nth = 0; ; nth++) {
    const voter = nth % stage.voters;
    const choice = CHOICES[(voter + Math.floor(nth / stage.voters)) % 3] as Vote['choice'];
    yield { voter, proposalId, choice };
  }
}

/** Everybody in turn, each on another proposal than the one before, and in each turn on others than before. */
export function* onMany(stage: Stage, turn: number): Generator<Cast> {
  const { voters, proposals } = stage;
  for (let nth = 0; ; nth++) {
    const voter = nth % voters;
    const proposalId = proposals[
      (voter + turn * 31 + Math.floor(nth / voters)) % proposals.length
    ] as string;
    yield { voter, proposalId, choice: CHOICES[(voter + turn) % 3] as Vote['choice'] };
  }
}

/** So many people cast votes at once for a while, each the next when one was answered. */
export async function castFor(
  address: string,
  { body, isGood = isTaken }: Pick<Subject, 'body' | 'isGood'>,
  casts: Iterator<Cast>,
  { atOnce, milliseconds }: { atOnce: number; milliseconds: number },
): Promise<Loaded> {
  const wires = await Promise.all(Array.from({ length: atOnce }, () => openWire(address)));
  const latencies: number[] = [];
  let failed = 0;
  let complaint = '';
  const begun = performance.now();
  const castOn = async (wire: (typeof wires)[number]) => {
    while (performance.now() - begun < milliseconds) {
      const { voter, ...vote } = casts.next().value as Cast;
      const from = performance.now();
      const reply = await wire.send(body(vote), cookieOf(voter));
      latencies.push(performance.now() - from);
      if (isGood(reply)) continue;
      failed += 1;
      complaint ||= reply.text.slice(0, MOST_SAID);
    }
  };
  try {
    await Promise.all(wires.map(castOn));
  } finally {
    for (const wire of wires) wire.close();
  }
  const took = performance.now() - begun;
  latencies.sort((a, b) => a - b);
  return { replies: latencies.length - failed, failed, complaint, milliseconds: took, latencies };
}
