import {
  type Choice,
  countsHidden,
  describeBallots,
  isRefusal,
  placeOf,
  refusePrioritising,
} from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { pseudonymOf } from '../accounts/pseudonym.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import type { ProposalRow } from '../contributions/proposal.queries.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import type {
  MutationCastPriorityBallotArgs,
  PriorityBallotChoosableArgs,
} from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize } from '../graphql/page.js';
import * as priorities from './priority-ballot.queries.js';
import { castPriorityBallot, isCounted } from './priority-ballot.service.js';
import { turnoutOf } from './turnout.js';

/** A viewer's ballot is known by where it is cast; its parts are loaded for all of a page at once. */
interface PriorityBallot {
  consultation: ConsultationRow;
}

const isThere = (row: ProposalRow | null): row is ProposalRow => row !== null;

async function proposalsOf(context: Context, chosen: readonly priorities.Chosen[]) {
  const found = await Promise.all(chosen.map(async ({ id }) => proposalById(context, id)));
  return found.filter(isThere);
}

/** What one agreed with comes first, and what one disagreed with last. */
const STAND: Record<Choice, number> = { agree: 0, pass: 1, disagree: 2 };

/** Rows in the voter's own order: by what they said to each, then drawn from the seed, then by id. */
function inOwnOrder(rows: readonly priorities.ChoosableRow[], seed: string) {
  return rows
    .map(({ id, choice }) => ({
      id,
      stand: STAND[choice ?? 'pass'],
      place: placeOf(`${seed}\n${id}`),
    }))
    .sort((a, b) => a.stand - b.stand || a.place - b.place || (a.id < b.id ? -1 : 1));
}

type Ordered = ReturnType<typeof inOwnOrder>[number];

/** Whether a row comes after a page marker: by the same keys, in the same order. */
function isAfter({ stand, place, id }: Ordered, marker: ReturnType<typeof keysOf>): boolean {
  if (!marker) return true;
  const [markedStand = 0, markedPlace = 0, markedId = ''] = marker;
  if (stand !== markedStand) return stand > Number(markedStand);
  if (place !== markedPlace) return place > Number(markedPlace);
  return id > String(markedId);
}

@Resolver('Consultation')
export class ConsultationBallotResolver {
  @ResolveField()
  priorityBallot(@Parent() consultation: ConsultationRow): PriorityBallot {
    return { consultation };
  }
}

@Resolver('PriorityBallot')
export class PriorityBallotResolver {
  @Mutation()
  async castPriorityBallot(@Args() args: MutationCastPriorityBallotArgs, @Ctx() context: Context) {
    const result = await actAs(context, (acting) => castPriorityBallot(acting, args));
    return isRefusal(result) ? result : { consultation: result };
  }

  @ResolveField()
  async proposals(@Parent() { consultation }: PriorityBallot, @Ctx() context: Context) {
    const { chosen } = await turnoutOf(context, consultation);
    return proposalsOf(context, chosen.filter(isCounted));
  }

  @ResolveField()
  async dropped(@Parent() { consultation }: PriorityBallot, @Ctx() context: Context) {
    const { chosen } = await turnoutOf(context, consultation);
    return proposalsOf(
      context,
      chosen.filter((each) => !isCounted(each)),
    );
  }

  @ResolveField()
  size(@Parent() { consultation }: PriorityBallot) {
    return consultation.rules.priorityBallotSize;
  }

  @ResolveField()
  async isCast(@Parent() { consultation }: PriorityBallot, @Ctx() context: Context) {
    return (await turnoutOf(context, consultation)).chosen.length > 0;
  }

  @ResolveField()
  async ballotsCast(@Parent() { consultation }: PriorityBallot, @Ctx() context: Context) {
    const { ballots, chosen } = await turnoutOf(context, consultation);
    const { phase, rules } = consultation;
    return countsHidden({ phase, rules, isReviewer: false }, chosen.length > 0) ? null : ballots;
  }

  @ResolveField()
  published(@Parent() { consultation }: PriorityBallot) {
    return describeBallots(consultation.rules);
  }

  @ResolveField()
  refusal(@Parent() { consultation }: PriorityBallot, @Ctx() { viewer, now }: Context) {
    const { phase, rules, votesUntil } = consultation;
    return refusePrioritising({ phase, rules, voter: viewer, votesUntil }, now);
  }

  @ResolveField()
  async choosable(
    @Parent() { consultation }: PriorityBallot,
    @Args() args: PriorityBallotChoosableArgs,
    @Ctx() context: Context,
  ) {
    const size = pageSize(args.first);
    const marker = keysOf(args.after, 3);
    const rows = await choosableIn(context, consultation, args);
    const pseudonym = pseudonymOf(context, consultation.id);
    const ordered = inOwnOrder(rows, pseudonym?.toString('hex') ?? consultation.id);
    const next = ordered.filter((row) => isAfter(row, marker)).slice(0, size + 1);
    const page = pageOf(next, size, ordered.length, (row) => [row.stand, row.place, row.id]);
    const proposals = await Promise.all(
      page.edges.map(async ({ node }) => proposalById(context, node.id)),
    );
    return {
      ...page,
      edges: page.edges.map(({ cursor }, at) => ({ cursor, node: proposals[at] })),
    };
  }
}

/** What the viewer can choose here, found by words where some are given. */
async function choosableIn(
  context: Context,
  { id, rules }: ConsultationRow,
  { text, agreedOnly }: PriorityBallotChoosableArgs,
): Promise<priorities.ChoosableRow[]> {
  const words = text?.trim() || null;
  const found = await load(context, `choosable ${words ?? ''}`, id, (ids) =>
    priorities.choosable(
      context.db,
      ids.map((each) => ({ id: each, pseudonym: pseudonymOf(context, each) })),
      words,
    ),
  );
  const { viewer } = context;
  const mayChoose = ({ authorId, choice }: priorities.ChoosableRow) =>
    (rules.authorMayVote || viewer === null || authorId !== viewer.id) &&
    (!agreedOnly || choice === 'agree');
  return (found ?? []).filter(mayChoose);
}
