import type { DataSource, EntityManager } from 'typeorm';
import type { Environment } from '../environment.js';
import type { Keyring } from '../keyring/keyring.js';
import { move } from '../opinion/opinion-result.queries.js';
import { due, recountIn } from '../ranking/recount.service.js';
import { makeCheckpoint, recordName } from '../record/checkpoint.service.js';
import { decisionHappenings, giveVerdicts } from './answers.js';
import { CAST } from './cast.js';
import { happeningsOf } from './consultation-happenings.js';
import { consultationScripts } from './consultations/index.js';
import { drafts } from './drafts.js';
import { draftHappenings } from './drafts-happenings.js';
import { CROWD, everybody, WALK_ONS } from './everybody.js';
import { markGoodPoints } from './good-points.js';
import { memberId } from './ids.js';
import { moderationHappenings } from './moderation-happenings.js';
import { crowd, walkOns } from './people.js';
import { giveAddresses, loadCast, loadExtras } from './roll.js';
import { play, type Stage } from './timeline.js';
import { voteHappenings } from './vote-happenings.js';

const FIRST_WALK_ON = 1_100_000;
const FIRST_OF_CROWD = 1_200_000;

export interface Where {
  database: DataSource;
  keys: Keyring;
  environment: Pick<Environment, 'publicUrl'>;
}

/** Loads the demonstration, all of it or nothing. */
export async function loadDemo(
  { database, keys, environment }: Where,
  say: (line: string) => void,
): Promise<void> {
  say('Loading the demonstration …');
  const today = new Date();
  const name = recordName(environment.publicUrl);
  // Its record is signed while it is played: what was signed of another, or of a try that failed, is nothing.
  keys.forgetSigned();
  try {
    await database.transaction(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await loadPeople(tx, today);
      await loadConversation({ tx, keys, today }, name, say);
      await makeCheckpoint(tx, { keys, name, at: today });
    });
  } catch (fault) {
    keys.forgetSigned();
    throw fault;
  }
  await database.query('ANALYZE');
}

async function loadPeople(tx: EntityManager, today: Date): Promise<void> {
  await loadCast(tx, today);
  await loadExtras(tx, walkOns(WALK_ONS), today, FIRST_WALK_ON);
  await loadExtras(tx, crowd(CROWD), today, FIRST_OF_CROWD);
  await giveAddresses(tx, everybody(), today);
}

async function loadConversation(
  stage: Stage,
  name: string,
  say: (line: string) => void,
): Promise<void> {
  const voters = [
    ...crowd(CROWD).filter((person) => person.standing === 'member'),
    ...walkOns(WALK_ONS),
  ];
  const castWhoVote = CAST.filter((person) => person.standing === 'member' && person.joined < -240);
  const happenings = [
    ...consultationScripts.flatMap((script) => [
      ...happeningsOf(script, stage.today),
      ...decisionHappenings(script, stage.today),
      ...voteHappenings(script, {
        voters,
        cast: castWhoVote,
        today: stage.today,
        recordName: name,
      }),
    ]),
    ...drafts.flatMap(draftHappenings),
    ...moderationHappenings(),
  ];
  let tenth = 0;
  await play(stage, happenings, (done, total) => {
    if (Math.floor((done / total) * 10) === tenth) return;
    tenth = Math.floor((done / total) * 10);
    say(`  ${tenth * 10}% of what was said, voted and answered`);
  });
  await markGoodPoints(stage.tx, consultationScripts);
  await giveVerdicts(
    stage,
    consultationScripts,
    CAST.map((person) => memberId(person.key)),
  );
  await countHeavy(stage);
}

/** Opinion groups, ranges and priorities, as the jobs would find them within a minute. */
async function countHeavy({ tx, today }: Stage): Promise<void> {
  const say = async () => undefined;
  for (const { id } of await due(tx, today)) {
    await move(tx, id, await recountIn(tx, id, today, { say }));
  }
}
