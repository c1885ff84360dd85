import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import type { MutationPublishRoundArgs } from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { makeCheckpoint, recordName } from '../record/checkpoint.service.js';
import * as rounds from './round.queries.js';
import { fixVotes, publishRound } from './round.service.js';
import * as roundFiles from './round-file.queries.js';
import * as roundRanks from './round-rank.queries.js';

/** A consultation whose statement may have brought its rounds. */
type WithRounds = ConsultationRow & { rounds?: rounds.RoundRow[] };

@Resolver('Consultation')
export class PublishedRoundsResolver {
  @ResolveField('rounds')
  async published(@Parent() { id, rounds: brought }: WithRounds, @Ctx() context: Context) {
    if (brought) return brought;
    const found = await load(context, 'rounds', id, (ids) =>
      rounds.ofConsultations(context.db, ids),
    );
    return found ?? [];
  }
}

/** A round whose files may have come with it. */
type WithFiles = rounds.RoundRow & { files?: roundFiles.RoundFileRow[] };

/** Signs the record as it is, so that a round has a receipt of every batch. */
const signNow = ({ db, keys, environment, now }: Context) =>
  makeCheckpoint(db, { keys, name: recordName(environment.publicUrl), at: now });

@Resolver('Round')
export class RoundResolver {
  @Mutation()
  async publishRound(@Args() args: MutationPublishRoundArgs, @Ctx() context: Context) {
    await actAs(context, (acting) => fixVotes(acting, args.consultationId));
    if (context.viewer?.offices.length) await signNow(context);
    return actAs(context, (acting) => publishRound(acting, args));
  }

  @ResolveField()
  async files(@Parent() { id, files }: WithFiles, @Ctx() context: Context) {
    if (files) return files;
    const found = await load(context, 'files of rounds', id, (ids) =>
      roundFiles.ofRounds(context.db, ids),
    );
    return found ?? [];
  }

  @ResolveField()
  async movement(@Parent() { id }: rounds.RoundRow, @Ctx() context: Context) {
    const found = await load(context, 'movement of rounds', id, (ids) =>
      roundRanks.moves(context.db, ids),
    );
    return found ?? [];
  }
}

@Resolver('RankMove')
export class RankMoveResolver {
  @ResolveField()
  proposal(@Parent() { proposalId }: roundRanks.RankMoveRow, @Ctx() context: Context) {
    return proposalById(context, proposalId);
  }
}
