import type { WhyStep } from './explanation.js';
import { letterOf } from './opinion/letters.js';
import { count, list, ordinal, sayCount, sayLoad, sayPoints, sayShare } from './words.js';

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

function commonGroundText(steps: readonly WhyStep[]): string {
  const whole = find(steps, 'common_ground');
  if (!whole) return '';
  const { groups, mean, hidden } = whole;
  const each = steps.flatMap((step) =>
    step.kind === 'group'
      ? [
          `${sayShare(step.share)} of the ${count(step.votes, 'vote')} in ${groups === 1 ? 'the one group' : `group ${letterOf(step.group)}`}`,
        ]
      : [],
  );
  const agreed = each.length > 0 ? [`It was agreed with by ${list(each)}.`] : [];
  const left =
    hidden > 0
      ? [
          `${count(hidden, 'group')} with no votes, or too few to be shown, ${hidden === 1 ? 'counts' : 'count'} as one half.`,
        ]
      : [];
  const order = `The order uses the geometric mean of the groups’ shares, each with one vote for and one against added: ${sayShare(mean)}. So it stands high only where no group stands against it.`;
  return [...agreed, ...left, order].join(' ');
}

function prioritiesText(
  { chosen, ballots, load, place }: Step<'priorities'>,
  isRanked: boolean,
): string {
  if (chosen === 0) return `Nobody chose it on any of the ${count(ballots, 'ballot')}.`;
  const figure = `${sayCount(chosen)} of the ${count(ballots, 'ballot')} chose it: ${sayShare(chosen / ballots)}.`;
  if (!isRanked || place === null) return figure;
  const here = load === null ? '' : `: here ${sayLoad(load)} of a place each`;
  return `${figure} Every place costs one, shared out among those who chose it, and the next place goes where it leaves each of them with the least to bear${here}.`;
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
  const ground = find(steps, 'common_ground');
  const priorities = find(steps, 'priorities');
  const parts = waiting ? [needText(waiting)] : [];
  if (support) parts.push(supportText(support, waiting === null));
  if (breadth) parts.push(breadthText(breadth));
  if (ground) parts.push(commonGroundText(steps));
  if (priorities) parts.push(prioritiesText(priorities, waiting === null));
  if (nobody) {
    parts.push(
      nobody.passed > 0
        ? `Nobody has agreed or disagreed yet; ${sayCount(nobody.passed)} passed.`
        : 'Nobody has voted on it yet.',
    );
  }
  return parts.join(' ');
}

function aheadText({ rank, gap }: Step<'ahead'>): string {
  const place = `${ordinal(rank)} place`;
  return gap === null ? `before ${place}` : `${sayPoints(gap)} ahead of ${place}`;
}

function behindText({ rank, gap, votesToClose }: Step<'behind'>): string {
  if (gap === null) return `after ${ordinal(rank)}`;
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
  const parts = [...(ahead ? [aheadText(ahead)] : []), ...(behind ? [behindText(behind)] : [])];
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

/** "stays 3rd", "stays between 2nd and 5th". */
function stays(verb: string, least: number, greatest: number): string {
  if (least === greatest) return `${verb} ${ordinal(least)}`;
  return `${verb} between ${ordinal(least)} and ${ordinal(greatest)}`;
}

function rangeText({ best, worst, low, high }: Step<'range'>): string {
  const recounts = `n 95 of 100 random recounts it ${stays('was', low, high)}.`;
  if (best === null || worst === null) return `I${recounts}`;
  return `Leave out any one CLP with published counts and it ${stays('stays', best, worst)}; i${recounts}`;
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
  if (range) parts.push(rangeText(range));
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
