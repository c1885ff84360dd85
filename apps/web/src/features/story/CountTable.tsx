import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { CountLineFragment } from '../../graphql/generated/graphql';
import { formatNumber } from '../../ui/numbers';

export const CountLineDocument = graphql(`
  fragment CountLine on CountLine {
    kind
    received
    published
    merged
    withdrawn
    notTakenForward
    waiting
    hidden
    unaccounted
  }
`);

type Line = FragmentType<typeof CountLineDocument>;

const columns = [
  ['received', 'Received'],
  ['published', 'Published'],
  ['merged', 'Merged'],
  ['withdrawn', 'Withdrawn'],
  ['notTakenForward', 'Not taken forward'],
  ['waiting', 'Waiting'],
  ['hidden', 'Hidden'],
  ['unaccounted', 'Unaccounted'],
] as const;

const kinds = { proposal: 'Proposals', comment: 'Comments', evidence: 'Evidence' };
const nameOf = ({ kind }: CountLineFragment) => (kind ? kinds[kind] : 'All');

/** "Received 1,204 = published 1,100 + merged 20 + withdrawn 4 + not taken forward 30 + waiting 50." */
export function countSentence(line: CountLineFragment): string {
  const parts = columns
    .slice(1, -1)
    .map(([key, name]) => `${name.toLowerCase()} ${formatNumber(line[key])}`);
  return `Received ${formatNumber(line.received)} = ${parts.join(' + ')}.`;
}

/** The count of all and by kind. Kinds are columns, and all comes first, so that it is seen on a phone. */
export function CountTable({ lines }: { lines: readonly Line[] }) {
  const shown = getFragmentData(CountLineDocument, lines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: at 320 px it scrolls sideways, by keyboard too.
    <section className="overflow-x-auto" aria-label="The count by kind" tabIndex={0}>
      <table className="table max-w-[46rem] text-small">
        <caption className="sr-only">What was sent in, by kind and by what became of it</caption>
        <thead>
          <tr>
            <td />
            {shown.map((line) => (
              <th key={nameOf(line)} scope="col" className="number">
                {nameOf(line)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(([key, name]) => (
            <tr
              key={key}
              className={key === 'received' || key === 'unaccounted' ? 'font-bold' : ''}
            >
              <th scope="row" className="font-[inherit]">
                {name}
              </th>
              {shown.map((line) => (
                <td key={nameOf(line)} className="number">
                  {formatNumber(line[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
