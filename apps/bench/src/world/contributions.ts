import type { Consultation } from './consultations.js';
import type { Value } from './copy-rows.js';
import type { Member } from './members.js';
import { type Random, randomFrom, zipf } from './random.js';
import { commentsOf, makeThread } from './threads.js';
import { argument, statement } from './words.js';

export interface Proposal {
  id: string;
  consultation: Consultation;
  number: number;
  comments: number;
  createdAt: Date;
}

export const PROPOSAL_COLUMNS = [
  'id',
  'consultation_id',
  'number',
  'author_id',
  'statement',
  'argument',
  'created_at',
  'active_at',
  'comment_count',
] as const;
export const VERSION_COLUMNS = [
  'proposal_id',
  'version',
  'statement',
  'argument',
  'created_at',
] as const;
export const COMMENT_COLUMNS = [
  'id',
  'consultation_id',
  'proposal_id',
  'parent_id',
  'ancestors',
  'depth',
  'author_id',
  'stance',
  'body',
  'created_at',
  'good_points',
  'reply_count',
  'descendant_count',
] as const;

const A_MINUTE = 60 * 1000;
/** Proposals come in the first eight days, comments in the ten after each: all before the votes that are still open. */
const PROPOSING_MINUTES = 8 * 24 * 60;
const TALKING_MINUTES = 10 * 24 * 60;
const STANCES = ['for', 'against', 'question', 'neutral'] as const;
const MOST_GOOD_POINTS = 300;
/** Few write: of those who vote, one in ten. */
const WRITERS = 0.1;

const writer = (random: Random, active: readonly Member[]): string =>
  (active[random.below(Math.ceil(active.length * WRITERS))] as Member).id;

const after = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * A_MINUTE);

/** Which proposals there are, in the order of their numbers. */
export function makeProposals(consultations: readonly Consultation[]): Proposal[] {
  const random = randomFrom('world/proposals');
  return consultations.flatMap((consultation) =>
    Array.from({ length: consultation.proposals }, (_, i) => ({
      id: random.uuid(),
      consultation,
      number: i + 1,
      comments: consultation.threads[i] ?? commentsOf(random),
      createdAt: after(consultation.openedAt, (PROPOSING_MINUTES * i) / consultation.proposals),
    })),
  );
}

/** The words of a proposal: the same each time they are asked for. */
function wordsOf({ id }: Proposal) {
  const random = randomFrom(`world/words/${id}`);
  return { statement: statement(random), argument: argument(random, 2 + random.below(12)) };
}

export function* proposalRows(
  proposals: readonly Proposal[],
  active: readonly Member[],
): Generator<readonly Value[]> {
  const random = randomFrom('world/authors');
  for (const proposal of proposals) {
    const { id, consultation, number, comments, createdAt } = proposal;
    const words = wordsOf(proposal);
    const author = writer(random, active);
    yield [
      id,
      consultation.id,
      number,
      author,
      words.statement,
      words.argument,
      createdAt,
      createdAt,
      comments,
    ];
  }
}

export function* versionRows(proposals: readonly Proposal[]): Generator<readonly Value[]> {
  for (const proposal of proposals) {
    const words = wordsOf(proposal);
    yield [proposal.id, 1, words.statement, words.argument, proposal.createdAt];
  }
}

/** The comments of every proposal, a thread at a time. */
export function* commentRows(
  proposals: readonly Proposal[],
  active: readonly Member[],
): Generator<readonly Value[]> {
  const random = randomFrom('world/comments');
  const most = Math.min(MOST_GOOD_POINTS, active.length);
  for (const { id: proposalId, consultation, comments, createdAt } of proposals) {
    const thread = makeThread(comments, random);
    const ids: string[] = [];
    const ancestors: (readonly string[])[] = [];
    for (let i = 0; i < thread.length; i++) {
      const { parent, depth, replies, descendants } = thread[i] as (typeof thread)[number];
      const id = random.uuid();
      ids.push(id);
      const above = parent < 0 ? [] : [...(ancestors[parent] ?? []), ids[parent] as string];
      ancestors.push(above);
      yield [
        id,
        consultation.id,
        proposalId,
        parent < 0 ? null : (ids[parent] as string),
        above,
        depth,
        writer(random, active),
        random.pick(STANCES),
        argument(random, 1 + random.below(6)),
        after(createdAt, (TALKING_MINUTES * (i + 1)) / (thread.length + 1)),
        random.part() < 0.6 ? 0 : zipf(1.6, most, random.part),
        replies,
        descendants,
      ];
    }
  }
}

export const GOOD_POINT_COLUMNS = ['comment_id', 'member_id'] as const;

/** Who found comments good points: as many of the active members as each comment counts. */
export function* goodPointRows(
  proposals: readonly Proposal[],
  active: readonly Member[],
): Generator<readonly Value[]> {
  const random = randomFrom('world/good-points');
  const [id, count] = [COMMENT_COLUMNS.indexOf('id'), COMMENT_COLUMNS.indexOf('good_points')];
  for (const comment of commentRows(proposals, active)) {
    const first = random.below(active.length);
    for (let i = 0; i < Number(comment[count]); i++) {
      yield [comment[id] as string, (active[(first + i) % active.length] as Member).id];
    }
  }
}
