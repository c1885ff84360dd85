import { batchSlot } from '@clarion/deliberation';
import { publishRound } from '../ranking/round.service.js';
import { makeCheckpoint } from '../record/checkpoint.service.js';
import { makeBatch } from '../voting/batch.service.js';
import { castBallots } from '../voting/priority-ballot-many.service.js';
import { castMany } from '../voting/vote-many.service.js';
import type { CastMember } from './cast.js';
import { commitVotes } from './committed-votes.queries.js';
import { demoId } from './ids.js';
import type { ConsultationScript } from './script.js';
import { planBallots } from './simulated-ballots.js';
import { planVotes, type SimulatedVoter } from './simulated-votes.js';
import { type Happening, must } from './timeline.js';

/** What makes a round of the demonstration one: who votes, on which day it is played, what its record is called. */
interface Setting {
  voters: readonly SimulatedVoter[];
  cast: readonly CastMember[];
  today: Date;
  recordName: string;
}

/** In consultations that are past voting the cast have voted; the open ones are left for the visitor. */
const withCast = (script: ConsultationScript) =>
  script.phase === 'reviewing' || script.phase === 'reported' || script.phase === 'prioritising';

/** Votes in the days up to each round and up to now, and the rounds themselves. */
export function voteHappenings(
  script: ConsultationScript,
  { voters, cast, today, recordName }: Setting,
): Happening[] {
  if (script.opened === undefined || script.proposals.length === 0) return [];
  const consultationId = demoId('consultation', script.key);
  const rounds = script.rounds ?? [];
  const ends = Math.min(
    -0.01,
    (script.withdrawn?.day ?? 0) - 0.01,
    (script.reviewingFrom ?? 0) - 0.01,
  );
  const everybody = withCast(script)
    ? [...voters, ...cast.map((person) => ({ ...person, isKeen: true }))]
    : voters;
  const from = (day: number) =>
    rounds.filter((round) => round < day).at(-1) ?? Number.NEGATIVE_INFINITY;
  const goesOn = script.phase === 'open' || script.phase === 'prioritising';
  const castUntil = (day: number): Happening => ({
    day: day - 0.002,
    who: script.convenor,
    act: async ({ tx, keys }) => {
      const plan = planVotes(script, everybody, keys, today);
      const cast = plan.votes.filter((vote) => vote.day >= from(day) && vote.day < day);
      await castMany(
        tx,
        consultationId,
        cast,
        plan.voters.filter((_, index) => cast.some((vote) => vote.voter === index)),
      );
      await commitVotes(tx, consultationId, goesOn && day === ends ? batchSlot(today) : null);
    },
  });
  return [
    ...rounds.flatMap((day, index): Happening[] => [
      castUntil(day),
      {
        day,
        who: script.convenor,
        act: async (acting) => {
          const { tx, keys, at } = acting;
          // What the round opens has to be in the record, and signed.
          await makeBatch(tx, consultationId, { at });
          await makeCheckpoint(tx, { keys, name: recordName, at });
          must(
            await publishRound(acting, {
              id: demoId('round', `${script.key} ${index + 1}`),
              consultationId,
            }),
            `publish round ${index + 1} of ${script.key}`,
          );
        },
      },
    ]),
    ...(rounds.includes(ends) ? [] : [castUntil(ends)]),
    ...chooseBefore(Math.min(ends, script.votesUntil), script, voters, cast),
  ];
}

/**
 * What matters most to the voters, chosen just before the last round of the choosing or before now. The
 * cast chose too where that is over; where it goes on it is left for the visitor.
 */
function chooseBefore(
  day: number,
  script: ConsultationScript,
  voters: readonly SimulatedVoter[],
  cast: readonly CastMember[],
): Happening[] {
  if (script.prioritisingFrom === undefined) return [];
  const everybody =
    script.phase === 'prioritising'
      ? voters
      : [...voters, ...cast.map((person) => ({ ...person, isKeen: true }))];
  return [
    {
      day: day - 0.001,
      who: script.convenor,
      act: async ({ tx, keys }) =>
        castBallots(tx, demoId('consultation', script.key), planBallots(script, everybody, keys)),
    },
  ];
}
