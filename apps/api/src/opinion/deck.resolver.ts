import {
  nextStatements,
  phaseAllows,
  polisPriority,
  pulls,
  refuseVoterHere,
} from '@clarion/deliberation';
import { Args, Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import { pseudonymOf } from '../accounts/pseudonym.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import type { ProposalRow } from '../contributions/proposal.queries.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import type { ConsultationDeckArgs } from '../graphql/generated.js';
import { byId, gather, load } from '../graphql/loader.js';
import { pageSize } from '../graphql/page.js';
import type { VotedOn } from '../voting/ballot.resolver.js';
import * as standing from '../voting/standing.queries.js';
import { type Turned, turnoutOf } from '../voting/turnout.js';
import * as results from './opinion-result.queries.js';

/** Statements that changed since the vote, shown at once. */
const MOST_CHANGED = 50;

/** Proposals with the viewer's vote on each, as their rows in the deck have it. */
async function withBallots(
  context: Context,
  { phase, rules: { countsHiddenUntilVoted } }: ConsultationRow,
  rows: readonly standing.DeckRow[],
): Promise<(ProposalRow & VotedOn)[]> {
  const found = rows.map(async (row) => {
    const proposal = await proposalById(context, row.id);
    return proposal ? [{ ...proposal, ownBallot: { ...row, phase, countsHiddenUntilVoted } }] : [];
  });
  return (await Promise.all(found)).flat();
}

const idsOf = (rows: readonly standing.DeckRow[]): ReadonlySet<string> =>
  new Set(rows.map((row) => row.id));

/** How Polis would weigh each statement; what came after the groups were found pulls nobody yet. */
async function priorityOf(context: Context, id: string, rows: readonly standing.DeckRow[]) {
  const axes = await load(context, 'axes', id, (ids) => results.axes(context.db, ids));
  const pull = axes && pulls(axes);
  const indexOf = new Map(axes?.proposalIds.map((proposal, index) => [proposal, index]));
  const priorities = new Map(
    rows.map((row) => {
      const index = indexOf.get(row.id) ?? -1;
      return [row.id, polisPriority({ ...row, pull: pull?.[index] ?? 0 })];
    }),
  );
  return (proposal: string) => priorities.get(proposal) ?? 0;
}

@Resolver('Consultation')
export class DeckResolver {
  @ResolveField()
  async voterCount(@Parent() row: Turned, @Ctx() context: Context) {
    return (await turnoutOf(context, row)).voters;
  }

  @ResolveField()
  async myVoteCount(@Parent() row: Turned, @Ctx() context: Context) {
    return (await turnoutOf(context, row)).mine;
  }

  /** Least known first unless a voter asks otherwise, in an order of their own; visitors may look, in an order of theirs. */
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
        return gather(await standing.standing(db, asked), (row) => row.consultationId);
      })) ?? [];
    const voted = rows.filter((row) => row.choice !== null);
    const changed = voted
      .filter((row) => (row.votedVersion ?? row.version) < row.version)
      .slice(0, MOST_CHANGED);
    const isOwn = (row: standing.DeckRow) => viewer !== null && row.authorId === viewer.id;
    const own = rules.authorMayVote ? [] : rows.filter(isOwn);
    const done = { voted: idsOf(voted), own: idsOf(own) };
    const left = rows.filter(({ id: each }) => !done.voted.has(each) && !done.own.has(each));
    // A visitor's seed is known to all, so what is drawn from it by what people said would tell that.
    const order = (pseudonym && args.order) ?? 'least_known';
    const shown = nextStatements({
      ...done,
      proposals: rows,
      seed: pseudonym?.toString('hex') ?? id,
      limit: phaseAllows(phase, 'vote') ? size : 0,
      order,
      ...(order === 'polis_priority' && { priority: await priorityOf(context, id, rows) }),
    });
    const rowOf = byId(rows);
    const [proposals, again] = await Promise.all([
      withBallots(
        context,
        consultation,
        shown.flatMap((each) => rowOf.get(each) ?? []),
      ),
      withBallots(context, consultation, changed),
    ]);
    return {
      proposals,
      votedOn: voted.length,
      remaining: refusal ? 0 : left.length,
      changed: again,
      refusal,
    };
  }
}
