import {
  type Choice,
  type Refusal,
  refusal,
  refuseVote,
  refuseVoterHere,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { answersOf } from '../database/in-few-trips.js';
import { FaultOfAll } from '../database/in-sets.js';
import type { Keyring } from '../keyring/keyring.js';
import type { OwnVote } from './ballot.queries.js';
import * as sets from './vote-set.queries.js';

/** A vote somebody asks for, on a proposal of the set's consultation; no choice takes their vote back. */
export interface AskedVote {
  viewer: Pick<Viewer, 'id' | 'clpId'>;
  at: Date;
  proposalId: string;
  choice: Choice | null;
  /** 32 bytes that the voter or Clarion drew for this vote alone. */
  random: Buffer;
}

/** A vote that no rule refuses, with all that is known under the locks. */
export interface Case {
  asked: AskedVote;
  paper: sets.PaperHere;
  pseudonym: Buffer;
  /** The CLP it counts for. */
  clpId: string | null;
  before: OwnVote;
}

const NO_VOTE: OwnVote = {
  choice: null,
  version: null,
  commitment: null,
  previous: null,
  votes: 0,
};

/** Takes the locks of a consultation, for all: a fault there is everybody's. */
const lockedPapers = (tx: EntityManager, consultationId: string, asked: readonly AskedVote[]) =>
  sets
    .lockPapers(
      tx,
      consultationId,
      asked.map(({ proposalId }) => proposalId),
    )
    .catch((fault: unknown) => {
      throw new FaultOfAll(fault);
    });

function refuse(
  { viewer, choice }: AskedVote,
  paper: sets.PaperHere,
  voter: sets.VoterHere,
  current: Choice | null,
): Refusal | null {
  const { phase, rules, status, authorId } = paper;
  const isAuthor = authorId === viewer.id;
  return refuseVote({
    phase,
    rules,
    voter,
    isAuthor,
    proposalStatus: status,
    current,
    next: choice,
  });
}

/** A vote that no rule has refused yet, and who casts it. */
type Opened = Omit<Case, 'pseudonym'> & { pseudonym: Buffer | null; voter: sets.VoterHere };

/**
 * Locks what votes rest on, always in this order: the consultation with everybody who acts in it, the
 * proposals with everybody who votes on them, the voters alone; then reads the votes that stand. Refuses what
 * needs none of those to be known.
 */
async function open(
  tx: EntityManager,
  keys: Keyring,
  consultationId: string,
  asked: readonly AskedVote[],
): Promise<(Opened | Refusal)[]> {
  const people = asked.map(({ viewer, proposalId }) => ({
    memberId: viewer.id,
    proposalId,
    // None yet for a consultation in preparation, where the rules refuse everybody.
    pseudonym: keys.pseudonymIfKept(consultationId, viewer.id),
  }));
  const [papers, voters, votes] = await answersOf([
    lockedPapers(tx, consultationId, asked),
    sets.lockVoters(tx, consultationId, people),
    sets.ownVotes(tx, consultationId, people),
  ]);
  return asked.map((each, nth) => {
    const paper = papers.get(each.proposalId);
    const [voter, person, vote] = [voters[nth], people[nth], votes[nth]];
    if (!paper) return refusal('not_found', { what: 'proposal' });
    if (!voter || !person) throw new Error('a member vanished while voting');
    const { phase, rules, votesUntil } = paper;
    const { clpId, isKnown } = voter;
    // Whoever is no voter has nothing under lock.
    const before = (isKnown && vote) || NO_VOTE;
    const refused = refuseVoterHere({ phase, rules, voter, votesUntil }, each.at);
    return refused ?? { asked: each, paper, voter, pseudonym: person.pseudonym, clpId, before };
  });
}

/** Makes voters of those who vote for the first time, and reads what stands under the lock this takes. */
async function enrol(tx: EntityManager, consultationId: string, fresh: readonly Case[]) {
  const places = fresh.map(({ pseudonym, asked: { proposalId, viewer } }) => ({
    pseudonym,
    proposalId,
    clpId: viewer.clpId,
  }));
  if (places.length === 0) return new Map<Case | Refusal, Pick<Case, 'clpId' | 'before'>>();
  const [voters, votes] = await answersOf([
    sets.enrolAll(tx, consultationId, places),
    sets.ownVotes(tx, consultationId, places),
  ]);
  return new Map(
    fresh.map((each, nth) => {
      const voter = voters.get(each.pseudonym.toString('hex'));
      return [each, { clpId: voter ? voter.clpId : each.clpId, before: votes[nth] ?? NO_VOTE }];
    }),
  );
}

/** What is known of votes that are asked for once their voters are there, and the votes that stand are read. */
export async function findCases(
  tx: EntityManager,
  keys: Keyring,
  consultationId: string,
  asked: readonly AskedVote[],
): Promise<(Case | Refusal)[]> {
  const opened = await open(tx, keys, consultationId, asked);
  const fresh: (Case & { voter: sets.VoterHere })[] = [];
  const found = opened.map((each) => {
    if ('message' in each) return each;
    const { voter, paper, pseudonym, before } = each;
    // Lost, not to be made anew: a vote under another pseudonym would be a second one.
    if (!pseudonym) throw new FaultOfAll(new Error(`no key of consultation ${consultationId}`));
    const refused = refuse(each.asked, paper, voter, before.choice);
    if (refused) return refused;
    const known = { ...each, pseudonym };
    // Whoever takes back and is no voter stays none: a first vote that came meanwhile stands.
    if (!voter.isKnown && each.asked.choice !== null) fresh.push(known);
    return known;
  });
  const enrolled = await enrol(tx, consultationId, fresh);
  return found.map((each) => {
    const now = enrolled.get(each);
    if ('message' in each || !now) return each;
    // Again, under the lock: another browser of theirs may have been faster, with another vote.
    return refuse(each.asked, each.paper, each.voter, now.before.choice) ?? { ...each, ...now };
  });
}
