import { fewestBallots } from './ballots-due.js';
import { sayDay } from './day.js';
import { lensOf } from './lens/lenses.js';
import { describeStandIn } from './lens/ordering-lens.js';
import { ballotsArePublished, type Rules, TEMPLATES, type TemplateName } from './rules.js';
import { STANDING_PLURALS } from './standing.js';
import { count, list, sayCount } from './words.js';

/** What a proposal needs to be ranked, in a sentence. */
export function describeQuorum(rules: Pick<Rules, 'quorumVotes' | 'quorumClps'>): string {
  const { quorumVotes, quorumClps } = rules;
  if (quorumVotes === 0 && quorumClps === 0) return 'Every proposal is ranked from its first vote.';
  const votes = count(quorumVotes, 'vote');
  if (quorumClps === 0) return `A proposal needs ${votes} before it can be ranked.`;
  const clps = count(quorumClps, 'CLP');
  return `A proposal needs ${votes}, and votes from at least ${clps}, before it can be ranked.`;
}

const plurals = (rules: Pick<Rules, 'standingsWhoVote'>): string =>
  list(rules.standingsWhoVote.map((standing) => STANDING_PLURALS[standing]));

/** What is published of priority ballots, in a sentence; it stands in the rules and on the ballot. */
export function describeBallots(rules: Pick<Rules, 'officialLens'>): string {
  return ballotsArePublished(rules)
    ? 'These choices decide the official order, so the lists are published for anyone to recount, without a name, a group or a place.'
    : `These choices are secret: how many chose each proposal is published once those of ${sayCount(fewestBallots(rules))} people are counted, and only scrutineers may recount the lists.`;
}

/** A template in plain sentences, for whoever chooses among them: its eligibility day is still counted from the opening. */
export function describeTemplate(name: TemplateName): string[] {
  const { rules, joinedDaysBefore } = TEMPLATES[name];
  const [, ...others] = describeRules(rules);
  if (joinedDaysBefore === null) return describeRules(rules);
  const when =
    joinedDaysBefore === 0
      ? 'on or before the day it opens'
      : `at least ${count(joinedDaysBefore, 'day')} before it opens`;
  return [`Votes are for ${plurals(rules)} who joined ${when}.`, ...others];
}

/** The rules in plain sentences, in the order in which a voter asks. */
export function describeRules(rules: Rules): string[] {
  const who = plurals(rules);
  const { question } = lensOf(rules.officialLens);
  const standIn = describeStandIn(rules);
  const sentences = [
    rules.joinedBy
      ? `Votes are for ${who} who joined on or before ${sayDay(rules.joinedBy)}.`
      : `Votes are for ${who}, whenever they joined.`,
    'Everybody on the roll may propose and comment.',
    rules.votesMayChange
      ? 'A vote is secret, and may be changed until voting closes.'
      : 'A vote is secret, and cannot be changed once it is cast.',
    rules.authorMayVote
      ? 'Authors may vote on what they proposed.'
      : 'Authors do not vote on what they proposed.',
    rules.countsHiddenUntilVoted
      ? 'While voting goes on, you see how others voted after you have.'
      : 'Everybody sees the counts at any time.',
    describeQuorum(rules),
    `The official order asks: “${question}”`,
    ...(standIn ? [standIn] : []),
    `The top ${sayCount(rules.topN)} must be answered, each with a reason, the next stop and a date.`,
    `A text that loses but has at least ${Math.round(rules.minorityShare * 100)}% goes forward as an alternative.`,
  ];
  if (rules.priorityBallotSize > 0) {
    sentences.splice(
      4,
      0,
      `When the discussion ends, each voter chooses up to ${count(rules.priorityBallotSize, 'proposal')} that matter most.`,
      describeBallots(rules),
    );
  }
  return sentences;
}
