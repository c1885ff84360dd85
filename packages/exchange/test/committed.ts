import { seeded } from '@clarion/deliberation';
import { toHex } from '@clarion/record';
import type { OpenedBefore, RoundBatch, RoundInput } from '../src/round/index.js';

/** A vote as the database has it. */
export interface CommittedVote {
  person: number;
  statement: number;
  choice: -1 | 0 | 1;
  /** None for a vote that was brought in from elsewhere. */
  commitment: Uint8Array | null;
  previous: Uint8Array | null;
}

/** Votes of one consultation that are cast, changed and taken back, with what the record has of them. */
export interface Committed {
  votes: CommittedVote[];
  batches: RoundBatch[];
  superseded: Map<string, string>;
  pending: Uint8Array[];
}

const HASH = 32;

/** Random bytes: nothing here is hashed, so any will do for a commitment. */
const drawFrom = (random: () => number) =>
  Uint8Array.from({ length: HASH }, () => Math.floor(random() * 256));

/** Everybody's votes as they were cast first; a share of them has no commitment. */
export function committedVotes({ votes }: RoundInput, seed: string, imported: number): Committed {
  const random = seeded(`cast ${seed}`);
  const cast = Array.from(votes.person, (person, at): CommittedVote => {
    const isImported = random() < imported;
    return {
      person,
      statement: votes.statement[at] ?? 0,
      choice: (votes.choice[at] ?? 0) as -1 | 0 | 1,
      commitment: isImported ? null : drawFrom(random),
      previous: null,
    };
  });
  const pending = cast.flatMap(({ commitment }) => commitment ?? []);
  return { votes: cast, batches: [], superseded: new Map(), pending };
}

/** Enters a share of what waits, the first of it, into the record. */
export function batched(all: Committed, share: number): Committed {
  const size = Math.ceil(all.pending.length * share);
  const list = all.pending.slice(0, size).sort(Buffer.compare);
  if (list.length === 0) return all;
  const batch = all.batches.length + 1;
  const commitments = Uint8Array.from(list.flatMap((each) => [...each]));
  const entry = {
    batch,
    entry: batch,
    root: '00'.repeat(HASH),
    count: size,
    commitments,
    receipt: '',
  };
  return { ...all, batches: [...all.batches, entry], pending: all.pending.slice(size) };
}

/** What happens between two rounds: a share of the votes each is changed or taken back, and new ones come. */
export function lived(
  all: Committed,
  fresh: readonly CommittedVote[],
  shares: { changed: number; takenBack: number },
  seed: string,
): Committed {
  const random = seeded(`lived ${seed}`);
  const superseded = new Map(all.superseded);
  const pending = [...all.pending];
  const votes = all.votes.flatMap((vote): CommittedVote[] => {
    const { commitment } = vote;
    const draw = random();
    if (!commitment || draw >= shares.changed + shares.takenBack) return [vote];
    const isChanged = draw < shares.changed;
    superseded.set(toHex(commitment), isChanged ? 'changed' : 'taken_back');
    if (!isChanged) return [];
    const next = drawFrom(random);
    pending.push(next);
    const choice = vote.choice === 1 ? -1 : 1;
    return [{ ...vote, choice, commitment: next, previous: commitment }];
  });
  pending.push(...fresh.flatMap(({ commitment }) => commitment ?? []));
  return { ...all, votes: [...votes, ...fresh], superseded, pending };
}

/** A round over what stands now. */
export function roundOf(
  input: RoundInput,
  all: Committed,
  before: OpenedBefore | null,
): RoundInput {
  const votes = [...all.votes].sort((a, b) => a.person - b.person || a.statement - b.statement);
  const places = votes.flatMap(({ commitment }, place) => (commitment ? [place] : []));
  const column = (bytesOf: (vote: CommittedVote) => Uint8Array | null) => {
    const bytes = new Uint8Array(places.length * HASH);
    places.forEach((place, at) => {
      bytes.set(bytesOf(votes[place] as CommittedVote) ?? [], at * HASH);
    });
    return bytes;
  };
  return {
    ...input,
    votes: {
      person: Uint32Array.from(votes, ({ person }) => person),
      statement: Uint32Array.from(votes, ({ statement }) => statement),
      choice: Int8Array.from(votes, ({ choice }) => choice),
    },
    commitments: {
      vote: Uint32Array.from(places),
      commitment: column(({ commitment }) => commitment),
      // As random as the commitment, and enough for nothing but to be told apart.
      random: column(({ commitment }) => commitment),
      previous: column(({ previous }) => previous),
      batches: all.batches,
      superseded: all.superseded,
      key: 'none',
      before,
    },
  };
}
