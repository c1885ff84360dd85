import type { Consultation } from './consultations.js';
import type { Proposal } from './contributions.js';
import type { Value } from './copy-rows.js';
import { type Random, randomFrom } from './random.js';
import { argument, statement } from './words.js';

export const EVIDENCE_COLUMNS = [
  'id',
  'consultation_id',
  'proposal_id',
  'body_id',
  'officer_id',
  'author_name',
  'claim',
  'detail',
  'confidence',
  'confidence_reason',
  'cost_flag',
  'legal_flag',
  'declared_interest',
  'mandate',
  'sources',
  'created_at',
] as const;

/** A socialist society and who speaks for it. */
export interface Society {
  bodyId: string;
  memberId: string;
  name: string;
}

const A_DAY = 24 * 60 * 60 * 1000;
/** In the days after a proposal, all before the votes that are still open. */
const WRITING_DAYS = 10;
/** Of all proposals; some have two or three. */
const WITH_EVIDENCE = 0.1;
const MOST_EACH = 3;
const ON_THE_PAPER = 2;
const CONFIDENCE = ['low', 'medium', 'high'] as const;

function rowOf(
  random: Random,
  { bodyId, memberId, name }: Society,
  about: { consultation: Consultation; proposalId: string | null; since: Date },
): readonly Value[] {
  const source = { title: statement(random), url: 'https://example.org/report' };
  return [
    random.uuid(),
    about.consultation.id,
    about.proposalId,
    bodyId,
    memberId,
    name,
    statement(random),
    argument(random, 2 + random.below(6)),
    random.pick(CONFIDENCE),
    argument(random, 1),
    random.part() < 0.2,
    random.part() < 0.1,
    'None.',
    'Its executive',
    JSON.stringify([source]),
    new Date(about.since.getTime() + random.part() * WRITING_DAYS * A_DAY),
  ];
}

/** What societies know: of each consultation something, of one proposal in ten too. */
export function* evidenceRows(
  consultations: readonly Consultation[],
  proposals: readonly Proposal[],
  societies: readonly Society[],
): Generator<readonly Value[]> {
  const random = randomFrom('world/evidence');
  for (const consultation of consultations) {
    for (let i = 0; i < ON_THE_PAPER; i++) {
      const about = { consultation, proposalId: null, since: consultation.openedAt };
      yield rowOf(random, random.pick(societies), about);
    }
  }
  for (const { id, consultation, createdAt } of proposals) {
    if (random.part() >= WITH_EVIDENCE) continue;
    const count = 1 + Math.floor(random.part() ** 2 * MOST_EACH);
    for (let i = 0; i < count; i++) {
      const about = { consultation, proposalId: id, since: createdAt };
      yield rowOf(random, random.pick(societies), about);
    }
  }
}
