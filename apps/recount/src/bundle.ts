import { type LensId, lensOf, numbersOf } from '@clarion/deliberation';
import {
  knowsClp,
  LEAVE_OUT_LENS,
  type LensRecount,
  type RankedRow,
  type RoundReport,
  rankedRows,
  recountRound,
  whyThere,
  withoutClp,
} from '@clarion/exchange/round';
import type { Outcome } from './outcome.js';
import { checkLines, oneLine, rankingLines, verdict } from './print.js';
import { progressOn } from './progress.js';
import { readFiles } from './source.js';
import { type Usage, WrongUsage } from './usage.js';

/** `recount <bundle>`: the checks, the order, and whatever else was asked for. */
export async function recountBundle(usage: Usage): Promise<Outcome> {
  const files = await readFiles(usage.path);
  const { lens, key } = usage;
  const onProgress = progressOn(process.stderr);
  // Leaving out a CLP is asked of one lens, whichever is shown.
  const only = usage.leaveOut === undefined ? lens : undefined;
  const report = await recountRound(files, { lens: only, key, onProgress });
  const { checks, identical, firstDifference, manifest, rankings, tables } = report;
  const shown = rankings.filter((recount) => recount.lens === (lens ?? manifest?.lenses.official));
  const extras = [explanation(usage, report, shown[0]), leftOut(usage, report)].flatMap(
    (extra) => extra ?? [],
  );
  const lists = shown.flatMap((recount) => [
    '',
    titleOf(recount.lens),
    ...rankingLines(rankedRows(recount, tables?.proposals ?? [])),
  ]);
  const heading = manifest
    ? oneLine(
        `${manifest.consultation.title}, round ${manifest.round.number}, published ${manifest.round.publishedAt}`,
      )
    : usage.path;
  return {
    identical,
    lines: [
      heading,
      ...checkLines(checks),
      ...(usage.explain === undefined && usage.leaveOut === undefined ? lists : []),
      ...extras.flatMap(({ lines }) => ['', ...lines]),
      '',
      verdict(checks, firstDifference),
    ],
    json: {
      identical,
      firstDifference,
      checks,
      manifest,
      rankings: rankings.map((recount) => ({
        lens: recount.lens,
        rows: rankedRows(recount, tables?.proposals ?? []),
      })),
      ...Object.assign({}, ...extras.map(({ json }) => json)),
    },
  };
}

const titleOf = (lens: LensId): string =>
  `${lensOf(lens).name} (${lens}): ${lensOf(lens).question}`;

type Extra = Pick<Outcome, 'lines' | 'json'>;

/** `--explain 7`: the three answers for proposal 7, which keeps its number whatever its rank. */
function explanation(
  { explain: number }: Usage,
  { manifest, tables }: RoundReport,
  recount: LensRecount | undefined,
): Extra | null {
  if (number === undefined || !manifest || !tables) return null;
  if (!recount) throw new WrongUsage('That order is not published in this bundle.');
  const why = whyThere(recount, number, manifest.rules);
  const row = rankedRows(recount, tables.proposals).find((known) => known.number === number);
  if (!why || !row) throw new WrongUsage(`There is no proposal ${number} in this bundle.`);
  const figures = why.steps.map(
    (step) =>
      `  ${step.kind}: ${numbersOf(step)
        .map(({ name, value }) => `${name} ${value}`)
        .join(', ')}`,
  );
  const lines = [
    `Why is #${number} here? “${oneLine(row.statement)}”`,
    titleOf(recount.lens),
    ...why.answers.flatMap(({ title, text }) => [`${title}: ${text}`]),
    'In numbers:',
    ...figures,
  ];
  return { lines, json: { explained: { number, lens: recount.lens, ...why } } };
}

/** `--leave-out <CLP>`: the order without its votes, as far as they are published. */
function leftOut({ leaveOut: clp, lens }: Usage, report: RoundReport): Extra | null {
  const { manifest, tables, rankings } = report;
  if (clp === undefined || !manifest || !tables) return null;
  if (lens !== undefined && lens !== LEAVE_OUT_LENS) {
    throw new WrongUsage(
      `--leave-out works under ${LEAVE_OUT_LENS} alone, which orders by counts.`,
    );
  }
  if (!knowsClp(tables, clp)) {
    throw new WrongUsage(`Neither clps.csv nor areas.csv has a CLP called "${clp}".`);
  }
  const recount = rankings.find((known) => known.lens === LEAVE_OUT_LENS);
  if (!recount) throw new WrongUsage('That order is not published in this bundle.');
  const found = withoutClp(tables, recount.ranking, manifest.rules, clp);
  const before = (place: number) => recount.ranking.rank[place] ?? 0;
  const all = rankedRows(recount, tables.proposals);
  const rows = Array.from(found.ranking.order, (at) => {
    const place = found.places[at] ?? 0;
    const now = found.ranking.rank[at] ?? 0;
    const row = all.find(({ number }) => number === tables.proposals[place]?.number) as RankedRow;
    const score = found.ranking.score[at] ?? 0;
    return {
      ...row,
      rank: now,
      was: before(place),
      score,
      isTied: found.ranking.tied[at] === 1,
      range: null,
    };
  });
  const moved = rows.filter(({ rank, was }) => rank !== was);
  const lines = [
    `Without the published votes of ${clp}, under ${LEAVE_OUT_LENS}, above the quorum line:`,
    `${found.changed} of ${found.places.length} proposals lose its votes; ${found.kept} keep their counts, because its votes on them are not published (or there are none).`,
    moved.length === 0 ? 'Nothing moves.' : `${moved.length} move:`,
    ...moved.map(({ number, rank, was }) => `  #${number}: from ${was} to ${rank}`),
    ...rankingLines(rows),
  ];
  return {
    lines,
    json: { withoutClp: { clp, changed: found.changed, kept: found.kept, rows } },
  };
}
