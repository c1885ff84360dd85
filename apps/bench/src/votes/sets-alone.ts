import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openApi } from '../api.js';
import { measure } from '../measure.js';
import { PlainError } from '../plain-error.js';
import { postgresCpu } from '../serving/postgres-cpu.js';
import type { Stage } from './stage.js';

const SIZES = [1, 16, 64];
/** Who votes here: all are voters before it is measured. */
const PEOPLE = 640;
/** Proposals for each size, on which nobody has voted. */
const PROPOSALS_EACH = 80;
const CHOICES = ['agree', 'disagree', 'pass'] as const;

/** What a set's statements are for, by what stands in them. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['consultation and proposals locked', /FOR SHARE OF c, p/],
  ['voters locked', /FOR UPDATE/],
  ['votes that stand read', /SELECT v\.choice/],
  ['votes and commitments written', /INSERT INTO vote /],
  ['counts of all and by CLP written', /INSERT INTO tally /],
];
const COMMIT = 'commit, with its flush';
const partOf = (sql: string) => PARTS.find(([, is]) => is.test(sql))?.[0] ?? 'what else there is';

/** How long a set of so many votes takes, and what of the processors a vote of it. */
export interface SetAlone {
  size: number;
  milliseconds: number;
  cpuMilliseconds: number;
  postgresMilliseconds: number;
  /** Milliseconds of a set, by what its statements are for. */
  parts: ReadonlyMap<string, number>;
}

/** Notes how long each statement takes of Postgres: from the answer to the one before, since all are sent ahead. */
function clock(parts: Map<string, number>) {
  let last = 0;
  return async <Answer>(part: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const sent = performance.now();
    const answer = await ask();
    const now = performance.now();
    parts.set(part, (parts.get(part) ?? 0) + now - Math.max(sent, last));
    last = now;
    return answer;
  };
}

interface Member {
  id: string;
  clpId: string | null;
}

/** Votes of one set after the other on proposals on which nobody voted before, for a while; answers how many. */
async function castSets(
  { database, consultationId, directory, proposals }: Stage,
  people: readonly Member[],
  { size, milliseconds, skip }: { size: number; milliseconds: number; skip: number },
  parts: Map<string, number>,
): Promise<number> {
  const { inFewTrips, voteTogether, openKeyring } = await openApi();
  const keys = openKeyring(join(directory, 'keys'));
  const begun = performance.now();
  let sets = 0;
  const most = (PROPOSALS_EACH * people.length) / size;
  for (; sets < most && performance.now() - begun < milliseconds; sets += 1) {
    const from = sets * size;
    const proposalId = proposals.at(-1 - skip - Math.floor(from / people.length)) as string;
    const asked = Array.from({ length: size }, (_, nth) => ({
      viewer: people[(from + nth) % people.length] as Member,
      at: new Date(),
      proposalId,
      choice: CHOICES[nth % 3] as (typeof CHOICES)[number],
      random: randomBytes(32),
    }));
    const timed = clock(parts);
    const told = await inFewTrips(database, (tx, commit) =>
      voteTogether(
        {
          tx: {
            query: (sql, values) => timed(partOf(sql), () => tx.query(sql, values)),
          },
          keys,
          commit: () => timed(COMMIT, commit),
        },
        consultationId,
        asked,
      ),
    );
    if (told.some((each) => 'message' in each))
      throw new PlainError('A vote of a set was refused.');
  }
  return sets;
}

/** The part of the database alone: sets of votes by the same statements as ever, without HTTP and doors. */
export async function setsAlone(stage: Stage, milliseconds: number): Promise<SetAlone[]> {
  const { database } = stage;
  const people = await database.query<Member>(
    `SELECT id, clp_id AS "clpId" FROM member WHERE membership_number LIKE 'V%' ORDER BY id LIMIT $1`,
    [PEOPLE],
  );
  // So that all are voters, and the code has warmed up.
  await castSets(stage, people, { size: 64, milliseconds: 1_000, skip: 0 }, new Map());
  const measured: SetAlone[] = [];
  for (const [nth, size] of SIZES.entries()) {
    const parts = new Map<string, number>();
    const bounds = { size, milliseconds, skip: PROPOSALS_EACH * (nth + 1) };
    const postgres = await postgresCpu(database);
    const taken = await measure(() => castSets(stage, people, bounds, parts));
    const votes = taken.result * size;
    measured.push({
      size,
      milliseconds: taken.milliseconds / taken.result,
      cpuMilliseconds: taken.cpuMilliseconds / votes,
      postgresMilliseconds: (await postgres()) / votes,
      parts: new Map([...parts].map(([part, sum]) => [part, sum / taken.result])),
    });
  }
  return measured;
}
