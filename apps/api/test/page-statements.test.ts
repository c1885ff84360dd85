import { beforeAll, describe, expect, test } from '@jest/globals';
import { Orders } from '../src/ranking/orders.js';
import { ForumCount } from '../src/story/forum-count.js';
import { makeCanaries } from './stage/canaries.js';
import { setPhase } from './stage/electorate.js';
import { type PageDocument, pageDocuments } from './stage/page-documents.js';
import { openStage, type Stage } from './stage/stage.js';
import type { Things } from './stage/things.js';

const stage = openStage();
let things: Things;
/** A server as it runs: what is equal for everybody is read once for all. */
let shared: Stage;

beforeAll(async () => {
  ({ things } = await makeCanaries(stage));
  shared = await stage.beside();
}, 60_000);

/**
 * Statements of each page of the web app: for Asha where nothing is kept, and while all is that is equal for
 * everybody; and for Helen, who convenes and is answered on her own, where nothing is kept. The statement
 * that finds whose session it is counts as one of them. Votes are open here, and counts are hidden from
 * whoever has not voted.
 */
const STATEMENTS: Readonly<Record<string, readonly [first: number, kept: number, helen: number]>> =
  {
    Admin: [2, 1, 3],
    Citable: [1, 1, 4],
    CommentsNow: [2, 1, 2],
    ConfirmWays: [2, 2, 2],
    Consultation: [2, 2, 2],
    ConsultationForm: [2, 2, 3],
    ConsultationNow: [3, 3, 3],
    Consultations: [5, 2, 5],
    Count: [4, 4, 4],
    Discuss: [3, 1, 3],
    Draft: [3, 3, 3],
    DraftChanges: [2, 2, 2],
    DraftToEdit: [3, 2, 3],
    Draftable: [4, 1, 4],
    Drafts: [3, 1, 3],
    EarlierTexts: [3, 1, 3],
    Evidence: [5, 1, 5],
    LastBatches: [4, 1, 4],
    MergeTargets: [3, 1, 3],
    Mine: [5, 5, 5],
    Moderation: [1, 1, 1],
    ModerationLog: [3, 1, 3],
    ModerationTargets: [3, 3, 3],
    MyInterests: [1, 1, 1],
    MyProposals: [7, 7, 2],
    NewProposal: [3, 1, 3],
    NewestDraft: [3, 2, 3],
    OneComment: [3, 2, 3],
    Opinion: [3, 2, 3],
    PrintedDraft: [3, 2, 3],
    Priorities: [5, 4, 5],
    Proposal: [7, 2, 7],
    ProposalThread: [3, 1, 3],
    ProposalVersions: [2, 1, 2],
    Proposals: [4, 1, 4],
    Ranking: [3, 2, 3],
    Rankings: [3, 1, 3],
    Receipt: [2, 2, 2],
    RecordPage: [7, 1, 7],
    Replies: [3, 1, 3],
    Review: [3, 1, 5],
    ReviewItem: [2, 1, 2],
    Rounds: [5, 2, 5],
    Search: [3, 1, 3],
    Settings: [7, 7, 7],
    Shell: [3, 1, 3],
    SignIn: [5, 1, 5],
    SimilarProposals: [1, 1, 1],
    StillStanding: [2, 1, 2],
    Story: [3, 1, 3],
    TallyNow: [3, 2, 3],
    ThingToModerate: [4, 1, 4],
    Vote: [5, 3, 5],
    VoteReceipts: [2, 1, 2],
    Writer: [2, 2, 2],
  };

/** On a busy machine what was kept may be too old when it is asked for. */
const MOST_TRIES = 10;

async function countsOf(page: PageDocument): Promise<[first: number, kept: number, helen: number]> {
  const [, most] = STATEMENTS[page.name] ?? [0, 0];
  const variables = page.variables(things);
  const askedBy = async (who: 'asha' | 'helen', where: Stage) => {
    const person = await where.as(who);
    return () => person.send(page.document, variables);
  };
  const firstOf = async (who: 'asha' | 'helen') => {
    const ask = await askedBy(who, stage);
    for (const kept of [Orders, ForumCount]) stage.app.get(kept).forget();
    return (await stage.statementsOf(ask)).length;
  };
  const ask = await askedBy('asha', shared);
  for (let time = 0; time < 4; time += 1) await ask();
  let kept = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < MOST_TRIES && kept > most; tried += 1) {
    kept = Math.min(kept, (await stage.statementsOf(ask)).length);
  }
  return [await firstOf('asha'), kept, await firstOf('helen')];
}

describe('The statements of every page', () => {
  test('are as many as is said of it', async () => {
    const found: Record<string, readonly number[]> = {};
    for (const page of pageDocuments()) found[page.name] = await countsOf(page);
    expect(found).toEqual(STATEMENTS);
  }, 60_000);

  test('are four of the desk of moderators, for Joan', async () => {
    const joan = await stage.as('joan');
    const desk = pageDocuments().find(({ name }) => name === 'Moderation');
    const ask = () => joan.send(desk?.document ?? '', {});
    expect(await stage.statementsOf(ask)).toHaveLength(4);
  });

  test('are two of a draft once votes have closed: no vote decides then what is shown', async () => {
    await setPhase(stage, things.consultation, 'reviewing');
    const draft = pageDocuments().find(({ name }) => name === 'Draft');
    expect(draft && (await countsOf(draft))).toEqual([2, 2, 2]);
  });
});
