import { describe, expect, test } from '@jest/globals';
import {
  ballotsArePublished,
  parseRules,
  type Rules,
  rulesFrom,
  TEMPLATE_NAMES,
  TEMPLATES,
} from '../src/rules.js';
import { describeRules, describeTemplate } from '../src/rules-words.js';
import { STANDARD } from './cast.js';

describe('rules', () => {
  test('A template read back from JSON is the same rules', () => {
    for (const name of TEMPLATE_NAMES) {
      const rules = rulesFrom(name, '2026-04-01');
      expect(parseRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
    }
  });

  test('Copied rules do not change their template', () => {
    const rules = rulesFrom('standard', '2026-04-01');
    rules.standingsWhoVote.push('registered_supporter');
    rules.quorumVotes = 1;
    expect(TEMPLATES.standard.rules.standingsWhoVote).toEqual(['member']);
    expect(TEMPLATES.standard.rules.quorumVotes).toBe(100);
  });

  test('The eligibility day is four weeks before a standard consultation opens', () => {
    expect(rulesFrom('standard', '2026-04-01').joinedBy).toBe('2026-03-04');
    expect(rulesFrom('quick', '2026-04-01').joinedBy).toBe('2026-04-01');
    expect(rulesFrom('local', '2026-04-01').joinedBy).toBeNull();
  });

  test.each<[Partial<Record<keyof Rules, unknown>>, string]>([
    [
      { standingsWhoVote: [] },
      'standingsWhoVote: it must name one or more of member, affiliated_supporter and registered_supporter',
    ],
    [{ standingsWhoVote: ['staff'] }, 'standingsWhoVote'],
    [{ joinedBy: '2026-02-30' }, 'joinedBy: it must be a day such as 2026-11-21, or null'],
    [{ quorumVotes: -1 }, 'quorumVotes: it must be a whole number from 0 to 1,000,000'],
    [{ quorumVotes: 1.5 }, 'quorumVotes'],
    [{ quorumClps: '8' }, 'quorumClps'],
    [{ officialLens: 'popularity' }, 'officialLens: it must be one of support@1'],
    [
      { officialLens: 'priorities@1', priorityBallotSize: 0 },
      'officialLens: priorities@1 needs a priority ballot',
    ],
    [{ countsHiddenUntilVoted: 'yes' }, 'countsHiddenUntilVoted: it must be true or false'],
    [{ votesMayChange: null }, 'votesMayChange'],
    [{ authorMayVote: undefined }, 'authorMayVote'],
    [{ topN: 0 }, 'topN'],
    [{ clpFloorForBreadth: 9 }, 'clpFloorForBreadth'],
    [{ minorityShare: Number.NaN }, 'minorityShare: it must be above 0 and at most 0.5'],
  ])('Rules with %j are refused by name of the field', (wrong, saying) => {
    expect(() => parseRules({ ...STANDARD, ...wrong })).toThrow(saying);
  });

  test('Rules that are no object, or hold a field nobody knows, are refused', () => {
    expect(() => parseRules(null)).toThrow('must be an object');
    expect(() => parseRules([STANDARD])).toThrow('must be an object');
    expect(() => parseRules({ ...STANDARD, secretBonus: 3 })).toThrow(
      'no field called secretBonus',
    );
  });

  test('A template tells Helen from which day on one must have joined, before there is an opening', () => {
    expect(describeTemplate('standard')[0]).toBe(
      'Votes are for members who joined at least 28 days before it opens.',
    );
    expect(describeTemplate('quick')[0]).toMatch(/who joined on or before the day it opens\.$/);
    expect(describeTemplate('local')[0]).toBe('Votes are for members, whenever they joined.');
    expect(describeTemplate('standard').slice(1)).toEqual(
      describeRules(TEMPLATES.standard.rules).slice(1),
    );
  });

  test('The standard rules in plain sentences', () => {
    expect(describeRules(STANDARD)).toEqual([
      'Votes are for members who joined on or before Wednesday 4 March 2026.',
      'Everybody on the roll may propose and comment.',
      'A vote is secret, and may be changed until voting closes.',
      'Authors do not vote on what they proposed.',
      'When the discussion ends, each voter chooses up to 5 proposals that matter most.',
      'These choices are secret: how many chose each proposal is published once those of 30 people are counted, and only scrutineers may recount the lists.',
      'While voting goes on, you see how others voted after you have.',
      'A proposal needs 100 votes, and votes from at least 8 CLPs, before it can be ranked.',
      'The official order asks: “How many agree?”',
      'The top 20 must be answered, each with a reason, the next stop and a date.',
      'A text that loses but has at least 25% goes forward as an alternative.',
    ]);
  });

  test('Ballots that decide the official order are published, and the rules say so beforehand', () => {
    const rules = { ...STANDARD, officialLens: 'priorities@1' } as const;
    expect(parseRules(rules)).toEqual(rules);
    expect([STANDARD, rules].map(ballotsArePublished)).toEqual([false, true]);
    expect(describeRules(rules)).toContain(
      'These choices decide the official order, so the lists are published for anyone to recount, without a name, a group or a place.',
    );
  });

  test('An official order that must wait says by what the rounds are ordered until then', () => {
    const rules = { ...STANDARD, officialLens: 'common-ground@1' } as const;
    const sentences = describeRules(rules);
    const at = sentences.indexOf(
      'The official order asks: “Do people who usually differ agree on it?”',
    );
    expect(sentences[at + 1]).toBe(
      'Until two opinion groups are told apart, rounds and answers go by support: “How many agree?”',
    );
  });
});
