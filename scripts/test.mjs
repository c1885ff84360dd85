/** `npm test`: the checks and every test, ending in one line: `N passed, N failed`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checks, runChecks } from './checks.mjs';
import {
  build,
  ensureInstalled,
  main,
  Plain,
  packageScript,
  readOptions,
  root,
  run,
  seconds,
} from './toolchain.mjs';

const HELP = `Usage: npm test [-- --only <part>]

Installs, builds, checks (see "pnpm check -- --help") and runs every test: unit, property, API
against a real Postgres, web, and browser tests in Chromium. Ends with "N passed, N failed".

  --only <part>   checks, browser, or a part of a package's name, such as api

Chromium is looked for in CHROMIUM and in the usual places. Without it the browser tests are
skipped; with CI=true that is a failure.`;

/** A guard against hanging, not a target. */
const MINUTES_A_SUITE = 25;

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const total = { passed: 0, failed: 0, skipped: 0 };

await main(async () => {
  const { only } = readOptions(HELP, ['--only']);
  const suites = findSuites().filter((suite) => !only || suite.label.includes(only));
  const withChecks = !only || only === 'checks';
  if (suites.length === 0 && !withChecks) throw new Plain(`No part is called "${only}".`);
  const begun = Date.now();
  try {
    await ensureInstalled();
    await build();
  } catch (error) {
    console.log(error.message);
    total.failed += 1;
    finish(begun);
  }
  if (withChecks) {
    console.log(`\nChecks (${checks.length})`);
    add(await runChecks());
  }
  mkdirSync(join(root, 'reports'), { recursive: true });
  for (const suite of suites) await runSuite(suite);
  finish(begun);
});

function finish(begun) {
  const { passed, failed, skipped } = total;
  console.log(`\nAll of it took ${seconds(begun)}.`);
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Every package with a test script, left to right in the house's order; browser tests last. */
function findSuites() {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  const suites = folders
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .flatMap((folder) => {
      const { name, scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const short = name.split('/').at(-1);
      return [
        ...(scripts.test ? [{ folder, script: 'test', label: short }] : []),
        ...(scripts['test:browser']
          ? [{ folder, script: 'test:browser', label: `${short} browser`, needsChromium: true }]
          : []),
      ];
    });
  return suites.sort((a, b) => Number(a.needsChromium ?? false) - Number(b.needsChromium ?? false));
}

async function runSuite({ folder, script, label, needsChromium }) {
  console.log(`\n${label}`);
  const chromium = needsChromium ? findChromium() : undefined;
  if (needsChromium && !chromium) {
    const isCI = process.env.CI === 'true';
    console.log(
      `${isCI ? '✗' : '–'} No Chromium: install it ("apt-get install chromium") or name it in CHROMIUM.`,
    );
    add(isCI ? { failed: 1 } : { skipped: 1 });
    return;
  }
  const begun = Date.now();
  const report = join(root, 'reports', `${label.replace(' ', '-')}.json`);
  rmSync(report, { force: true });
  const options = ['--json', `--outputFile=${report}`];
  const { command, args, env } = packageScript(folder, script, options);
  const result = await run(command, args, {
    cwd: folder,
    minutes: MINUTES_A_SUITE,
    env: {
      ...env,
      NODE_OPTIONS:
        `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
      ...(chromium ? { CHROMIUM: chromium } : {}),
    },
    // Jest's own line for each file, as it ends.
    onLine: (line) => /^(PASS|FAIL) /.test(line) && console.log(`  ${line}`),
  });
  const counted = readReport(report, result);
  add(counted);
  const skipped = counted.skipped ? `, ${counted.skipped} skipped` : '';
  const mark = counted.failed ? '✗' : '✓';
  console.log(
    `${mark} ${label}: ${counted.passed} passed, ${counted.failed} failed${skipped} (${seconds(begun)})`,
  );
}

/** Counts tests; a file that does not load, and a run that fails in any other way, is one failure. */
function readReport(file, { ok, output }) {
  if (!existsSync(file)) {
    console.log(`\n${output.trim()}\n`);
    return { passed: 0, failed: 1 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const suite of report.testResults) printFailures(suite);
  const counted = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const ranNothing = counted.passed + counted.failed === 0;
  if (counted.failed === 0 && (!ok || ranNothing)) {
    console.log(ranNothing ? '\nNo test ran.' : `\n${output.trim()}\n`);
    counted.failed = 1;
  }
  return counted;
}

function printFailures(suite) {
  const failures = suite.assertionResults.filter(({ status }) => status === 'failed');
  if (suite.status === 'failed' && failures.length === 0) {
    console.log(`\n  ✗ ${suite.name.replace(root, '')}\n${indent(suite.message)}`);
  }
  for (const failure of failures) {
    console.log(`\n  ✗ ${suite.name.replace(root, '')}\n    ${failure.fullName}`);
    console.log(indent(failure.failureMessages.join('\n')));
  }
}

function indent(text) {
  return text
    .trim()
    .split('\n')
    .filter((line) => !/node_modules|node:internal/.test(line))
    .map((line) => `      ${line}`)
    .join('\n');
}

function findChromium() {
  const named = process.env.CHROMIUM;
  return named || CHROMIUM_PLACES.find((place) => existsSync(place));
}
