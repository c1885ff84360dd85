import { countsHidden, type Tally } from '@clarion/deliberation';
import {
  Args,
  Context as Ctx,
  Info,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { EntityManager } from 'typeorm';
import { actTogether } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import { asksOnly } from '../graphql/bring.js';
import type { MutationCastVoteArgs, MutationUndoVoteArgs } from '../graphql/generated.js';
import { byId, load, onceThere } from '../graphql/loader.js';
import * as ballots from './ballot.queries.js';
import { loadOwn } from './pseudonym.js';
import type { VoteRow } from './vote-set.service.js';
import { VotesTogether } from './votes-together.js';

/** What a vote's own transaction knows of its proposal: all that the deck asks. */
const KNOWN = new Set(['__typename', 'id', 'tally', 'tallyHidden', 'myVote']);

/** A proposal to be shown with its counts; `ballot`, or the counts alone, where the page's own statement brought it. */
export interface VotedOn {
  id: string;
  consultationId: string;
  ballot?: ballots.BallotRow;
  /** The same below a field that is answered to each on their own, so that it can be nobody else's. */
  ownBallot?: ballots.BallotRow;
  counts?: ballots.Counts;
}

/** Ballots as nobody has them, without a vote. */
const ofNobody = (db: EntityManager) => async (ids: readonly string[]) =>
  byId(
    await ballots.ballots(
      db,
      ids.map((id) => ({ id, pseudonym: null })),
    ),
  );

/** On a page that is read for everybody only the vote is each one's own. */
async function filledBallotOf(
  context: Context,
  forAll: NonNullable<Context['forAll']>,
  proposal: VotedOn,
): Promise<ballots.BallotRow | null> {
  const { db, viewer } = context;
  const [ballot, vote] = await Promise.all([
    load(forAll, 'ballots of nobody', proposal.id, ofNobody(forAll.db)),
    viewer && loadOwn(context, 'votes', proposal, (asked) => ballots.votes(db, asked)),
  ]);
  return ballot && { ...ballot, ...vote };
}

/** The ballot of a proposal: as its row brought it, or loaded together with the others of the page. */
function ballotOf(
  context: Context,
  proposal: VotedOn,
): ballots.BallotRow | null | Promise<ballots.BallotRow | null> {
  if (proposal.ownBallot) return proposal.ownBallot;
  if (context.forAll) return filledBallotOf(context, context.forAll, proposal);
  return (
    proposal.ballot ??
    loadOwn(context, 'ballots', proposal, (asked) => ballots.ballots(context.db, asked))
  );
}

/**
 * Whether the counts of a proposal are hidden from whoever asks. Representatives are voters too and
 * wait like everybody; what they review is a round, or voting has closed.
 */
export const isHidden = (
  ballot: Pick<ballots.BallotRow, 'phase' | 'countsHiddenUntilVoted' | 'choice'>,
) =>
  countsHidden({ phase: ballot.phase, rules: ballot, isReviewer: false }, ballot.choice !== null);

/** Counts as the contract has them. */
export const tallyOf = ({ agree, disagree, pass }: Tally) => ({
  agree,
  disagree,
  pass,
  votes: agree + disagree + pass,
});

/** Counts that the row brought, where they are hidden from nobody: then no vote need be asked for. */
const openCounts = ({ counts }: VotedOn) =>
  counts && !isHidden({ ...counts, choice: null }) ? counts : null;

/** The viewer's own vote, as their ballot has it. */
function voteOn(
  { id: proposalId, consultationId }: VotedOn,
  ballot: ballots.BallotRow | null,
): Omit<VoteRow, 'ballot'> | null {
  if (!ballot?.choice) return null;
  const { choice, votedVersion: version } = ballot;
  const isOnEarlierVersion = version !== null && version < ballot.version;
  const untold = { commitment: null, previous: null };
  return { proposalId, consultationId, choice, version, isOnEarlierVersion, ...untold };
}

@Resolver('Proposal')
export class BallotResolver {
  @ResolveField()
  tally(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    const open = openCounts(proposal);
    if (open) return tallyOf(open);
    return onceThere(ballotOf(context, proposal), (ballot) =>
      ballot && !isHidden(ballot) ? tallyOf(ballot) : null,
    );
  }

  @ResolveField()
  tallyHidden(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    if (openCounts(proposal)) return false;
    return onceThere(ballotOf(context, proposal), (ballot) => ballot !== null && isHidden(ballot));
  }

  @ResolveField()
  myVote(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    return onceThere(ballotOf(context, proposal), (ballot) => voteOn(proposal, ballot));
  }
}

@Resolver('Vote')
export class VoteResolver {
  constructor(private readonly votes: VotesTogether) {}

  @Mutation()
  castVote(@Args() vote: MutationCastVoteArgs, @Ctx() context: Context) {
    return actTogether(context, (voter) => this.votes.vote(voter, vote));
  }

  @Mutation()
  undoVote(@Args() { proposalId }: MutationUndoVoteArgs, @Ctx() context: Context) {
    return actTogether(context, (voter) => this.votes.vote(voter, { proposalId, choice: null }));
  }

  @ResolveField()
  async proposal(
    @Parent() { proposalId: id, consultationId, ballot }: VoteRow,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (asksOnly(info, KNOWN)) return { id, consultationId, ballot };
    return { ...(await proposalById(context, id)), ...(ballot && { ballot }) };
  }
}
