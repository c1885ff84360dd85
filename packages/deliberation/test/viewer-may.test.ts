import { describe, expect, test } from '@jest/globals';
import { mayInConsultation, mayWithProposal, type Place } from '../src/viewer-may.js';
import { BODIES, NOW, OFFICES, STANDARD, TODAY, VOTERS } from './cast.js';

const PLACE: Place = {
  phase: 'open',
  rules: STANDARD,
  votesUntil: new Date('2026-06-20T22:59:00Z'),
  convenedBy: BODIES.health,
  commissions: [BODIES.health],
};
const asha = { ...VOTERS.asha, offices: OFFICES.asha };
const here = (looker: Parameters<typeof mayInConsultation>[0], place: Partial<Place> = {}) =>
  mayInConsultation(looker, { ...PLACE, ...place }, TODAY, NOW);

describe('what the buttons offer', () => {
  test('Asha proposes, comments and votes; Sunita does not vote; a stranger does nothing', () => {
    expect(here(asha)).toEqual(['propose', 'comment', 'vote']);
    expect(here({ ...VOTERS.sunita, offices: [] })).toEqual(['propose', 'comment']);
    expect(here(null)).toEqual([]);
  });

  test('Helen convenes, answers and drafts here; Ewan gives evidence; Faisal answers and drafts', () => {
    expect(here({ ...VOTERS.asha, offices: OFFICES.helen })).toEqual(
      expect.arrayContaining(['edit_paper', 'change_phase', 'publish_round', 'decide', 'draft']),
    );
    expect(here({ ...VOTERS.asha, offices: OFFICES.ewan })).toContain('give_evidence');
    expect(here({ ...VOTERS.asha, offices: OFFICES.ewan })).not.toContain('decide');
    expect(here({ ...VOTERS.asha, offices: OFFICES.faisal }, { phase: 'reviewing' })).toEqual([
      'decide',
      'draft',
    ]);
  });

  test('Asha chooses what matters most in its phase, where there is a ballot; Sunita does not', () => {
    const prioritising = { phase: 'prioritising' } as const;
    expect(here(asha, prioritising)).toEqual(['comment', 'vote', 'prioritise']);
    expect(here({ ...VOTERS.sunita, offices: [] }, prioritising)).toEqual(['comment']);
    const rules = { ...STANDARD, priorityBallotSize: 0 };
    expect(here(asha, { ...prioritising, rules })).not.toContain('prioritise');
  });

  test('Asha edits and takes back her own proposal and does not vote on it', () => {
    const acts = (isMine: boolean) =>
      mayWithProposal(asha, PLACE, { status: 'published', isMine }, TODAY, NOW);
    expect(acts(true)).toEqual(['edit', 'withdraw', 'comment']);
    expect(acts(false)).toEqual(['vote', 'comment']);
  });
});
