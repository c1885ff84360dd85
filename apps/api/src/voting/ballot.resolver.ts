import { countsHidden, type Tally } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import type { MutationCastVoteArgs, MutationUndoVoteArgs } from '../graphql/generated.js';
import * as ballots from './ballot.queries.js';
import { loadOwn } from './pseudonym.js';
import { castVote, undoVote, type VoteRow } from './vote.service.js';

/** A proposal to be shown with its counts; `ballot` where the page's own statement brought it. */
export interface VotedOn {
  id: string;
  consultationId: string;
  ballot?: ballots.BallotRow;
}

/** The ballot of a proposal, loaded together with the others of the page. */
const ballotOf = async (context: Context, proposal: VotedOn) =>
  proposal.ballot ??
  loadOwn(context, 'ballots', proposal, (asked) => ballots.ballots(context.db, asked));

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

@Resolver('Proposal')
export class BallotResolver {
  @ResolveField()
  async tally(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    const ballot = await ballotOf(context, proposal);
    return ballot && !isHidden(ballot) ? tallyOf(ballot) : null;
  }

  @ResolveField()
  async tallyHidden(@Parent() proposal: VotedOn, @Ctx() context: Context) {
    const ballot = await ballotOf(context, proposal);
    return ballot !== null && isHidden(ballot);
  }

  @ResolveField()
  async myVote(@Parent() proposal: VotedOn, @Ctx() context: Context): Promise<VoteRow | null> {
    const ballot = await ballotOf(context, proposal);
    if (!ballot?.choice) return null;
    const { choice, votedVersion: version } = ballot;
    return {
      proposalId: proposal.id,
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
  @Mutation()
  castVote(@Args() vote: MutationCastVoteArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => castVote(acting, vote));
  }

  @Mutation()
  undoVote(@Args() vote: MutationUndoVoteArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => undoVote(acting, vote));
  }

  @ResolveField()
  proposal(@Parent() vote: VoteRow, @Ctx() context: Context) {
    return proposalById(context, vote.proposalId);
  }
}
