import { cleanLine, type Refusal, refuseDisplayName } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as members from '../roll/member.queries.js';

/** Signs the viewer with another name from now on, also under what they sent before. Null when it is done. */
export async function changeDisplayName(
  { tx, viewer }: Acting,
  { name }: { name: string },
): Promise<Refusal | null> {
  const refused = refuseDisplayName(name);
  if (refused) return refused;
  await members.lock(tx, viewer.id);
  await members.setDisplayName(tx, viewer.id, cleanLine(name));
  return null;
}
