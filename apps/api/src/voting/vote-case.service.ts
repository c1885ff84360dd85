import {
  type Choice,
  type Refusal,
  refusal,
  refuseVote,
  refuseVoterHere,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
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

/** A vote before its voter is found among the voters; or why it is refused. */
type Opened = Omit<Case, 'before' | 'pseudonym'> & {
  pseudonym: Buffer | null;
  voter: sets.VoterHere;
};

/**
 * Locks what votes rest on, always in this order: the consultation with everybody who acts in it, the
 * proposals with everybody who votes on them, the voters alone. Refuses what needs no vote of theirs to be known.
 */
async function open(
  tx: EntityManager,
  keys: Keyring,
  consultationId: string,
  asked: readonly AskedVote[],
): Promise<(Opened | Refusal)[]> {
  const papers = await lockedPapers(tx, consultationId, asked);
  if (papers.size === 0) return asked.map(() => refusal('not_found', { what: 'proposal' }));
  const people = asked.map(({ viewer }) => ({
    memberId: viewer.id,
    // None yet for a consultation in preparation, where the rules refuse everybody.
    pseudonym: keys.pseudonymIfKept(consultationId, viewer.id),
  }));
  const voters = await sets.lockVoters(tx, consultationId, people);
  return asked.map((each, nth) => {
    const paper = papers.get(each.proposalId);
    const [voter, person] = [voters[nth], people[nth]];
    if (!paper) return refusal('not_found', { what: 'proposal' });
    if (!voter || !person) throw new Error('a member vanished while voting');
    const { phase, rules, votesUntil } = paper;
    const refused = refuseVoterHere({ phase, rules, voter, votesUntil }, each.at);
    const { pseudonym } = person;
    return refused ?? { asked: each, paper, voter, pseudonym, clpId: voter.clpId };
  });
}

/** What is known of votes that are asked for once their voters are there, and the votes that stand are read. */
export async function findCases(
  tx: EntityManager,
  keys: Keyring,
  consultationId: string,
  asked: readonly AskedVote[],
): Promise<(Case | Refusal)[]> {
  const opened = await open(tx, keys, consultationId, asked);
  const isOpen = (each: Opened | Refusal): each is Opened => !('message' in each);
  const found = opened.map((each) => {
    if (!isOpen(each)) return each;
    const { voter, paper, pseudonym } = each;
    // Lost, not to be made anew: a vote under another pseudonym would be a second one.
    if (!pseudonym) throw new FaultOfAll(new Error(`no key of consultation ${consultationId}`));
    const refused = voter.isKnown ? null : refuse(each.asked, paper, voter, null);
    return refused ?? { ...each, pseudonym };
  });
  const here = found.filter((each) => !('message' in each)) as (Opened & { pseudonym: Buffer })[];
  const fresh = here.filter(({ voter, asked: { choice } }) => !voter.isKnown && choice !== null);
  const enrolled = await enrol(tx, consultationId, fresh);
  // Whoever takes back and is no voter has nothing under lock: a first vote that came meanwhile stands.
  const locked = here.filter(({ voter, asked: { choice } }) => voter.isKnown || choice !== null);
  const places = locked.map(({ asked: { proposalId }, pseudonym }) => ({ proposalId, pseudonym }));
  const own = locked.length > 0 ? await sets.ownVotes(tx, consultationId, places) : [];
  const before = new Map(locked.map((each, nth) => [each, own[nth] ?? NO_VOTE]));
  return found.map((each) => {
    if ('message' in each) return each;
    const vote = before.get(each) ?? NO_VOTE;
    // Again, under the lock: another browser of theirs may have been faster, with another vote.
    const refused = refuse(each.asked, each.paper, each.voter, vote.choice);
    if (refused) return refused;
    const clpId = enrolled.get(each.pseudonym.toString('hex'))?.clpId ?? each.clpId;
    return {
      asked: each.asked,
      paper: each.paper,
      pseudonym: each.pseudonym,
      clpId,
      before: vote,
    };
  });
}

const enrol = async (
  tx: EntityManager,
  consultationId: string,
  fresh: readonly { pseudonym: Buffer; asked: AskedVote }[],
) =>
  fresh.length === 0
    ? new Map<string, { clpId: string | null }>()
    : sets.enrolAll(
        tx,
        consultationId,
        fresh.map(({ pseudonym, asked: { viewer } }) => ({ pseudonym, clpId: viewer.clpId })),
      );
