import { FLOOR } from '@clarion/deliberation';
import { some } from '../sentence.js';
import { BATCHES_FILE, MOST_OPENED, OPENINGS_FILE } from './commitment-files.js';
import type { RoundFiles } from './round-input.js';

/** What the files about commitments say, and what they do not show; nothing where there are none. */
export function sayCommitments(files: RoundFiles): string {
  if (!files.has(BATCHES_FILE)) return '';
  if (!files.has(OPENINGS_FILE)) {
    return `## Votes that were fixed when they were cast

\`batches.json\` names the entries of the record that fix the commitments of the votes. There are more than ${some(MOST_OPENED)}, so this folder opens none of them.
`;
  }
  return `## Votes that were fixed when they were cast

| file | what it says |
|---|---|
| \`batches.json\` | the batches in which commitments of votes entered the record: the number of the entry, how many, the root of the tree over them (RFC 9162), and the entry’s receipt |
| \`commitments.csv\` | every commitment of these batches and what became of it: \`opened\`, \`hidden\` (not opened, by the rules below; which of them was changed is not said), \`superseded\` (changed, taken back or imported over), \`void\` (on a proposal that is not ranked, with its status), \`missing\` (must never be) |
| \`openings.csv\` | what opens them: proposal, choice, 32 random bytes, and the commitment that this one replaced |
| \`unopened.csv\` | votes that are counted and not opened, by proposal: in the record and hidden (\`fewer_than_ten\`), waiting for the record, or without a commitment (imported) |

A commitment is the SHA-256 of six parts, each with its length before it as four bytes, the greatest first: \`ballot-v1\`, the id of the consultation, the id of the proposal, the choice, the random bytes, and the replaced commitment or nothing. Whoever voted has the random bytes in their own browser, and finds their vote by them.

On a proposal fewer than ${FLOOR} votes are not opened, nor any that was changed (its opening would name the commitment it replaced, and so when its voter was here twice); and those not opened are nobody or at least ${FLOOR}, for which some more stay closed. What an earlier round kept closed stays closed, and those who came to the closed ones or left them since the round before are nobody or at least ${FLOOR}, or else nothing is opened that is new. Openings name no opinion group and no region: a batch tells about when a vote was cast, and with that a group would tell more.

What this does not do: whoever keeps their random bytes can show how they voted, before the close and after it. It does not see a dishonest program on the voter’s own device. Somebody with full rights on the running server could link votes to people while the consultation’s key exists. A batch is of at least ${FLOOR} people, but whoever knows that only one of them voted on a proposal in those minutes learns that vote. From one round to the next, the openings that are new were cast between the two; and where fewer than ${FLOOR} people did anything on a proposal between them, the counts of the two tell what those did.
`;
}
