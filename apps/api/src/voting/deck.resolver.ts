import { nextStatements, phaseAllows, refuseVoterHere } from '@clarion/deliberation';
import { Args, Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import type { ProposalRow } from '../contributions/proposal.queries.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import type { ConsultationDeckArgs } from '../graphql/generated.js';
import { byId, gather, load } from '../graphql/loader.js';
import { pageSize } from '../graphql/page.js';
import * as ballots from './ballot.queries.js';
import { loadOwn, pseudonymOf } from './pseudonym.js';

/** Statements that changed since the vote, shown at once. */
const MOST_CHANGED = 50;

const isThere = (row: ProposalRow | null): row is ProposalRow => row !== null;

const idsOf = (rows: readonly ballots.DeckRow[]): ReadonlySet<string> =>
  new Set(rows.map((row) => row.id));

const turnoutOf = (context: Context, id: string) =>
  loadOwn(context, 'turnouts', { id, consultationId: id }, (asked) =>
    ballots.turnouts(context.db, asked),
  );

@Resolver('Consultation')
export class DeckResolver {
  @ResolveField()
  async voterCount(@Parent() { id }: ConsultationRow, @Ctx() context: Context) {
    return (await turnoutOf(context, id))?.voters ?? 0;
  }

  @ResolveField()
  async myVoteCount(@Parent() { id }: ConsultationRow, @Ctx() context: Context) {
    return (await turnoutOf(context, id))?.mine ?? 0;
  }

  /** Least known first, in an order of the voter's own; visitors may look, in an order of theirs. */
  @ResolveField()
  async deck(
    @Parent() consultation: ConsultationRow,
    @Args() args: ConsultationDeckArgs,
    @Ctx() context: Context,
  ) {
    const size = pageSize(args.first, 10);
    const { id, phase, rules, votesUntil } = consultation;
    const { db, viewer, now } = context;
    const refusal = refuseVoterHere({ phase, rules, voter: viewer, votesUntil }, now);
    const pseudonym = pseudonymOf(context, id);
    const rows =
      (await load(context, 'standing proposals', id, async (ids) => {
        const asked = ids.map((each) => ({ id: each, pseudonym: pseudonymOf(context, each) }));
        return gather(await ballots.standing(db, asked), (row) => row.consultationId);
      })) ?? [];
    const voted = rows.filter((row) => row.choice !== null);
    const changed = voted
      .filter((row) => (row.votedVersion ?? row.version) < row.version)
      .slice(0, MOST_CHANGED);
    const isOwn = (row: ballots.DeckRow) => viewer !== null && row.authorId === viewer.id;
    const own = rules.authorMayVote ? [] : rows.filter(isOwn);
    const done = { voted: idsOf(voted), own: idsOf(own) };
    const left = rows.filter(({ id: each }) => !done.voted.has(each) && !done.own.has(each));
    const shown = nextStatements({
      ...done,
      proposals: rows,
      seed: pseudonym?.toString('hex') ?? id,
      limit: phaseAllows(phase, 'vote') ? size : 0,
    });
    const asked = [...shown, ...changed.map((row) => row.id)];
    const found = byId(
      (await Promise.all(asked.map(async (each) => proposalById(context, each)))).filter(isThere),
    );
    const inOrder = (ids: readonly string[]) => ids.flatMap((each) => found.get(each) ?? []);
    return {
      proposals: inOrder(shown),
      votedOn: voted.length,
      remaining: refusal ? 0 : left.length,
      changed: inOrder(changed.map((row) => row.id)),
      refusal,
    };
  }
}
