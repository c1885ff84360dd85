import { type OfficeHeld, officesFor, seeded, ukDay, type Verdict } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { completeNextStop, decide } from '../decisions/decision.service.js';
import { answerMany } from '../decisions/verdict.queries.js';
import { bodyId, demoId } from './ids.js';
import { dayFrom } from './roll.js';
import type { ConsultationScript, DecisionScript, ProposalScript } from './script.js';
import { type Happening, must, type Stage } from './timeline.js';

/** The body somebody answers for: a commission of the consultation they hold office in, else the National Policy Forum. */
function answeringBody(
  script: ConsultationScript,
  offices: readonly OfficeHeld[],
  on: string,
): string {
  const held = officesFor(offices, 'decide', on).map((office) => office.bodyId);
  return script.commissions.map(bodyId).find((id) => held.includes(id)) ?? bodyId('npf');
}

function decisionOf(
  script: ConsultationScript,
  proposal: ProposalScript,
  decision: DecisionScript,
  today: Date,
): Happening[] {
  const id = demoId('decision', proposal.key);
  const { done } = decision;
  const happenings: Happening[] = [
    {
      day: decision.day,
      who: decision.by,
      act: async (acting: Acting) =>
        must(
          await decide(acting, {
            id,
            proposalId: demoId('proposal', proposal.key),
            bodyId: answeringBody(script, acting.viewer.offices, ukDay(acting.at)),
            outcome: decision.outcome,
            reason: decision.reason,
            nextStop: decision.nextStop,
            dueOn: dayFrom(today, decision.due),
            mergedIntoId: decision.mergedInto ? demoId('proposal', decision.mergedInto) : null,
            referredToId: decision.referredTo ? bodyId(decision.referredTo) : null,
          }),
          `answer ${proposal.key}`,
        ),
    },
  ];
  if (done) {
    happenings.push({
      day: done.day,
      who: decision.by,
      act: async (acting) =>
        must(
          await completeNextStop(acting, { decisionId: id, note: done.note }),
          `reach the next stop of ${proposal.key}`,
        ),
    });
  }
  return happenings;
}

/** The answers of a consultation and the next stops that were reached. */
export function decisionHappenings(script: ConsultationScript, today: Date): Happening[] {
  return script.proposals.flatMap((proposal) =>
    proposal.decision ? decisionOf(script, proposal, proposal.decision, today) : [],
  );
}

/** What those who backed the answered proposals said of the answers, in the shares of the script; the cast are left to be asked. */
export async function giveVerdicts(
  { tx, keys }: Stage,
  scripts: readonly ConsultationScript[],
  castIds: readonly string[],
): Promise<void> {
  for (const script of scripts) {
    const consultationId = demoId('consultation', script.key);
    for (const { key, decision } of script.proposals) {
      if (!decision?.verdicts) continue;
      const [yes, partly, no] = decision.verdicts;
      const toAsk = new Set(
        castIds.map((id) => keys.pseudonym(consultationId, id).toString('base64')),
      );
      const backers = await tx.query<{ pseudonym: Buffer }[]>(
        `SELECT pseudonym FROM vote WHERE proposal_id = $1 AND choice = 'agree' ORDER BY pseudonym`,
        [demoId('proposal', key)],
      );
      const random = seeded(`verdicts ${key}`);
      const given = backers.flatMap(({ pseudonym }) => {
        const draw = random();
        const verdict: Verdict | null =
          draw < yes
            ? 'yes'
            : draw < yes + partly
              ? 'partly'
              : draw < yes + partly + no
                ? 'no'
                : null;
        return verdict && !toAsk.has(pseudonym.toString('base64')) ? [{ pseudonym, verdict }] : [];
      });
      await answerMany(tx, demoId('decision', key), given);
    }
  }
}
