import type { Choice } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { ofAnyLength, PREPARED } from '../database/prepared.js';
import { type Placed, readTogether } from '../database/read-together.js';
import type { Bring } from '../graphql/bring.js';
import type { Asked } from '../voting/pseudonym.js';

/** What a viewer did in a consultation that the rules ask about before they show its order. */
export interface OwnVotes {
  /** What they voted on, by its number; and how, on which version. */
  voted: [number: number, choice: Choice, version: number][];
  /** Whether they cast a priority ballot. */
  hasBallot: boolean;
}

/** Null where the rules hide no counts. */
const OWN_VOTES = `CASE WHEN (c.rules->>'countsHiddenUntilVoted')::boolean THEN json_build_object(
  'voted', coalesce((SELECT json_agg(json_build_array(voted_on.number, v.choice, v.version)) FROM vote v
      JOIN proposal voted_on ON voted_on.id = v.proposal_id
    WHERE v.consultation_id = c.id AND v.pseudonym = asked.pseudonym), '[]'),
  'hasBallot', EXISTS (SELECT FROM priority_choice chosen
    WHERE chosen.consultation_id = c.id AND chosen.pseudonym = asked.pseudonym)) END AS "ownVotes"`;

/** Brought along by a consultation whose ranking is asked for. */
export const BROUGHT_OWN_VOTES: Bring = { field: 'ranking', column: OWN_VOTES, isOwn: true };

interface OwnVotesRow {
  id: string;
  ownVotes: OwnVotes | null;
}

function readOwnVotes(
  db: EntityManager,
  asked: readonly Asked[],
): Promise<(OwnVotesRow & Placed)[]> {
  return db.query(
    `${PREPARED}SELECT asked.place::int, c.id, ${OWN_VOTES}
     FROM unnest(${ofAnyLength('$1::uuid[]')}, ${ofAnyLength('$2::bytea[]')}) WITH ORDINALITY
         AS asked(id, pseudonym, place)
       JOIN consultation c ON c.id = asked.id`,
    [asked.map(({ id }) => id), asked.map(({ pseudonym }) => pseudonym)],
  );
}

/** The votes of whoever asks in these consultations. */
export const ofConsultations = readTogether(readOwnVotes);
