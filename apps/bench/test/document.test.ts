import { expect, test } from '@jest/globals';
import { putSection, table, targetTable } from '../src/document.js';
import { allAgree, takeTurns } from '../src/turns.js';

const TITLES = ['Opinion groups', 'Recount'];

test('A section is put where it belongs, and the others are kept to the letter', () => {
  const recount = putSection('', TITLES, 'Recount', 'fast');
  const both = putSection(recount, TITLES, 'Opinion groups', '| a | b |\n| --- | --- |');
  expect(both.indexOf('## Opinion groups')).toBeLessThan(both.indexOf('## Recount'));
  expect(both).toContain('## Recount\n\nfast\n');
  const again = putSection(both, TITLES, 'Opinion groups', 'faster');
  expect(again).not.toContain('| a | b |');
  expect(again).toContain('## Recount\n\nfast\n');
  expect(putSection(again, TITLES, 'Opinion groups', 'faster')).toBe(again);
});

test('A section that no bench writes any more goes', () => {
  const document = `${putSection('', TITLES, 'Recount', 'fast')}\n## Pages\n\nearlier\n`;
  expect(putSection(document, TITLES, 'Recount', 'faster')).toMatch(/## Recount\n\nfaster\n$/);
});

test('A bar in a cell does not end it', () => {
  expect(table(['a|b'], [['1']])).toBe('| a\\|b |\n| --- |\n| 1 |');
});

test('A target that was missed says so, and one that could not be measured too', () => {
  const target = (isMet: boolean | null) => ({ job: 'job', target: '1', measured: '2', isMet });
  const lines = targetTable([target(true), target(false), target(null)]).split('\n');
  expect(lines.slice(2).map((line) => line.split(' | ').at(-1))).toEqual([
    'yes |',
    '**no** |',
    'not measured |',
  ]);
});

test('Subjects take turns, and one that answers differently is noticed', async () => {
  const calls: string[] = [];
  const subject = (name: string, answer: string) => ({
    name,
    run: () => {
      calls.push(name);
      const sample = { milliseconds: 1, cpuMilliseconds: 1, peakBytes: 0, growthBytes: 0, answer };
      return Promise.resolve(sample);
    },
  });
  const measured = await takeTurns([subject('A', 'yes'), subject('B', 'no')], 2, () => {});
  expect(calls).toEqual(['A', 'B', 'A', 'B']);
  expect(allAgree(measured)).toBe(false);
  expect(allAgree(measured.slice(0, 1))).toBe(true);
});
