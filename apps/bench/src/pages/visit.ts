import { openApi, type Statements } from '../api.js';
import { PlainError } from '../plain-error.js';
import { openWorld, type World } from '../world/world.js';
import type { Asked } from './pages.js';

/** A world with somebody signed in, who voted in the consultation that is looked at most. */
export interface Visit {
  world: World;
  memberId: string;
  cookie: string;
  /** That consultation, and its longest thread. */
  asked: Asked;
}

async function longest(database: Statements): Promise<Asked & { memberId: string }> {
  const [found] = await database.query<Asked & { memberId: string }>(
    `SELECT consultation_id AS "consultationId", id AS "proposalId",
       (SELECT id FROM member WHERE membership_number = 'W1') AS "memberId"
     FROM proposal ORDER BY comment_count DESC, id LIMIT 1`,
  );
  if (!found) throw new PlainError('There is no proposal in this world.');
  return found;
}

/** The proposal of the same consultation whose thread is nearest to so many comments. */
export async function threadOf({ world, asked }: Visit, comments: number): Promise<string> {
  const [found] = await world.database.query<{ id: string }>(
    `SELECT id FROM proposal WHERE consultation_id = $1
     ORDER BY abs(comment_count - $2), id LIMIT 1`,
    [asked.consultationId, comments],
  );
  return found?.id ?? asked.proposalId;
}

export async function openVisit(
  folder: string,
  members: number,
  say: (line: string) => void,
): Promise<Visit> {
  const { begin } = await openApi();
  const world = await openWorld(folder, members, say);
  try {
    const { memberId, ...asked } = await longest(world.database);
    const how = { by: 'demo', device: 'The bench' } as const;
    const token = await begin(world.database.manager, memberId, new Date(), how);
    return { world, memberId, asked, cookie: `clarion=${token}` };
  } catch (fault) {
    await world.close();
    throw fault;
  }
}
