import { describe, expect, test } from '@jest/globals';
import { ACTS, nextPhases, PHASES, type Phase, phaseAllows } from '../src/phase.js';
import { refuseInPhase, refusePhaseChange } from '../src/phase-change.js';
import { rulesFrom } from '../src/rules.js';
import { STANDARD } from './cast.js';

const QUICK = rulesFrom('quick', '2026-04-01');

describe('phases', () => {
  test('Helen takes a standard consultation through every phase in order', () => {
    const way: Phase[] = ['preparing', 'open', 'prioritising', 'reviewing', 'reported'];
    for (let i = 0; i + 1 < way.length; i++) {
      expect(refusePhaseChange(way[i] as Phase, way[i + 1] as Phase, STANDARD)).toBeNull();
    }
  });

  test('A quick consultation has no ballot, so it goes from open straight to review', () => {
    expect(nextPhases('open', QUICK)).toEqual(['reviewing', 'withdrawn']);
    expect(refusePhaseChange('open', 'prioritising', QUICK)?.reason).toBe('wrong_next_phase');
    expect(refusePhaseChange('open', 'reviewing', STANDARD)?.reason).toBe('wrong_next_phase');
  });

  test('It can be withdrawn from every phase but the last, with a reason', () => {
    for (const phase of PHASES) {
      const hasEnded = phase === 'reported' || phase === 'withdrawn';
      const refused = refusePhaseChange(phase, 'withdrawn', STANDARD, { reason: 'The bill fell.' });
      expect(refused?.reason).toBe(hasEnded ? 'wrong_next_phase' : undefined);
    }
    expect(refusePhaseChange('open', 'withdrawn', STANDARD, { reason: ' ' })?.reason).toBe(
      'reason_required',
    );
  });

  test('Helen cannot report while six of the top twenty have no answer', () => {
    const refused = refusePhaseChange('reviewing', 'reported', STANDARD, { answered: 14, of: 20 });
    expect(refused).toEqual({
      reason: 'answers_missing',
      message: '14 of 20 have an answer. Answer the rest, then report.',
      field: null,
    });
  });

  test('Every act is allowed in some phase and refused in another, and a refusal says what the phase is', () => {
    for (const act of ACTS) {
      expect(PHASES.some((phase) => phaseAllows(phase, act))).toBe(true);
      expect(PHASES.some((phase) => !phaseAllows(phase, act))).toBe(true);
    }
    expect(refuseInPhase('reviewing', 'vote')?.message).toBe(
      'Discussion and voting have closed, and the commissions are answering. Votes are taken while it is open and while members choose what matters most.',
    );
    expect(refuseInPhase('open', 'vote')).toBeNull();
  });

  test('Nothing can be voted on, proposed or said once it is reported or withdrawn', () => {
    for (const phase of ['reported', 'withdrawn'] as const) {
      for (const act of ['vote', 'propose', 'comment', 'give_evidence', 'edit_paper'] as const) {
        expect(phaseAllows(phase, act)).toBe(false);
      }
    }
  });
});
