import { RECORD_ACTS } from '@clarion/deliberation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { readContract } from '../src/graphql/contract.js';
import { deliberate } from './stage/deliberated.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

/** What each mutation enters into the record; a reason where it changes nothing that is public. */
const MUTATIONS: Record<string, string[] | string> = {
  createConsultation: ['consultation created'],
  editConsultation: ['consultation edited'],
  changePhase: ['consultation phase_set'],
  publishRound: ['consultation round_published'],
  propose: ['proposal sent'],
  editProposal: ['proposal edited'],
  withdrawProposal: ['proposal withdrawn'],
  sendComment: ['comment sent'],
  editComment: ['comment edited'],
  withdrawComment: ['comment withdrawn'],
  giveEvidence: ['evidence sent', 'proposal evidence_given'],
  contestEvidence: ['evidence evidence_contested', 'proposal evidence_contested'],
  considerEvidence: ['evidence evidence_considered', 'proposal evidence_considered'],
  withdrawEvidence: ['evidence withdrawn'],
  decide: ['proposal decided', 'proposal merged_in'],
  completeNextStop: ['proposal next_stop_reached'],
  createDraft: ['draft draft_begun'],
  beginNextVersion: ['draft draft_begun'],
  publishDraft: ['draft draft_published', 'proposal used_in_paragraph'],
  adoptDraft: ['draft adopted', 'proposal adopted'],
  saveDraft: 'A working version is read by its drafters alone.',
  castVote: 'Votes are secret; rounds count them.',
  undoVote: 'Votes are secret; rounds count them.',
  castPriorityBallot: 'Ballots are secret; rounds count them.',
  answerVerdict: 'Who said it is secret, as votes are; only totals from ten on are shown.',
  markGoodPoint: 'A mark of one reader; only how many there are is shown.',
  updateInterests: 'One’s own, shown to nobody.',
  changeDisplayName: 'The record knows people by their ids, never by a name.',
  eraseMe: 'What erasing enters is shown by personal-data.test.ts.',
  ping: 'It changes nothing.',
  ...Object.fromEntries(
    [
      'moderate',
      'undoModeration',
      'readSealed',
      'suspend',
      'report',
      'reportUnlawful',
      'appeal',
      'answerAppeal',
    ].map((name) => [name, 'What moderation enters is shown by moderation.test.ts.']),
  ),
};

/** Sessions and codes are nobody’s but one’s own; features with acts of their own have tests of their own. */
const OWN = /passkey|contact|office|^(sign|confirm|request|ask|end.*Session)/i;

describe('Every mutation', () => {
  let seen: Set<string>;
  beforeAll(async () => {
    await deliberate(stage);
    const rows = await stage.database.query<{ act: string }[]>(
      `SELECT DISTINCT about_kind || ' ' || kind AS act FROM record_entry`,
    );
    seen = new Set(rows.map(({ act }) => act));
  }, 60_000);

  test('that changes what is public leaves an entry, and every other one says why not', () => {
    const fields = Object.keys(buildSchema(readContract()).getMutationType()?.getFields() ?? {});
    const undecided = fields.filter((name) => !(name in MUTATIONS) && !OWN.test(name));
    expect({ undecided }).toEqual({ undecided: [] });
    expect(Object.keys(MUTATIONS).filter((name) => !fields.includes(name))).toEqual([]);
  });

  test.each(Object.entries(MUTATIONS).filter(([, acts]) => Array.isArray(acts)))(
    '%s leaves %s',
    (_mutation, acts) => {
      for (const act of acts) expect([...seen]).toContain(act);
    },
  );

  test('leaves no act that the record has no sentence for', () => {
    const known = Object.entries(RECORD_ACTS).flatMap(([about, acts]) =>
      Object.keys(acts).map((kind) => `${about} ${kind}`),
    );
    expect([...seen].filter((act) => !known.includes(act))).toEqual([]);
  });
});
