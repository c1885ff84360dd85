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
import { byId, load } from '../graphql/loader.js';
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

/**
 * The ballot of a proposal, loaded together with the others of the page. On a page that is read for
 * everybody only the vote is each one's own.
 */
async function ballotOf(context: Context, proposal: VotedOn): Promise<ballots.BallotRow | null> {
  const { db, viewer, isFilling } = context;
  if (proposal.ownBallot) return proposal.ownBallot;
  if (!isFilling && proposal.ballot) return proposal.ballot;
  if (!isFilling) {
    return loadOwn(context, 'ballots', proposal, (asked) => ballots.ballots(db, asked));
  }
  const [ballot, vote] = await Promise.all([
    load(context, 'ballots of nobody', proposal.id, ofNobody(db)),
    viewer && loadOwn(context, 'votes', proposal, (asked) => ballots.votes(db, asked)),
  ]);
  return ballot && { ...ballot, ...vote };
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

@Resolver('Proposal')
export class BallotResolver {
  @ResolveField()
  async tally(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    const open = openCounts(proposal);
    if (open) return tallyOf(open);
    const ballot = await ballotOf(context, proposal);
    return ballot && !isHidden(ballot) ? tallyOf(ballot) : null;
  }

  @ResolveField()
  async tallyHidden(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    if (openCounts(proposal)) return false;
    const ballot = await ballotOf(context, proposal);
    return ballot !== null && isHidden(ballot);
  }

  @ResolveField()
  async myVote(
    @Parent() proposal: VotedOn,
    @Ctx() context: Context,
  ): Promise<Omit<VoteRow, 'ballot'> | null> {
    const ballot = await ballotOf(context, proposal);
    if (!ballot?.choice) return null;
    const { choice, votedVersion: version } = ballot;
    return {
      proposalId: proposal.id,
      consultationId: proposal.consultationId,
      choice,
      version,
      isOnEarlierVersion: version !== null && version < ballot.version,
      commitment: null,
      previous: null,
    };
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
