import {
  Args,
  Context as Ctx,
  ID,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource, IsNull, Not } from 'typeorm';
import { Decision, Evidence, Ranked, Tally, Vote } from './counted-entities.js';
import {
  Body,
  Comment,
  Consultation,
  ConsultationCommission,
  Proposal,
  Round,
} from './entities.js';
import type { Context } from './loaders.js';
import { Author, CommentConnection, connectionOf, ProposalConnection, Ranking } from './shown.js';

const first20 = { type: () => Int, defaultValue: 20 };
const first3 = { type: () => Int, defaultValue: 3 };

async function authorOf(authorId: string | null, { loaders }: Context): Promise<Author | null> {
  const [member] = authorId ? await loaders.members.load(authorId) : [];
  return member ? { name: member.displayName, clpName: member.clp?.name ?? null } : null;
}

@Resolver(() => Consultation)
export class ConsultationResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Consultation, { nullable: true })
  consultation(@Args('id', { type: () => ID }) id: string): Promise<Consultation | null> {
    return this.db.getRepository(Consultation).findOneBy({ id });
  }

  @ResolveField(() => Body)
  async convenedBy(@Parent() { convenedById }: Consultation, @Ctx() { loaders }: Context) {
    return (await loaders.bodies.load(convenedById))[0];
  }

  @ResolveField(() => [Body])
  async commissions(@Parent() { id }: Consultation) {
    const rows = await this.db.getRepository(ConsultationCommission).find({
      where: { consultationId: id },
      relations: { body: true },
      order: { position: 'ASC', bodyId: 'ASC' },
    });
    return rows.map(({ body }) => body);
  }

  @ResolveField(() => Int)
  proposalCount(@Parent() { id }: Consultation): Promise<number> {
    return this.db.getRepository(Proposal).countBy({ consultationId: id, status: Not('waiting') });
  }

  @ResolveField(() => Int)
  async commentCount(@Parent() { id }: Consultation): Promise<number> {
    const where = { consultationId: id, status: Not('waiting') };
    return (await this.db.getRepository(Proposal).sum('commentCount', where)) ?? 0;
  }

  @ResolveField(() => Int)
  evidenceCount(@Parent() { id }: Consultation): Promise<number> {
    return this.db.getRepository(Evidence).countBy({ consultationId: id, status: Not('waiting') });
  }

  @ResolveField(() => Int)
  async voterCount(@Parent() { id }: Consultation, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.turnouts.load(id))[0]?.voters ?? 0;
  }

  @ResolveField(() => Int)
  async myVoteCount(@Parent() { id }: Consultation, @Ctx() { loaders }: Context): Promise<number> {
    const pseudonym = await loaders.pseudonyms.load(id);
    return pseudonym ? this.db.getRepository(Vote).countBy({ consultationId: id, pseudonym }) : 0;
  }

  @ResolveField(() => [Round])
  rounds(@Parent() { id }: Consultation): Promise<Round[]> {
    return this.db
      .getRepository(Round)
      .find({ where: { consultationId: id }, order: { number: 'DESC' } });
  }

  @ResolveField(() => ProposalConnection)
  async proposals(
    @Parent() { id }: Consultation,
    @Args('first', first20) first: number,
  ): Promise<ProposalConnection> {
    const [rows, totalCount] = await this.db.getRepository(Proposal).findAndCount({
      where: { consultationId: id, status: Not('waiting') },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: first + 1,
    });
    return { ...connectionOf(rows, first), totalCount };
  }

  @ResolveField(() => Ranking)
  async ranking(@Parent() { id }: Consultation, @Ctx() { loaders }: Context): Promise<Ranking> {
    const [rows, totalCount] = await this.db.getRepository(Ranked).findAndCount({
      where: { consultationId: id },
      order: { position: 'ASC' },
      take: 21,
    });
    const [turnout] = await loaders.turnouts.load(id);
    return {
      voterCount: turnout?.voters ?? 0,
      proposals: { ...connectionOf(rows, 20), totalCount },
    };
  }
}

@Resolver(() => Ranked)
export class RankedResolver {
  @ResolveField(() => Proposal)
  async proposal(@Parent() { proposalId }: Ranked, @Ctx() { loaders }: Context) {
    return (await loaders.proposals.load(proposalId))[0];
  }

  @ResolveField(() => Tally, { nullable: true })
  async tally(@Parent() { proposalId }: Ranked, @Ctx() { loaders }: Context) {
    return (await loaders.tallies.load(proposalId))[0] ?? null;
  }
}

@Resolver(() => Proposal)
export class ProposalResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Proposal, { nullable: true })
  proposal(@Args('id', { type: () => ID }) id: string): Promise<Proposal | null> {
    return this.db.getRepository(Proposal).findOneBy({ id });
  }

  @ResolveField(() => Author, { nullable: true })
  author(@Parent() { authorId }: Proposal, @Ctx() context: Context) {
    return authorOf(authorId, context);
  }

  @ResolveField(() => Boolean)
  isMine(@Parent() { authorId }: Proposal, @Ctx() { memberId }: Context): boolean {
    return authorId !== null && authorId === memberId;
  }

  @ResolveField(() => Int)
  async evidenceCount(@Parent() { id }: Proposal, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.evidence.load(id)).length;
  }

  @ResolveField(() => Body, { nullable: true })
  async onBehalfOf(@Parent() { onBehalfOfId }: Proposal, @Ctx() { loaders }: Context) {
    return onBehalfOfId ? (await loaders.bodies.load(onBehalfOfId))[0] : null;
  }

  @ResolveField(() => Proposal, { nullable: true })
  async mergedInto(@Parent() { mergedIntoId }: Proposal, @Ctx() { loaders }: Context) {
    return mergedIntoId ? (await loaders.proposals.load(mergedIntoId))[0] : null;
  }

  @ResolveField(() => [Body])
  async commissions(@Parent() { id }: Proposal, @Ctx() { loaders }: Context) {
    return (await loaders.commissions.load(id)).map(({ body }) => body);
  }

  @ResolveField(() => Vote, { nullable: true })
  myVote(@Parent() proposal: Proposal, @Ctx() { loaders }: Context) {
    return loaders.votes.load(proposal);
  }

  @ResolveField(() => [Decision])
  decisions(@Parent() { id }: Proposal, @Ctx() { loaders }: Context) {
    return loaders.decisions.load(id);
  }

  @ResolveField(() => CommentConnection)
  async thread(
    @Parent() { id }: Proposal,
    @Args('first', first20) first: number,
  ): Promise<CommentConnection> {
    const rows = await this.db.getRepository(Comment).find({
      where: { proposalId: id, parentId: IsNull(), status: Not('waiting') },
      order: { goodPoints: 'DESC', createdAt: 'DESC', id: 'DESC' },
      take: first + 1,
    });
    return connectionOf(rows, first);
  }
}

@Resolver(() => Comment)
export class CommentResolver {
  @ResolveField(() => Author, { nullable: true })
  author(@Parent() { authorId }: Comment, @Ctx() context: Context) {
    return authorOf(authorId, context);
  }

  @ResolveField(() => Boolean)
  isMine(@Parent() { authorId }: Comment, @Ctx() { memberId }: Context): boolean {
    return authorId !== null && authorId === memberId;
  }

  @ResolveField(() => Boolean)
  async isGoodPointByMe(@Parent() { id }: Comment, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.goodPoints.load(id)).length > 0;
  }

  @ResolveField(() => CommentConnection)
  async replies(
    @Parent() { id }: Comment,
    @Args('first', first3) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<CommentConnection> {
    return connectionOf(await loaders.replies.load(id), first);
  }
}
