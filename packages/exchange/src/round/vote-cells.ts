import type { OpinionVotes, Tally } from '@clarion/deliberation';

/** The votes on one proposal, counted by who cast them. Groups, regions and CLPs have a last place for "none". */
export interface ProposalVotes {
  /** Group × region, row by row. */
  byGroup: Tally[][];
  byClp: Tally[];
}

const noTally = (): Tally => ({ agree: 0, disagree: 0, pass: 0 });

/** Where the votes on each proposal are: `row[starts[p]] … row[starts[p + 1] - 1]`. */
function rowsByProposal({ statement }: OpinionVotes, proposals: number) {
  const starts = new Uint32Array(proposals + 1);
  for (const p of statement) starts[p + 1] = (starts[p + 1] ?? 0) + 1;
  for (let p = 0; p < proposals; p += 1) starts[p + 1] = (starts[p + 1] ?? 0) + (starts[p] ?? 0);
  const next = starts.slice();
  const row = new Uint32Array(statement.length);
  statement.forEach((p, i) => {
    row[next[p] ?? 0] = i;
    next[p] = (next[p] ?? 0) + 1;
  });
  return { starts, row };
}

/** For each proposal the votes on it, by group, region and CLP; `groupOf` and `clpOf` are by person. */
export function* votesByProposal(
  votes: OpinionVotes,
  proposals: number,
  people: { groupOf: Int8Array; groups: number; clpOf: Int32Array },
  clps: readonly { region: number }[],
  regions: number,
): Generator<ProposalVotes> {
  const { groupOf, groups, clpOf } = people;
  const { starts, row } = rowsByProposal(votes, proposals);
  for (let p = 0; p < proposals; p += 1) {
    const byGroup = Array.from({ length: groups + 1 }, () =>
      Array.from({ length: regions + 1 }, noTally),
    );
    const byClp = Array.from({ length: clps.length + 1 }, noTally);
    for (const i of row.subarray(starts[p], starts[p + 1])) {
      const person = votes.person[i] ?? 0;
      const clp = clpOf[person] ?? -1;
      const region = clps[clp]?.region ?? -1;
      const group = groupOf[person] ?? -1;
      const choice = choiceOf(votes.choice[i] ?? 0);
      add(byGroup[group < 0 ? groups : group]?.[region < 0 ? regions : region], choice);
      add(byClp[clp < 0 ? clps.length : clp], choice);
    }
    yield { byGroup, byClp };
  }
}

function choiceOf(sign: number): keyof Tally {
  return sign > 0 ? 'agree' : sign < 0 ? 'disagree' : 'pass';
}

function add(tally: Tally | undefined, choice: keyof Tally): void {
  if (tally) tally[choice] += 1;
}

/** Tallies added up. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = noTally();
  for (const { agree, disagree, pass } of tallies) {
    sum.agree += agree;
    sum.disagree += disagree;
    sum.pass += pass;
  }
  return sum;
}
