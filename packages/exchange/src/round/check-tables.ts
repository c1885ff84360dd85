import { type Counts, votesOf } from '@clarion/deliberation';
import { counted } from '../sentence.js';
import { BALLOTS_FILE, chosenOf } from './ballots-file.js';
import { MANIFEST_FILE, type Manifest } from './manifest.js';
import { AREAS_FILE, CLPS_FILE, PROPOSALS_FILE, type RoundTables } from './read-tables.js';
import { failed, notChecked, passed, type RoundCheck } from './recount-check.js';
import { VOTES_FILE } from './votes-file.js';

const CHOICES = ['agree', 'disagree', 'pass'] as const;

const tallyAt = ({ agree, disagree, pass }: Counts, at: number) => ({
  agree: agree[at] ?? 0,
  disagree: disagree[at] ?? 0,
  pass: pass[at] ?? 0,
});

/** What the tables of a bundle say of one another. */
export function checkTables(tables: RoundTables, manifest: Manifest): RoundCheck[] {
  return [
    checkProposals(tables),
    checkChosen(tables, manifest),
    checkAreas(tables, manifest),
    checkCounts(tables, manifest),
  ];
}

function checkProposals({ proposals, stated, votes }: RoundTables): RoundCheck {
  for (const [at, { line, number }] of proposals.entries()) {
    const choice = CHOICES.find((name) => stated[name][at] !== votes.counts[name][at]);
    if (!choice) continue;
    return failed('counts', {
      file: PROPOSALS_FILE,
      line,
      says: `${choice} ${stated[choice][at]} for proposal ${number}`,
      should: `${choice} ${votes.counts[choice][at]}, by the rows of ${VOTES_FILE}`,
    });
  }
  const found = counted(votes.votes, 'vote');
  return passed('counts', `${found} in ${VOTES_FILE} give every count in ${PROPOSALS_FILE}.`);
}

function checkChosen({ proposals, chosen, ballots }: RoundTables, manifest: Manifest): RoundCheck {
  const cast = manifest.counts.ballots;
  if (!ballots) {
    const says =
      cast === 0 ? 'No priority ballots were cast.' : 'The priority ballots are for scrutineers.';
    return notChecked('chosen', says);
  }
  const counts = chosenOf(ballots, proposals.length);
  const at = chosen.findIndex((count, place) => count !== counts[place]);
  if (at < 0) {
    const found = counted(ballots.starts.length - 1, 'priority ballot');
    return passed('chosen', `${found} give every “chosen” in ${PROPOSALS_FILE}.`);
  }
  return failed('chosen', {
    file: PROPOSALS_FILE,
    line: proposals[at]?.line ?? null,
    says: `chosen ${chosen[at]} for proposal ${proposals[at]?.number}`,
    should: `chosen ${counts[at]}, by the rows of ${BALLOTS_FILE}`,
  });
}

/** Areas whose counts are published carry what areas.csv says that they carry. */
function checkAreas({ areas, clpRows, votes, proposals, clps }: RoundTables, manifest: Manifest) {
  const floor = manifest.rules.clpFloorForBreadth;
  const published = new Map(clpRows.map((row) => [`${row.proposal}/${row.clp}`, row]));
  let compared = 0;
  const clpsCounted = new Uint32Array(proposals.length);
  for (const { line, proposal, kind, area, isCarried } of areas) {
    if (kind === 'clp') clpsCounted[proposal] = (clpsCounted[proposal] ?? 0) + 1;
    const region = kind === 'region' ? votes.regions.get(area) : undefined;
    const tally =
      kind === 'clp' ? published.get(`${proposal}/${area}`) : region && tallyAt(region, proposal);
    if (!tally || votesOf(tally) === 0) continue;
    compared += 1;
    const carries = tally.agree > tally.disagree;
    if (carries === isCarried && votesOf(tally) >= floor) continue;
    const where = kind === 'clp' ? CLPS_FILE : VOTES_FILE;
    const counts = `${tally.agree} agree and ${tally.disagree} disagree in ${where}`;
    return failed('areas', {
      file: AREAS_FILE,
      line,
      says: `that ${area} ${isCarried ? 'carries' : 'does not carry'} proposal ${proposals[proposal]?.number}`,
      should:
        carries === isCarried ? `nothing of so few votes: ${counts}` : `the opposite: ${counts}`,
    });
  }
  const at = clpsCounted.findIndex((count, place) => count > (clps[place] ?? 0));
  if (at >= 0) {
    return failed('areas', {
      file: PROPOSALS_FILE,
      line: proposals[at]?.line ?? null,
      says: `votes from ${clps[at]} CLPs on proposal ${proposals[at]?.number}`,
      should: `at least ${clpsCounted[at]}, as many as ${AREAS_FILE} has`,
    });
  }
  const rest = areas.length - compared;
  return passed(
    'areas',
    `${counted(compared, 'row')} of ${AREAS_FILE} follow from published counts; ${counted(rest, 'row')}, whose counts are not published, are taken as they are.`,
  );
}

function checkCounts({ proposals, votes, ballots }: RoundTables, { counts }: Manifest): RoundCheck {
  const found: [keyof Manifest['counts'], number][] = [
    ['proposals', proposals.length],
    ['votes', votes.votes],
    ...(ballots ? [['ballots', ballots.starts.length - 1] as ['ballots', number]] : []),
  ];
  const wrong = found.find(([name, value]) => counts[name] !== value);
  if (!wrong) return passed('totals', 'The totals in manifest.json are those of the tables.');
  const [name, value] = wrong;
  const says = `${counts[name]} ${name}`;
  return failed('totals', { file: MANIFEST_FILE, line: null, says, should: `${value} ${name}` });
}
