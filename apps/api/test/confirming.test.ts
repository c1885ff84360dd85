import { ACCESS, type Access, type Asked, mayAsk } from '@clarion/deliberation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { documentOf, goodArguments, rootFields } from './stage/every-field.js';
import { enrolRoles, type Role, somebody } from './stage/roles.js';
import { openStage } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const WHO: Role[] = ['member', 'convenor', 'NPF representative', 'moderator', 'administrator'];
const asked = rootFields('mutation').filter(
  ({ name }) => (ACCESS[`Mutation.${name}` as Asked] as Access).confirm,
);

const confirmedAgo = (minutes: number) =>
  stage.database.query(`UPDATE session SET confirmed_at = now() - $1 * interval '1 minute'`, [
    minutes,
  ]);

/** What each of them is answered to everything that is to be confirmed and is theirs to ask. */
async function reasons(minutes: number): Promise<{ name: string; reason: string }[]> {
  const answered: { name: string; reason: string }[] = [];
  for (const field of asked) {
    const name = `Mutation.${field.name}` as Asked;
    for (const role of WHO) {
      const { person, asker } = await somebody(stage, role);
      if (!mayAsk(name, asker, { now: new Date(), isDemo: true })) continue;
      await confirmedAgo(minutes);
      const variables = goodArguments(field, () => undefined);
      const { data } = await person.send(documentOf('mutation', field), variables);
      const answer = data?.[field.name] as { reason?: string } | undefined;
      answered.push({ name, reason: answer?.reason ?? 'answered' });
    }
  }
  return answered;
}

beforeAll(() => enrolRoles(stage));

describe('Over HTTP, what counts for others', () => {
  test('is refused with “confirm first” to whoever confirmed eleven minutes ago, whatever their office', async () => {
    const all = await reasons(11);
    expect(new Set(all.map(({ name }) => name)).size).toBe(asked.length);
    expect(all.filter(({ reason }) => reason !== 'confirm_first')).toEqual([]);
  });

  test('is not, nine minutes after (so the test above can fail)', async () => {
    const all = await reasons(9);
    expect(all.filter(({ reason }) => reason === 'confirm_first')).toEqual([]);
  });
});
