import DataLoader from 'dataloader';
import {
  type DataSource,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  In,
  IsNull,
  Not,
  type ObjectLiteral,
} from 'typeorm';
import {
  Decision,
  Evidence,
  GoodPoint,
  Tally,
  Turnout,
  Vote,
  VoterOf,
} from './counted-entities.js';
import { Body, Comment, Member, Proposal, ProposalCommission } from './entities.js';

/** Rows by a key of theirs, in lists: one statement for all keys of a tick. */
function lists<Row extends ObjectLiteral>(
  db: DataSource,
  entity: EntityTarget<Row>,
  key: keyof Row & string,
  more: {
    where?: FindOptionsWhere<Row>;
    order?: FindOptionsOrder<Row>;
    relations?: Record<string, true>;
  } = {},
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const where = { ...more.where, [key]: In([...ids]) } as FindOptionsWhere<Row>;
    const rows = await db.getRepository(entity).find({
      where,
      ...(more.order ? { order: more.order } : {}),
      ...(more.relations ? { relations: more.relations as never } : {}),
    });
    return ids.map((id) => rows.filter((row) => row[key] === id));
  });
}

/** A request's loaders, as one writes them beside a resolver tree. */
export function openLoaders(db: DataSource, memberId: string | null) {
  const pseudonyms = new DataLoader<string, Buffer | null>(async (ids) => {
    if (!memberId) return ids.map(() => null);
    const own = await db.getRepository(VoterOf).findBy({ memberId, consultationId: In([...ids]) });
    return ids.map(
      (id) => own.find(({ consultationId }) => consultationId === id)?.pseudonym ?? null,
    );
  });
  return {
    members: lists(db, Member, 'id', { relations: { clp: true } }),
    bodies: lists(db, Body, 'id'),
    proposals: lists(db, Proposal, 'id'),
    commissions: lists(db, ProposalCommission, 'proposalId', { relations: { body: true } }),
    evidence: lists(db, Evidence, 'proposalId', { where: { status: Not('waiting') } }),
    tallies: lists(db, Tally, 'proposalId'),
    turnouts: lists(db, Turnout, 'consultationId'),
    decisions: lists(db, Decision, 'proposalId', {
      where: { supersededById: IsNull() },
      order: { decidedAt: 'DESC', id: 'DESC' },
    }),
    replies: lists(db, Comment, 'parentId', {
      where: { status: Not('waiting') },
      order: { createdAt: 'ASC', id: 'ASC' },
    }),
    goodPoints: memberId
      ? lists(db, GoodPoint, 'commentId', { where: { memberId } })
      : new DataLoader<string, GoodPoint[]>((ids) => Promise.resolve(ids.map(() => []))),
    pseudonyms,
    votes: new DataLoader<Proposal, Vote | null, string>(
      async (proposals) => {
        const [first] = proposals;
        const pseudonym = first ? await pseudonyms.load(first.consultationId) : null;
        if (!first || !pseudonym) return proposals.map(() => null);
        const votes = await db.getRepository(Vote).findBy({
          consultationId: first.consultationId,
          proposalId: In(proposals.map(({ id }) => id)),
          pseudonym,
        });
        return proposals.map(({ id }) => votes.find((vote) => vote.proposalId === id) ?? null);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
  };
}

export type Loaders = ReturnType<typeof openLoaders>;

/** What a resolver is given of its request. */
export interface Context {
  memberId: string | null;
  loaders: Loaders;
}
