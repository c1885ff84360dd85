import { existsSync } from 'node:fs';
import type { BenchOptions } from '../bench.js';
import { PlainError } from '../plain-error.js';
import { type PageMeasured, reportWeb } from './report-web.js';
import { CHROMIUM, openChromium, scrollThrough, visit } from './slow-phone.js';
import { openWebStage, PAGE_NAMES } from './stage-web.js';
import { openTwoWays } from './two-ways.js';

const ROUNDS = 5;
const QUICK_ROUNDS = 1;

/** Opens every page as the server writes it and as the browser draws it, in turn, on the slow phone. */
export async function benchWeb({ isQuick, say }: BenchOptions) {
  if (!existsSync(CHROMIUM)) throw new PlainError(`There is no Chromium at ${CHROMIUM}.`);
  const stage = await openWebStage(say);
  const ways = await openTwoWays(stage.address);
  const browser = await openChromium();
  try {
    const pages = PAGE_NAMES.map((name): PageMeasured => ({ name, written: [], shell: [] }));
    for (let round = 0; round < (isQuick ? QUICK_ROUNDS : ROUNDS); round += 1) {
      for (const page of pages) {
        const path = stage.paths[page.name];
        page.written.push(await visit(browser, ways.written, path));
        page.shell.push(await visit(browser, ways.shell, path));
        const [written, shell] = [page.written.at(-1), page.shell.at(-1)];
        say(
          `  ${round + 1} ${page.name}: ${written?.largestPaint.toFixed(0)} ms, from the shell ${shell?.largestPaint.toFixed(0)} ms`,
        );
      }
    }
    say('  scrolling through a thousand comments …');
    const scrolled = await scrollThrough(browser, ways.written, stage.longThread);
    const version = `Chromium ${browser.version()}`;
    return { text: reportWeb(pages, scrolled), versions: [version] };
  } finally {
    await browser.close();
    await ways.close();
    await stage.close();
  }
}
