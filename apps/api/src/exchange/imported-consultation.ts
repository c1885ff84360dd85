import { type Phase, type Rules, rulesFrom, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { v5 } from 'uuid';
import { Body } from '../bodies/body.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';
import { paperTexts } from '../consultations/consultation.service.js';
import { enter } from '../record/record.service.js';

/** Ids of an import are made from where it came from, so that a second import finds the first. */
const NAMESPACE = '0d1b7a0e-52b1-5d0a-9f43-3f4c5f3f9a11';
export const importedId = (...parts: (string | number)[]): string => v5(parts.join(' '), NAMESPACE);

const FORUM = importedId('body', 'National Policy Forum');
const STATEMENT_MOST = 180;

export interface ImportedConsultation {
  /** "polis:7wmvbjcjhp". */
  source: string;
  title: string;
  question: string;
  paper: string;
  openedAt: Date;
  closedAt: Date;
  importedAt: Date;
}

/** The body that an import is put by: the National Policy Forum, made when the roll has none yet. */
async function forum(tx: EntityManager): Promise<string> {
  const found = await tx.findOneBy(Body, { kind: 'national_policy_forum' });
  if (found) return found.id;
  await tx.insert(Body, {
    id: FORUM,
    kind: 'national_policy_forum',
    name: 'National Policy Forum',
  });
  return FORUM;
}

/** No CLP is known of the voters of another system, so none is asked for. */
const rulesOf = (openedOn: string): Rules => ({
  ...rulesFrom('quick', openedOn),
  joinedBy: null,
  quorumVotes: 10,
  quorumClps: 0,
  countsHiddenUntilVoted: false,
});

/**
 * Finds or makes the consultation of an import, in the phase `reviewing`: what was sent elsewhere is
 * closed there, and waits for answers here. Answers its id and whether it is new.
 */
export async function imported(
  tx: EntityManager,
  given: ImportedConsultation,
): Promise<{ id: string; isNew: boolean }> {
  const earlier = await tx.findOneBy(Consultation, { source: given.source });
  if (earlier) return { id: earlier.id, isNew: false };
  const id = importedId(given.source);
  const bodyId = await forum(tx);
  const answersBy = new Date(given.importedAt.getTime() + 90 * 24 * 60 * 60 * 1000);
  const phase: Phase = 'reviewing';
  await tx.insert(Consultation, {
    id,
    title: given.title,
    question: given.question,
    paper: given.paper,
    questions: [],
    convenedById: bodyId,
    createdById: null,
    template: 'quick',
    rules: rulesOf(ukDay(given.openedAt)),
    rulesFrozenAt: given.openedAt,
    phase,
    createdAt: given.openedAt,
    openedAt: given.openedAt,
    votesUntil: given.closedAt,
    answersBy: ukDay(answersBy),
    source: given.source,
  });
  const act = {
    aboutKind: 'consultation',
    aboutId: id,
    consultationId: id,
    actorId: null,
    bodyId,
    at: given.importedAt,
  } as const;
  await enter(
    tx,
    {
      ...act,
      kind: 'created',
      data: { source: given.source },
      kept: paperTexts({ ...given, questions: [] }),
    },
    {
      ...act,
      kind: 'phase_set',
      data: { from: null, to: phase },
      kept: { reason: `Imported from ${given.source}.` },
    },
  );
  return { id, isNew: true };
}

/** What the record commits to of a proposal that was imported: its words, and the name it came with. */
export const proposalTexts = (row: {
  statement: string;
  argument: string;
  authorName: string;
}) => ({
  statement: row.statement,
  argument: row.argument,
  authorName: row.authorName,
});

/** A statement as one can vote on it: one line of at most 180 characters. Where it had to be cut, the whole stands in the argument. */
export function asProposal(text: string): { statement: string; argument: string } {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return { statement: '(This statement is empty in the export.)', argument: '' };
  const points = [...line];
  if (points.length <= STATEMENT_MOST) {
    return { statement: line, argument: line === text.trim() ? '' : text.trim() };
  }
  const cut = points.slice(0, STATEMENT_MOST - 1).join('');
  const atWord = cut.replace(/\s+\S*$/u, '');
  const shortened = atWord.length > cut.length / 2 ? atWord : cut;
  return { statement: `${shortened}…`, argument: text.trim() };
}
