import type { WhyStep } from './explanation.js';
import { count, list, ordinal, sayCount, sayPoints, sayShare } from './words.js';

/** One of the three answers to "why is this here?". */
export interface WhySentence {
  title: string;
  text: string;
}

type Step<K extends WhyStep['kind']> = Extract<WhyStep, { kind: K }>;

function find<K extends WhyStep['kind']>(steps: readonly WhyStep[], kind: K): Step<K> | null {
  return steps.find((step): step is Step<K> => step.kind === kind) ?? null;
}

function breadthText(step: Step<'breadth'>): string {
  const regions = `More agree than disagree in ${sayCount(step.regionsCarried)} of the ${count(step.regionCount, 'region')}`;
  if (step.clpsCounted === 0) {
    return `${regions}. No CLP has ${sayCount(step.floor)} voters on it yet, so the order uses that share alone, ${sayShare(step.score)}.`;
  }
  return `${regions}, and in ${sayCount(step.clpsCarried)} of the ${count(step.clpsCounted, 'CLP')} with at least ${sayCount(step.floor)} voters on it. The order uses the mean of the two shares, ${sayShare(step.score)}.`;
}

function supportText(
  { agree, chose, share, cautious }: Step<'support'>,
  isRanked: boolean,
): string {
  const figure = `${sayCount(agree)} of the ${sayCount(chose)} who chose agreed: ${sayShare(share)}.`;
  if (!isRanked) return figure;
  return `${figure} The order uses the cautious end of that figure, ${sayShare(cautious)}, so that a few early votes cannot carry a proposal.`;
}

function needText({ votesNeeded, clpsNeeded }: Step<'not_ranked'>): string {
  const needs = [
    ...(votesNeeded > 0 ? [count(votesNeeded, 'more vote')] : []),
    ...(clpsNeeded > 0 ? [`votes from ${count(clpsNeeded, 'more CLP')}`] : []),
  ];
  return `It cannot be ranked yet: it needs ${list(needs)}.`;
}

function putHereText(steps: readonly WhyStep[]): string {
  const waiting = find(steps, 'not_ranked');
  const support = find(steps, 'support');
  const breadth = find(steps, 'breadth');
  const nobody = find(steps, 'nobody_chose');
  const parts = waiting ? [needText(waiting)] : [];
  if (support) parts.push(supportText(support, waiting === null));
  if (breadth) parts.push(breadthText(breadth));
  if (nobody) {
    parts.push(
      nobody.passed > 0
        ? `Nobody has agreed or disagreed yet; ${sayCount(nobody.passed)} passed.`
        : 'Nobody has voted on it yet.',
    );
  }
  return parts.join(' ');
}

function behindText({ rank, gap, votesToClose }: Step<'behind'>): string {
  const distance = `${sayPoints(gap)} behind ${ordinal(rank)}`;
  if (votesToClose === null || votesToClose === 0) return distance;
  return `${distance}, a gap that ${count(votesToClose, 'more vote')} to agree would close`;
}

function neighboursText(steps: readonly WhyStep[]): string {
  const waiting = find(steps, 'not_ranked');
  if (waiting) {
    const { place, waiting: of } = waiting;
    const among =
      of === 1
        ? 'It is the only one that waits.'
        : `It is ${ordinal(place)} of the ${sayCount(of)} that wait, in the order of how few votes they still need.`;
    return `Until then it has no rank. ${among}`;
  }
  if (find(steps, 'alone')) return 'It is the only one that can be ranked yet.';
  const tied = find(steps, 'tied');
  const ahead = find(steps, 'ahead');
  const behind = find(steps, 'behind');
  const shares = tied
    ? [`It shares ${ordinal(tied.rank)} place with ${count(tied.others, 'other')}.`]
    : [];
  const parts = [
    ...(ahead ? [`${sayPoints(ahead.gap)} ahead of ${ordinal(ahead.rank)} place`] : []),
    ...(behind ? [behindText(behind)] : []),
  ];
  const stands = parts.length > 0 ? [`It stands ${parts.join(' and ')}.`] : [];
  const ends = [
    ...(behind ? [] : ['Nothing stands above it.']),
    ...(ahead ? [] : ['Nothing that can be ranked stands below it.']),
  ];
  return [...shares, ...stands, ...ends].join(' ');
}

function turnoutText({ votes, clps, quorumVotes, quorumClps }: Step<'turnout'>): string {
  const from = clps > 0 ? `, from ${count(clps, 'CLP')}` : '';
  const voted = `${count(votes, 'person', 'people')} voted on it${from}`;
  if (quorumVotes === 0 && quorumClps === 0) return `${voted}.`;
  const needed = quorumClps > 0 ? ` from ${count(quorumClps, 'CLP')}` : '';
  return `${voted}; to be ranked takes ${count(quorumVotes, 'vote')}${needed}.`;
}

function howSureText(steps: readonly WhyStep[]): string {
  const turnout = find(steps, 'turnout');
  const interval = find(steps, 'interval');
  const carried = find(steps, 'carried');
  const range = find(steps, 'range');
  const parts = turnout ? [turnoutText(turnout)] : [];
  if (interval) {
    parts.push(
      `Allowing for chance, the share who agree is between ${sayShare(interval.low)} and ${sayShare(interval.high)}, 95 times in 100.`,
    );
  }
  if (carried && carried.regionCount > 0) {
    parts.push(
      `More agree than disagree in ${sayCount(carried.regionsCarried)} of the ${count(carried.regionCount, 'region')}.`,
    );
  }
  if (range) {
    parts.push(
      `Leave out any one CLP and it stays between ${ordinal(range.best)} and ${ordinal(range.worst)}; in 95 of 100 random recounts it was between ${ordinal(range.low)} and ${ordinal(range.high)}.`,
    );
  }
  return parts.join(' ');
}

/** The steps in plain English: always three answers, each of one or more sentences, in this order. */
export function sentences(steps: readonly WhyStep[]): [WhySentence, WhySentence, WhySentence] {
  return [
    { title: 'What put it here', text: putHereText(steps) },
    { title: 'What it beat, and what beat it', text: neighboursText(steps) },
    { title: 'How sure we are', text: howSureText(steps) },
  ];
}
