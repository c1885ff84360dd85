import { rulesFrom } from '@clarion/deliberation';
import type { Value } from './copy-rows.js';
import { type Random, randomFrom, shareOut, zipfWeights } from './random.js';
import { argument, statement } from './words.js';
import type { WorldSize } from './world-size.js';

/** A consultation of a world, and how much there is of everything in it. */
export interface Consultation {
  id: string;
  phase: 'open' | 'reviewing' | 'reported';
  openedAt: Date;
  proposals: number;
  voters: number;
  votes: number;
  /** How many groups of opinion its voters are in. */
  groups: number;
  /** Whether its counts are hidden from whoever has not voted. */
  hidesCounts: boolean;
  /** Comments of its first proposals, where those are the longest threads. */
  threads: readonly number[];
}

export const CONSULTATION_COLUMNS = [
  'id',
  'title',
  'question',
  'paper',
  'questions',
  'convened_by_id',
  'template',
  'rules',
  'rules_frozen_at',
  'phase',
  'created_at',
  'opened_at',
  'votes_until',
  'answers_by',
] as const;

const A_DAY = 24 * 60 * 60 * 1000;
const day = (at: Date) => at.toISOString().slice(0, 10);

/** Two groups in four of five real deliberations, up to five in the others. */
function groupsOf(random: Random): number {
  const part = random.part();
  return part < 0.8 ? 2 : part < 0.92 ? 3 : part < 0.97 ? 4 : 5;
}

/** A third are open now; the others are of earlier cycles, one in ten of them waiting for answers. */
function phaseOf(index: number): Consultation['phase'] {
  if (index % 3 === 0) return 'open';
  return index % 10 === 1 ? 'reviewing' : 'reported';
}

/** The consultations of a world: the first is the one that everybody looks at. */
export function makeConsultations(size: WorldSize, today: Date): Consultation[] {
  const random = randomFrom('world/consultations');
  const weights = zipfWeights(size.consultations - 1, 0.6);
  const proposals = shareOut(size.proposals - size.hot.proposals, weights, 12);
  const votes = shareOut(size.votes - size.hot.votes, weights, 50);
  const begun = (days: number) => new Date(today.getTime() - days * A_DAY);
  const hot: Consultation = {
    id: random.uuid(),
    phase: 'open',
    openedAt: begun(20),
    ...size.hot,
    groups: 2,
    hidesCounts: false,
    threads: size.threads,
  };
  const others = proposals.map((count, i): Consultation => {
    const phase = phaseOf(i);
    const cast = votes[i] as number;
    return {
      id: random.uuid(),
      phase,
      openedAt: begun(phase === 'open' ? 20 + random.below(30) : 100 + random.below(900)),
      proposals: count,
      // Real voters cast about 50 votes; who finds fewer proposals casts fewer.
      voters: Math.min(size.active, Math.max(10, Math.round(cast / Math.min(50, count * 0.4)))),
      votes: cast,
      groups: groupsOf(random),
      // The largest of the others, which is open.
      hidesCounts: i === 0,
      threads: [],
    };
  });
  return [hot, ...others];
}

export function* consultationRows(
  consultations: readonly Consultation[],
  convenorId: string,
): Generator<readonly Value[]> {
  const random = randomFrom('world/papers');
  for (const { id, phase, openedAt, hidesCounts } of consultations) {
    const rules = {
      ...rulesFrom('standard', day(openedAt)),
      countsHiddenUntilVoted: hidesCounts,
    };
    const title = statement(random).slice(0, 60);
    const votesUntil = new Date(openedAt.getTime() + 60 * A_DAY);
    yield [
      id,
      title,
      `How do we ${title.charAt(0).toLowerCase()}${title.slice(1)}?`,
      argument(random, 60),
      ['What comes first?', 'Who pays?'],
      convenorId,
      'standard',
      JSON.stringify(rules),
      openedAt,
      phase,
      openedAt,
      openedAt,
      votesUntil,
      day(new Date(votesUntil.getTime() + 60 * A_DAY)),
    ];
  }
}
