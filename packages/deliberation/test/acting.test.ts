import { describe, expect, test } from '@jest/globals';
import {
  type DecisionAsk,
  refuseConsideration,
  refuseContest,
  refuseConvening,
  refuseDecision,
  refuseEvidence,
  refuseNextStopDone,
  refuseReview,
  refuseRound,
  refuseVerdict,
} from '../src/acting.js';
import { holdsOffice } from '../src/office.js';
import { BODIES, OFFICES, TODAY } from './cast.js';

const EVIDENCE = {
  claim: 'A plumbed room costs £240,000.',
  detail: 'Six tenders since 2023.',
  authorName: 'Dr Ewan Leckie',
  confidenceReason: 'Six tenders, all English.',
  declaredInterest: 'None.',
  mandate: 'Agreed by the committee on 2 May, 9 for, none against.',
  sources: [{ title: 'Tenders of six trusts', url: 'https://example.org/tenders' }],
};
const EWAN = {
  phase: 'open',
  offices: OFFICES.ewan,
  body: BODIES.sha,
  on: TODAY,
  proposalStatus: 'published',
  evidence: EVIDENCE,
} as const;

describe('offices', () => {
  test('An office counts from its first to its last day', () => {
    const [office] = OFFICES.helenBefore;
    expect(office && holdsOffice([office], 'health', '2026-05-22')).toBe(true);
    expect(office && holdsOffice([office], 'health', '2026-05-23')).toBe(false);
    expect(office && holdsOffice([office], 'health', '2023-12-31')).toBe(false);
  });
});

describe('evidence', () => {
  test('Ewan gives evidence for the Socialist Health Association and for nobody else', () => {
    expect(refuseEvidence(EWAN)).toBeNull();
    expect(refuseEvidence({ ...EWAN, body: BODIES.sera })?.message).toBe(
      'Only an officer of SERA whose office covers this can do it. If that is you, ask its secretary to bring the list of officers up to date.',
    );
    expect(refuseEvidence({ ...EWAN, offices: null })?.reason).toBe('not_signed_in');
    expect(refuseEvidence({ ...EWAN, body: null })?.reason).toBe('not_found');
  });

  test('A commission gives no evidence to itself', () => {
    const ask = { ...EWAN, offices: OFFICES.helen, body: BODIES.health };
    expect(refuseEvidence(ask)?.reason).toBe('wrong_kind_of_body');
  });

  test('Evidence names what it rests on, with addresses that can be linked', () => {
    const given = (sources: { title: string; url?: string }[]) =>
      refuseEvidence({ ...EWAN, evidence: { ...EVIDENCE, sources } });
    expect(given([])?.reason).toBe('source_required');
    expect(given([{ title: '' }])).toMatchObject({ reason: 'empty', field: 'sources' });
    expect(given([{ title: 'A page', url: 'javascript:alert(1)' }])?.reason).toBe('not_valid');
    expect(given([{ title: 'A book on paper' }])).toBeNull();
  });

  test('Kofi contests it for SERA; Ewan cannot contest his own', () => {
    const ask = {
      ...EWAN,
      givenByBodyId: 'sha',
      status: 'published',
      text: 'Not one is Welsh.',
    } as const;
    expect(refuseContest({ ...ask, offices: OFFICES.kofi, body: BODIES.sera })).toBeNull();
    expect(refuseContest(ask)?.reason).toBe('own_evidence');
  });

  test('Helen marks it as considered once, with a sentence', () => {
    const ask = {
      phase: 'reviewing',
      offices: OFFICES.helen,
      body: BODIES.health,
      on: TODAY,
      answeringBodyIds: ['health'],
      status: 'published',
      consideredBy: null,
      sentence: 'We take the cost as given.',
    } as const;
    expect(refuseConsideration(ask)).toBeNull();
    expect(refuseConsideration({ ...ask, sentence: '' })?.reason).toBe('empty');
    expect(refuseConsideration({ ...ask, consideredBy: 'Health and Social Care' })?.reason).toBe(
      'already_considered',
    );
    expect(refuseConsideration({ ...ask, offices: OFFICES.ewan })?.reason).toBe('not_an_officer');
  });
});

const HELEN_DECIDES: DecisionAsk = {
  phase: 'reviewing',
  offices: OFFICES.helen,
  body: BODIES.health,
  on: TODAY,
  answeringBodyIds: ['health'],
  proposal: { id: 'dentist-chairs', status: 'published' },
  outcome: 'accept_in_part',
  reason: 'We agree on evenings. We cannot promise every centre.',
  nextStop: 'NPF drafting group',
  dueOn: '2026-06-20',
  mergedInto: null,
  referredTo: null,
};
const decided = (ask: Partial<DecisionAsk>) =>
  refuseDecision({ ...HELEN_DECIDES, ...ask })?.reason ?? null;

