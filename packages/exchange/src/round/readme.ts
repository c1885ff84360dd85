import {
  describeRules,
  FLOOR,
  fewestBallots,
  LENS_IDS,
  type LensId,
  lensOf,
  MOST_DRAWN,
  refuseLens,
  sayStandIn,
  tieBreakerOf,
} from '@clarion/deliberation';
import { counted, some } from '../sentence.js';
import { hasBallots } from './ballots-file.js';
import type { Manifest } from './manifest.js';
import { sayCommitments } from './readme-commitments.js';
import type { RoundFiles } from './round-input.js';
import { fewestSecretIn, lensFactsOf } from './round-lenses.js';

export const README_FILE = 'README.md';

/** What a stranger needs to check a round, in Markdown. */
export function readmeOf(manifest: Manifest, held: RoundFiles): string {
  return [
    opening(manifest),
    files(manifest),
    sayCommitments(held),
    checking(manifest),
    lenses(manifest),
    hidden(manifest),
    limits(manifest),
    rules(manifest),
  ].join('\n');
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function opening({ consultation, round, counts, rollSize, groupSizes }: Manifest): string {
  const sizes = groupSizes.map((size) =>
    size === null ? `fewer than ${FLOOR}, or not said` : some(size),
  );
  const groups =
    counts.groups === 0
      ? 'No opinion groups could be told apart.'
      : `${counted(counts.groups, 'opinion group')} were found from the votes alone (people: ${sizes.join(', ')}).`;
  return `# ${oneLine(consultation.title)}: round ${round.number}

Published ${round.publishedAt}. ${counted(counts.voters, 'person', 'people')} of ${some(rollSize)} on the roll cast ${counted(counts.votes, 'vote')} on ${counted(counts.proposals, 'proposal')}, and ${counted(counts.ballots, 'priority ballot')}. ${groups}

This folder holds everything that was published of the round. Its orders can be recounted from it, by anyone, without asking us.
`;
}

function files(manifest: Manifest): string {
  const { lenses, rules, counts } = manifest;
  const standIn = sayStandIn(lenses.official, rules);
  const ballots = hasBallots(rules, counts.ballots)
    ? '| `priority-ballots.csv` | the priority ballots, one a line: the numbers of the proposals chosen. No name, group or place; sorted. |\n'
    : '';
  return `## What is in it

| file | what it says |
|---|---|
| \`manifest.json\` | what was published: rules, totals, and the size and SHA-256 of every file; canonical JSON (RFC 8785) |
| \`manifest.sig\`, \`key.txt\` | the Ed25519 signature over the bytes of \`manifest.json\`, and the public key, both in Base64 |
| \`proposals.csv\` | every proposal that is ranked, what fixes its words, its counts, how many CLPs votes came from, and on how many priority ballots it is (0 while fewer than ${some(fewestBallots(rules, fewestSecretIn(manifest)))} have been cast) |
| \`votes.csv\` | every vote on them, one a line: proposal, opinion group, region, choice. Never by person. The lines are sorted: a sorted list is the one order that says nothing about who or when. |
| \`areas.csv\` | which regions and CLPs with at least ${rules.clpFloorForBreadth} voters on a proposal carry it (more agree than disagree) |
| \`clps.csv\` | counts by CLP, where they may be shown |
${ballots}| ${lenses.published.map((lens) => `\`rankings/${lens}.csv\``).join(', ')} | the orders; the official one is \`${lenses.official}\`${standIn ? `. ${standIn}` : ''} |
| \`words.csv\` | what each proposal said and who sent it. The one file that is not signed as a whole: a line is emptied when a moderator hides the proposal, or when its author has it erased, and \`gone\` says which |

Each line of \`words.csv\` is bound by itself: \`words\` in \`proposals.csv\` is the SHA-256 of three parts, each with its length before it as four bytes, the greatest first: \`text-v1\`, the salt, and the canonical JSON \`{"author":…,"statement":…}\`. Once the salt is gone nobody can find out by trying what was there, and all the rest can be checked as before.

A text that begins like a formula has an apostrophe before it, against spreadsheets that would run it.
`;
}

function checking({ key }: Manifest): string {
  return `## How to check it

**With the command.** \`recount\` comes with Clarion's source and needs Node 20 or newer, no network and no database: \`npx --yes ./clarion-recount-0.1.0.tgz bundle.zip --key <fingerprint>\`, or \`pnpm recount -- bundle.zip\` in the source. It prints each check and *identical*, or the first difference with its file and line.

**In a browser.** The page of the round has “recount in this browser”, which runs the same code.

**By hand.** The hashes:

    jq -r '.files[] | .sha256 + "  " + .name' manifest.json | sha256sum -c

The signature:

    base64 -d manifest.sig > signature.bin
    { printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; base64 -d key.txt; } > key.der
    openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in manifest.json -sigfile signature.bin

The key is known by its fingerprint, \`base64 -d key.txt | sha256sum\`:

    ${key}

Compare that with one that you have from elsewhere: whoever can replace this folder can replace the key in it. And a count, here of those who agree with proposal 7:

    grep -c '^7,.*,agree$' votes.csv
`;
}

const RANGE =
  '`low` and `high` (95% of recounts drawn from the seed), `best` and `worst` (with any one CLP left out of those in `clps.csv`)';
const DRAWN = `With more than ${some(MOST_DRAWN)} choices on different ballots, each recount behind \`low\` and \`high\` draws from a sample of these and is told by what moves in it. \`best\` and \`worst\` are empty: how a CLP chose is published nowhere.`;

