import type { Phase } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { changePhase, createConsultation } from '../consultations/consultation.service.js';
import { editComment, sendComment, withdrawComment } from '../contributions/comment.service.js';
import {
  considerEvidence,
  contestEvidence,
  giveEvidence,
} from '../contributions/evidence.service.js';
import { editProposal, propose, withdrawProposal } from '../contributions/proposal.service.js';
import { bodyId, demoId } from './ids.js';
import { dayFrom } from './roll.js';
import type {
  CommentScript,
  ConsultationScript,
  EvidenceScript,
  ProposalScript,
  SocietyKey,
} from './script.js';
import { type Happening, momentOf, must } from './timeline.js';

/** Moments between an act and what follows from it on the same day, in days. */
const SOON = 1 / 24 / 60;

const OFFICERS: Partial<Record<SocietyKey, string>> = { sha: 'ewan', lhg: 'marian', sera: 'kofi' };
export const officerOf = (body: SocietyKey): string => OFFICERS[body] ?? `society-officer-${body}`;

const setPhase =
  (consultationId: string, to: Phase, reason: string | null = null) =>
  async (acting: Acting) =>
    must(await changePhase(acting, { consultationId, to, reason }), `set the phase ${to}`);

/** The frame of a consultation: made, opened, and moved from phase to phase by its convenor. */
function frame(script: ConsultationScript, today: Date): Happening[] {
  const id = demoId('consultation', script.key);
  const who = script.convenor;
  const steps: [Phase, number | undefined, string | null][] = [
    ['open', script.opened, null],
    ['prioritising', script.prioritisingFrom, null],
    ['reviewing', script.reviewingFrom, null],
    ['reported', script.reported, null],
    ['withdrawn', script.withdrawn?.day, script.withdrawn?.reason ?? null],
  ];
  return [
    {
      day: script.created,
      who,
      act: async (acting) =>
        must(
          await createConsultation(acting, {
            id,
            title: script.title,
            question: script.question,
            paper: script.paper,
            questions: script.questions,
            commissionIds: script.commissions.map(bodyId),
            template: script.template,
            votesUntil: momentOf(today, script.votesUntil),
            answersBy: dayFrom(today, script.answersBy),
          }),
          `make ${script.key}`,
        ),
    },
    ...steps.flatMap(([phase, day, reason]): Happening[] =>
      day === undefined ? [] : [{ day, who, act: setPhase(id, phase, reason) }],
    ),
  ];
}

function proposalHappenings(script: ConsultationScript, proposal: ProposalScript): Happening[] {
  const id = demoId('proposal', proposal.key);
  const who = proposal.author;
  const { revision, withdrawn } = proposal;
  const happenings: Happening[] = [
    {
      day: proposal.day,
      who,
      act: async (acting) =>
        must(
          await propose(acting, {
            id,
            consultationId: demoId('consultation', script.key),
            statement: proposal.statement,
            argument: proposal.argument,
            commissionIds: (proposal.tags ?? []).map(bodyId),
            onBehalfOfId: proposal.onBehalfOf ? bodyId(proposal.onBehalfOf) : null,
          }),
          `propose ${proposal.key}`,
        ),
    },
  ];
  if (revision) {
    happenings.push({
      day: revision.day,
      who,
      act: async (acting) =>
        must(await editProposal(acting, { id, version: 1, ...revision }), `edit ${proposal.key}`),
    });
  }
  if (withdrawn) {
    happenings.push({
      day: withdrawn.day,
      who,
      act: async (acting) =>
        must(
          await withdrawProposal(acting, { id, reason: withdrawn.reason }),
          `withdraw ${proposal.key}`,
        ),
    });
  }
  return happenings;
}

export const commentId = (proposal: string, path: readonly number[]): string =>
  demoId('comment', `${proposal} ${path.join('.')}`);

function commentHappenings(
  proposal: string,
  comments: readonly CommentScript[],
  above: readonly number[] = [],
): Happening[] {
  return comments.flatMap((comment, index) => {
    const path = [...above, index];
    const id = commentId(proposal, path);
    const who = comment.author;
    const happenings: Happening[] = [
      {
        day: comment.day,
        who,
        act: async (acting) =>
          must(
            await sendComment(acting, {
              id,
              proposalId: demoId('proposal', proposal),
              parentId: above.length > 0 ? commentId(proposal, above) : null,
              stance: comment.stance,
              body: comment.body,
            }),
            `comment on ${proposal}`,
          ),
      },
      ...commentHappenings(proposal, comment.replies ?? [], path),
    ];
    const { editedTo } = comment;
    if (editedTo) {
      happenings.push({
        day: comment.day + SOON,
        who,
        act: async (acting) =>
          must(await editComment(acting, { id, stance: comment.stance, body: editedTo }), 'edit'),
      });
    }
    if (comment.withdrawn) {
      happenings.push({
        day: comment.day + 2 * SOON,
        who,
        act: async (acting) => must(await withdrawComment(acting, { id }), 'withdraw a comment'),
      });
    }
    return happenings;
  });
}

function evidenceHappenings(
  script: ConsultationScript,
  evidence: EvidenceScript,
  proposal: string | null,
): Happening[] {
  const id = demoId('evidence', evidence.key);
  const { considered } = evidence;
  return [
    {
      day: evidence.day,
      who: evidence.officer === 'society-officer' ? officerOf(evidence.body) : evidence.officer,
      act: async (acting) =>
        must(
          await giveEvidence(acting, {
            id,
            consultationId: demoId('consultation', script.key),
            proposalId: proposal ? demoId('proposal', proposal) : null,
            bodyId: bodyId(evidence.body),
            authorName: evidence.author,
            claim: evidence.claim,
            detail: evidence.detail,
            confidence: evidence.confidence,
            confidenceReason: evidence.confidenceReason,
            costFlag: evidence.costFlag ?? false,
            legalFlag: evidence.legalFlag ?? false,
            declaredInterest: evidence.declaredInterest,
            mandate: evidence.mandate,
            sources: evidence.sources,
          }),
          `give evidence ${evidence.key}`,
        ),
    },
    ...(evidence.contests ?? []).map((contest, index) => ({
      day: contest.day,
      who: officerOf(contest.body),
      act: async (acting: Acting) =>
        must(
          await contestEvidence(acting, {
            id: demoId('contest', `${evidence.key} ${index}`),
            evidenceId: id,
            bodyId: bodyId(contest.body),
            text: contest.text,
          }),
          `contest ${evidence.key}`,
        ),
    })),
    ...(considered
      ? [
          {
            day: considered.day,
            who: script.convenor,
            act: async (acting: Acting) =>
              must(
                await considerEvidence(acting, {
                  evidenceId: id,
                  bodyId: bodyId(script.commissions[0] as string),
                  sentence: considered.sentence,
                }),
                `consider ${evidence.key}`,
              ),
          },
        ]
      : []),
  ];
}

/** Everything that is said and done in a consultation of the demo, but votes, rounds and answers. */
export function happeningsOf(script: ConsultationScript, today: Date): Happening[] {
  return [
    ...frame(script, today),
    ...(script.evidence ?? []).flatMap((evidence) => evidenceHappenings(script, evidence, null)),
    ...script.proposals.flatMap((proposal) => [
      ...proposalHappenings(script, proposal),
      ...(proposal.evidence ?? []).flatMap((evidence) =>
        evidenceHappenings(script, evidence, proposal.key),
      ),
      ...commentHappenings(proposal.key, proposal.comments ?? []),
    ]),
  ];
}
