import { addDays, type Day, type OfficeName, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../record/record.service.js';
import * as offices from './office.queries.js';

interface Held {
  id: string;
  memberId: string;
  bodyId: string;
  office: OfficeName;
  from: Day;
}

/** Ends an office as of yesterday, in nobody's name. Answers what the record is to say. */
export async function endAtOnce(
  tx: EntityManager,
  { id, memberId, bodyId, office, from }: Held,
  at: Date,
): Promise<PublicAct> {
  const yesterday = addDays(ukDay(at), -1);
  // Before its first day it never runs.
  const until = yesterday < from ? addDays(from, -1) : yesterday;
  await offices.end(tx, id, until);
  return {
    kind: 'officer_ended',
    aboutKind: 'office',
    aboutId: id,
    consultationId: null,
    actorId: null,
    bodyId,
    at,
    data: { memberId, office, until },
  };
}
