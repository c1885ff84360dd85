import { type Target, table, targetTable } from '../document.js';
import { ratios, sayNumber, saySpread, spread } from '../spread.js';
import type { Scrolled, Visit } from './slow-phone.js';
import type { PageName } from './stage-web.js';

/** A page, opened in turn as the server writes it and as the browser draws it. */
export interface PageMeasured {
  name: PageName;
  written: Visit[];
  shell: Visit[];
}

const MOST_PAINT_MS = 1_000;
const MOST_BLOCKING_MS = 250;
const LONGEST_TASK_MS = 100;
const COMMENTS = 1_000;

const of = (visits: readonly Visit[], number: (visit: Visit) => number) =>
  spread(visits.map(number));

function targetsOf({ name, written }: PageMeasured): Target[] {
  const paint = of(written, ({ largestPaint }) => largestPaint).median;
  const blocking = of(written, (visit) => visit.blocking).median;
  return [
    {
      job: `${name}, largest paint`,
      target: `≤ ${sayNumber(MOST_PAINT_MS)} ms`,
      measured: `${sayNumber(paint)} ms`,
      isMet: paint <= MOST_PAINT_MS,
    },
    {
      job: `${name}, blocking`,
      target: `≤ ${MOST_BLOCKING_MS} ms`,
      measured: `${sayNumber(blocking)} ms`,
      isMet: blocking <= MOST_BLOCKING_MS,
    },
  ];
}

function scrollTarget({ comments, longest, overHundred }: Scrolled): Target {
  const isWhole = comments >= COMMENTS;
  return {
    job: `scrolling through ${comments.toLocaleString('en-GB')} comments, longest task`,
    target: `≤ ${LONGEST_TASK_MS} ms`,
    measured: `${sayNumber(longest)} ms, ${overHundred} longer than ${LONGEST_TASK_MS}`,
    isMet: isWhole ? overHundred === 0 : null,
  };
}

function rowsOf({ name, written, shell }: PageMeasured): string[][] {
  const paints = (visits: readonly Visit[]) => visits.map(({ largestPaint }) => largestPaint);
  const row = (way: string, visits: readonly Visit[]) => [
    name,
    way,
    saySpread(of(visits, ({ firstPaint }) => firstPaint)),
    saySpread(spread(paints(visits))),
    saySpread(ratios(paints(visits), paints(shell))),
    saySpread(of(visits, ({ blocking }) => blocking)),
    sayNumber(of(visits, ({ longestTask }) => longestTask).median),
    sayNumber(of(visits, ({ shift }) => shift).most),
    sayNumber(of(visits, ({ script }) => script / 1_000).median),
    sayNumber(of(visits, ({ questions }) => questions).median),
  ];
  return [row('written by the server', written), row('the shell alone', shell)];
}

/** The section, in Markdown. */
export function reportWeb(pages: readonly PageMeasured[], scrolled: Scrolled): string {
  const rounds = pages[0]?.written.length ?? 0;
  return [
    `Pages of the demonstration in Chromium as a slow phone has it: 1.6 Mbit/s, 150 ms, a processor a quarter as fast, 360 × 760, opened by a visitor who has never been there. The shell alone is the same server, the same build and the same page, sent without what the server wrote into it. ${rounds} turns each, in turn. Blocking is what tasks took beyond 50 ms each, from the first paint until two seconds after the last request. Scripts are kB gzipped. Scrolled is a thread that was shown whole, with a thumb, ${scrolled.pixels.toLocaleString('en-GB')} pixels from end to end.`,
    targetTable([...pages.flatMap(targetsOf), scrollTarget(scrolled)]),
    table(
      [
        'page',
        'arrives',
        'first paint ms',
        'largest paint ms',
        'share of the shell’s',
        'blocking ms',
        'longest task ms',
        'most shift',
        'scripts kB',
        'questions',
      ],
      pages.flatMap(rowsOf),
    ),
  ].join('\n\n');
}