function whatFollows(lens: LensId, manifest: Manifest): string {
  switch (lens) {
    case 'support@1':
      return `Every column follows from the counts, ${RANGE} among them.`;
    case 'common-ground@1':
      return `Every column follows from the groups on the lines of \`votes.csv\`, ${RANGE} among them. A group that is not shown on a proposal counts as without votes there, one half, in our own order as in yours. Which votes are of which group is as published: groups are found from the whole matrix of people and proposals, so only scrutineers can find them anew. A CLP’s votes are taken off each group that is shown by its part of all votes: which of them are in which group is published nowhere.`;
    case 'breadth@1':
      return `The order and its scores follow from \`areas.csv\`. A line of \`areas.csv\` follows in turn from \`votes.csv\` or \`clps.csv\` where these name the area on that proposal, and is as published where they do not. The range is ${RANGE}: the counts in \`clps.csv\` are drawn anew or left out, and regions and all other CLPs stay.`;
    case 'priorities@1':
      return hasBallots(manifest.rules, manifest.counts.ballots)
        ? `Every column follows from \`priority-ballots.csv\`, which the rules of this consultation publish because they decide the official order. \`load\` is what those who chose a proposal bear when it is placed. ${DRAWN}`
        : `Nothing of the order follows from this folder: a list of what somebody chose could be recognised, so the ballots are for scrutineers, and \`manifest.json\` has the hash of their file (made with a salt that scrutineers have, lest it be guessed). Published are how many chose each proposal (\`chosen\`), and the order; that ranks, scores and reasons agree with these can be checked. There is no range: it would tell of few ballots how choices go together, as the order itself does a little.`;
  }
}

function lenses(manifest: Manifest): string {
  const { published } = manifest.lenses;
  const parts = LENS_IDS.map((lens) => {
    const { name, question, measure } = lensOf(lens);
    const refusal = refuseLens(lens, lensFactsOf(manifest));
    const what = published.includes(lens)
      ? `${measure} ${whatFollows(lens, manifest)} ${tieBreakerOf(lens)}`
      : `Not published: ${refusal?.message ?? ''}`;
    return `**${name}** (\`${lens}\`): ${question} ${what}\n`;
  });
  return `## What can be recomputed from what

In \`proposals.csv\`, \`agree\`, \`disagree\` and \`pass\` follow from \`votes.csv\`; number, status and \`clps\` are as published, and so are the words. In every order, who stands below the line follows from the counts, \`clps\` and the rules, and \`why\` is made from the same numbers. The same bytes come out on every machine.

${parts.join('\n')}`;
}

function hidden({ rules }: Manifest): string {
  return `## What is not shown, by which rule

No breakdown shows, or lets be worked out by subtraction, a cell of fewer than ${FLOOR} people.

- **Opinion group** on a proposal: shown when at least ${FLOOR} of the group voted on it, and everybody else who did is nobody or at least ${FLOOR} people; else the smallest group shown is hidden too. Not choice by choice: nobody can know who is in a group, for it is found from secret votes.
- **Region** on a proposal: named on all its lines or on none. Named when in every group shown, and among the lines without a group, each choice counts 0 or at least ${FLOOR} in that region, and in all that is left without a region together; and when a table by region alone, which those who answer see, would show it too. Beside groups only where nothing was told of the proposal’s groups and regions before.
- **CLP**: counts are shown when each choice counts 0 or at least ${FLOOR}, and so do the rest of its region and the rest of all regions together that are not named on the proposal.
- **areas.csv** says yes or no of areas with at least ${rules.clpFloorForBreadth} voters. What is hidden together is so much that this tells no small count either: of each choice, ten more than what follows from it are left.

**Together with what was told before**, in rounds and on the page of opinion groups, it tells nothing of fewer than ${FLOOR} people either. So these counts may be of an earlier moment than those in \`proposals.csv\`, which are exact: whoever is counted there, and in no cell yet, is on the lines without a group and a region.

- A group’s counts on a proposal are as they were when ${FLOOR} people were new in it last. They are renewed when ${FLOOR} have voted on the proposal since, and when those who are new in no cell that is told are nobody or ${FLOOR}. So are the sizes of groups. Where another number of groups is found, they are other groups, and nothing was told of them.
- Regions and CLPs on a proposal are all of one moment. They are renewed when ${FLOOR} people are new, without those in which one to nine are new of some choice; and only if no fewer people are told then. A line that would contradict \`areas.csv\` is left out.
- \`areas.csv\`, the number of CLPs in \`proposals.csv\`, and all orders but that of common ground are of the moment of the round.

So of a region’s or CLP’s count of one to nine, subtraction leaves several values possible. It may tell that nobody in an area chose something, or that fewer than ${rules.clpFloorForBreadth} voted there.

The whole counts of a proposal are shown however few they are.
`;
}

function limits({ rules, counts }: Manifest): string {
  const ballots = hasBallots(rules, counts.ballots)
    ? '- **Partial knowledge of a ballot.** Whoever knows some of what somebody chose may recognise the line in `priority-ballots.csv` and read the rest. The rules said so before anybody chose.\n'
    : '';
  return `## What this does not protect against, and does not show

- **Differences between two rounds.** Where few voted on a proposal between two rounds, subtracting one folder from the other shows how those few chose, though not in which group, region or CLP. It shows that where an area turned in \`areas.csv\`, or came to be in it, and where all who voted in between are in one cell: ${FLOOR} people at least, and nobody elsewhere.
${ballots}- **Agreement of all.** Where everybody in a group or region chose alike, the counts say how each of them chose.
- A recount shows that the orders follow from the votes in this folder. It does not show that every vote was cast by somebody entitled to it, or that none was left out before the round was written. The signature shows whose key published it, nothing more.
`;
}

function rules(manifest: Manifest): string {
  return `## The rules of this consultation

${describeRules(manifest.rules)
  .map((sentence) => `- ${oneLine(sentence)}`)
  .join('\n')}
`;
}
