/** What one turn of one subject took. */
export interface Sample {
  milliseconds: number;
  cpuMilliseconds: number;
  /** The most that its process held in memory while it ran, and how much more that was than before. */
  peakBytes: number;
  growthBytes: number;
  /** Its answer, or a fingerprint of it. */
  answer: string;
}

export interface Subject<Turn extends Sample = Sample> {
  name: string;
  run(): Promise<Turn>;
}

export interface Measured<Turn extends Sample = Sample> {
  name: string;
  turns: Turn[];
}

/** Every subject in turn, A B C A B C, so that what else the machine does falls on all alike. */
export async function takeTurns<Turn extends Sample>(
  subjects: readonly Subject<Turn>[],
  rounds: number,
  say: (line: string) => void,
): Promise<Measured<Turn>[]> {
  const measured = subjects.map(({ name }): Measured<Turn> => ({ name, turns: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, subject] of subjects.entries()) {
      const turn = await subject.run();
      measured[i]?.turns.push(turn);
      say(`  ${round + 1}/${rounds} ${subject.name}: ${turn.milliseconds.toFixed(1)} ms`);
    }
  }
  return measured;
}

/** One of the samples, by what it is of. */
export function column<Turn extends Sample>(
  { turns }: Measured<Turn>,
  of: (turn: Turn) => number,
): number[] {
  return turns.map(of);
}

/** Whether every turn of all of these gave the same answer. */
export function allAgree(measured: readonly Measured[]): boolean {
  return new Set(measured.flatMap(({ turns }) => turns.map(({ answer }) => answer))).size === 1;
}
