import { describe, expect, test } from '@jest/globals';
import {
  type DraftAct,
  publishCheck,
  refuseAdoption,
  refuseDraftEdit,
  refuseDraftText,
  refuseNextVersion,
  refusePublish,
} from '../src/draft.js';
import { BODIES, OFFICES, TODAY } from './cast.js';

const paragraph = (number: string, sourceCount: number, ownReason: string | null = null) => ({
  id: `paragraph ${number}`,
  number,
  heading: null,
  text: 'We will open dental chairs in the evening.',
  sourceCount,
  ownReason,
});
const HELEN: DraftAct = {
  phase: 'reviewing',
  offices: OFFICES.helen,
  body: BODIES.npf,
  on: TODAY,
  commissions: [BODIES.health],
  status: 'working',
};

describe('drafting', () => {
  test('Representatives and the convenors of its commissions write it; Ewan and Asha do not', () => {
    const saved = (ask: Partial<DraftAct>) =>
      refuseDraftEdit({ ...HELEN, ...ask, isStale: false })?.reason ?? null;
    expect(saved({})).toBeNull();
    expect(saved({ offices: OFFICES.faisal })).toBeNull();
    expect(saved({ offices: OFFICES.daniel, commissions: [BODIES.energy] })).toBeNull();
    expect(saved({ offices: OFFICES.daniel })).toBe('not_an_officer');
    expect(saved({ offices: OFFICES.ewan })).toBe('not_an_officer');
    expect(saved({ offices: OFFICES.asha })).toBe('not_an_officer');
    expect(saved({ phase: 'preparing' })).toBe('wrong_phase');
  });

  test('A published version never changes, and two drafters do not overwrite each other', () => {
    expect(refuseDraftEdit({ ...HELEN, status: 'published', isStale: false })?.reason).toBe(
      'not_editable',
    );
    expect(refuseDraftEdit({ ...HELEN, isStale: true })?.message).toBe(
      'Somebody changed this draft while you were writing. Your text is kept: look at theirs, then save again.',
    );
  });

  test('A draft has a title and at most 500 paragraphs; an empty one may be saved while writing', () => {
    const draft = {
      title: 'Care close to home',
      summary: 'Dentists when you need one.',
      paragraphs: [paragraph('1', 0)],
    };
    expect(refuseDraftText(draft)).toBeNull();
    expect(
      refuseDraftText({ ...draft, paragraphs: [{ ...paragraph('1', 0), text: '' }] }),
    ).toBeNull();
    expect(refuseDraftText({ ...draft, title: '' })?.field).toBe('title');
    expect(
      refuseDraftText({ ...draft, paragraphs: new Array(501).fill(paragraph('1', 0)) })?.reason,
    ).toBe('too_many');
  });

  test('One next version at a time', () => {
    expect(refuseNextVersion({ ...HELEN, hasWorkingVersion: false })).toBeNull();
    expect(refuseNextVersion({ ...HELEN, hasWorkingVersion: true })?.reason).toBe(
      'working_version_exists',
    );
  });
});

describe('the publish check', () => {
  const ranked = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, rank: index + 1, statement: id }));

  test('A paragraph without source or reason blocks; an unanswered proposal of the top warns', () => {
    const paragraphs = [
      paragraph('1', 2),
      paragraph('14A', 0, ' '),
      paragraph('15', 0, 'Nobody is accountable otherwise.'),
    ];
    expect(publishCheck(paragraphs, ranked, new Set(['a', 'c']), 3)).toEqual({
      mayPublish: false,
      unsourced: ['14A'],
      empty: [],
      unanswered: [ranked[1]],
      sentences: [
        'Paragraph 14A shows neither a source nor a reason of the drafters’. Cite one or give one before publishing.',
        '1 of the top 3 has no answer yet: 2nd. You can publish, and everybody will see that.',
      ],
    });
  });

  test('When every line shows where it came from, it may go out', () => {
    const check = publishCheck(
      [paragraph('1', 1), paragraph('2', 0, 'To join 1 and 3.')],
      [],
      new Set(),
      20,
    );
    expect(check.mayPublish).toBe(true);
    expect(check.sentences).toEqual(['All 2 paragraphs show where the words came from.']);
  });

  test('Publishing is refused by the same check', () => {
    const ask = { ...HELEN, note: 'First version.', paragraphs: [paragraph('1', 1)] };
    expect(refusePublish(ask)).toBeNull();
    expect(refusePublish({ ...ask, paragraphs: [] })?.reason).toBe('nothing_to_publish');
    expect(refusePublish({ ...ask, status: 'published' })?.reason).toBe('not_editable');
    expect(
      refusePublish({ ...ask, paragraphs: [paragraph('3', 0), paragraph('4', 0)] })?.message,
    ).toBe(
      'Paragraphs 3 and 4 say neither where the words came from nor why the drafters added them. Cite a source or give a reason.',
    );
    expect(
      refusePublish({ ...ask, paragraphs: [{ ...paragraph('2', 1), text: ' ' }] })?.message,
    ).toBe('Paragraph 2 is empty. Write something, then send it again.');
  });
});

describe('adoption', () => {
  const ask = {
    phase: 'reviewing',
    offices: OFFICES.faisal,
    body: BODIES.npf,
    on: TODAY,
    status: 'published',
    meeting: 'Birmingham, 20 June 2026',
    for: 120,
    against: 31,
    abstained: 4,
  } as const;

  test('Faisal enters the vote of the forum on a published version, once', () => {
    expect(refuseAdoption(ask)).toBeNull();
    expect(refuseAdoption({ ...ask, status: 'working' })?.reason).toBe('not_published');
    expect(refuseAdoption({ ...ask, status: null })?.reason).toBe('not_published');
    expect(refuseAdoption({ ...ask, status: 'adopted' })?.reason).toBe('already_adopted');
    expect(refuseAdoption({ ...ask, offices: OFFICES.ewan })?.reason).toBe('not_an_officer');
  });

  test('A draft that lost, or counts that are no counts, adopt nothing', () => {
    expect(refuseAdoption({ ...ask, against: 120 })?.reason).toBe('not_valid');
    expect(refuseAdoption({ ...ask, abstained: -1 })?.reason).toBe('not_valid');
    expect(refuseAdoption({ ...ask, for: 1.5 })?.reason).toBe('not_valid');
    expect(refuseAdoption({ ...ask, meeting: '' })?.reason).toBe('empty');
  });
});