describe('decisions', () => {
  test('Helen decides for Health, Faisal and she for the forum, Daniel for the Joint Policy Committee', () => {
    expect(decided({})).toBeNull();
    expect(decided({ body: BODIES.npf })).toBeNull();
    expect(decided({ offices: OFFICES.faisal, body: BODIES.npf })).toBeNull();
    expect(decided({ offices: OFFICES.daniel, body: BODIES.jpc })).toBeNull();
  });

  test('Faisal cannot sign for Health, nor Joan for anybody, nor Helen after her time', () => {
    expect(decided({ offices: OFFICES.faisal })).toBe('not_an_officer');
    expect(decided({ offices: OFFICES.joan, body: BODIES.nec })).toBe('not_an_officer');
    expect(decided({ offices: OFFICES.helenBefore })).toBe('not_an_officer');
    expect(decided({ offices: null })).toBe('not_signed_in');
  });

  test('The energy commission has nothing to answer here until something is referred to it', () => {
    const daniel = { offices: OFFICES.daniel, body: BODIES.energy };
    expect(decided(daniel)).toBe('wrong_kind_of_body');
    expect(decided({ ...daniel, answeringBodyIds: ['health', 'energy'] })).toBeNull();
  });

  test('No refusal without a reason, a next stop and a day that is still to come', () => {
    expect(decided({ outcome: 'not_take_forward', reason: '\u200B ' })).toBe('reason_required');
    expect(decided({ nextStop: '' })).toBe('next_stop_required');
    expect(decided({ dueOn: 'soon' })).toBe('due_date_required');
    expect(decided({ dueOn: '2026-05-22' })).toBe('due_date_past');
    expect(decided({ dueOn: TODAY })).toBeNull();
  });

  test('A merger names another proposal of this consultation that still stands', () => {
    const target = { id: 'dental-vans', status: 'published', isInSameConsultation: true } as const;
    const merged = (mergedInto: DecisionAsk['mergedInto']) =>
      decided({ outcome: 'merge', mergedInto });
    expect(merged(target)).toBeNull();
    expect(merged(null)).toBe('merge_target_required');
    expect(merged({ ...target, id: 'dentist-chairs' })).toBe('merge_target_required');
    expect(merged({ ...target, status: 'withdrawn' })).toBe('merge_target_required');
    expect(merged({ ...target, isInSameConsultation: false })).toBe('merge_target_required');
  });

  test('A referral names another body', () => {
    expect(decided({ outcome: 'refer' })).toBe('refer_target_required');
    expect(decided({ outcome: 'refer', referredTo: { id: 'health' } })).toBe(
      'refer_target_required',
    );
    expect(decided({ outcome: 'refer', referredTo: { id: 'energy' } })).toBeNull();
  });

  test('What its author took back is not answered; what was merged can be answered again', () => {
    expect(decided({ proposal: { id: 'a', status: 'withdrawn' } })).toBe('proposal_closed');
    expect(decided({ proposal: { id: 'a', status: 'merged' } })).toBeNull();
    expect(decided({ phase: 'preparing' })).toBe('wrong_phase');
  });

  test('The next stop is reached once, with a note', () => {
    const ask = { ...HELEN_DECIDES, isDone: false, isReplaced: false, note: 'Drafted on 18 May.' };
    expect(refuseNextStopDone(ask)).toBeNull();
    expect(refuseNextStopDone({ ...ask, isDone: true })?.reason).toBe('already_done');
    expect(refuseNextStopDone({ ...ask, isReplaced: true })?.reason).toBe('answer_replaced');
    expect(refuseNextStopDone({ ...ask, note: '' })?.reason).toBe('empty');
  });

  test('Those who agreed, and the author, say whether it met the point', () => {
    const ask = { phase: 'reported', isSignedIn: true, agreed: true, isReplaced: false } as const;
    expect(refuseVerdict(ask)).toBeNull();
    expect(refuseVerdict({ ...ask, agreed: false })?.reason).toBe('did_not_back');
    expect(refuseVerdict({ ...ask, agreed: false, isAuthor: true })).toBeNull();
    expect(refuseVerdict({ ...ask, isReplaced: true })?.reason).toBe('answer_replaced');
  });
});

describe('convening and reviewing', () => {
  const helen = { phase: 'open', offices: OFFICES.helen, body: BODIES.health, on: TODAY } as const;

  test('The convenor runs the consultation; a representative and a society officer do not', () => {
    for (const act of ['edit_paper', 'change_phase', 'publish_round'] as const) {
      expect(refuseConvening(helen, act)).toBeNull();
      expect(refuseConvening({ ...helen, offices: OFFICES.faisal }, act)?.reason).toBe(
        'not_an_officer',
      );
    }
  });

  test('A round needs somebody to have voted', () => {
    expect(refuseRound({ ...helen, voterCount: 812 })).toBeNull();
    expect(refuseRound({ ...helen, voterCount: 0 })?.reason).toBe('nothing_to_publish');
  });

  test('Faisal reviews any queue, Daniel too, Helen her own, and Ewan none', () => {
    const sees = (offices: (typeof OFFICES)[keyof typeof OFFICES], bodies: string[]) =>
      refuseReview({ offices, on: TODAY }, bodies) === null;
    expect(sees(OFFICES.faisal, ['energy'])).toBe(true);
    expect(sees(OFFICES.daniel, ['health'])).toBe(true);
    expect(sees(OFFICES.helen, ['health'])).toBe(true);
    expect(sees(OFFICES.helenBefore, ['health'])).toBe(false);
    expect(sees(OFFICES.ewan, ['health'])).toBe(false);
  });
});
