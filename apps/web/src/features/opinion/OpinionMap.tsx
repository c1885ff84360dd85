import { useId } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { Details } from '../../ui/Details';
import { GroupLetter } from '../../ui/GroupLetter';
import { formatNumber, listOf } from '../../ui/numbers';
import { nearestAndFarthest, type Place, type Shape, spreadOf } from './ellipse';
import { MapDrawing } from './MapDrawing';

const GroupOnMapFragment = graphql(`
  fragment GroupOnMap on OpinionGroup {
    letter
    people
    shape {
      x
      y
      xx
      xy
      yy
    }
  }
`);

interface Group {
  letter: string;
  people: number | null;
  shape: Shape;
}

interface Props {
  groups: readonly FragmentType<typeof GroupOnMapFragment>[];
  /** The viewer's own place; nobody else is given it. */
  mine: Place | null;
}

/**
 * Where the groups stand to each other: an outline and a letter for each. No dots of other people, not
 * even without a name: a place is made of nothing but votes, and with the components beside it one that
 * stands alone can be read back into how somebody voted.
 */
export function OpinionMap({ groups, mine }: Props) {
  const all = getFragmentData(GroupOnMapFragment, groups);
  const shown: Group[] = all.flatMap(({ shape, ...group }) => (shape ? [{ ...group, shape }] : []));
  const hidden = all.filter(({ shape }) => !shape).map(({ letter }) => letter);
  const legend = useId();
  if (shown.length < 2) {
    return <p className="text-ink-2">It takes two groups of at least ten people to draw a map.</p>;
  }
  const far = nearestAndFarthest(shown);
  return (
    <>
      <figure className="break-inside-avoid">
        <MapDrawing groups={shown} mine={mine} describedBy={legend} />
        <figcaption id={legend} className="mt-3 space-y-1.5 text-small text-ink-2">
          <p>
            <b className="text-ink">Near means votes alike.</b> Size and area mean nothing, and
            neither do left, right, up or down.
          </p>
          {far && (
            <p>
              Groups {far.nearest.join(' and ')} stand nearest to each other, groups{' '}
              {far.farthest.join(' and ')} farthest apart.
            </p>
          )}
          <p>
            Each outline holds about two thirds of a group. Nobody’s own place is drawn
            {mine && <span className="print:hidden"> but yours, which only you are shown</span>}.
            {hidden.length > 0 && ` ${sayWhich(hidden)} too small to be drawn.`}
          </p>
        </figcaption>
      </figure>
      <Details className="open-on-paper" summary="The map as a table of numbers">
        <NumbersTable groups={shown} />
      </Details>
    </>
  );
}

/** "Group E is", "Groups D and E are". */
function sayWhich(letters: readonly string[]): string {
  return letters.length === 1 ? `Group ${letters[0]} is` : `Groups ${listOf(letters)} are`;
}

const decimals = (value: number) => value.toFixed(2);

function NumbersTable({ groups }: { groups: readonly Group[] }) {
  return (
    <table className="table max-w-[34rem] text-small">
      <caption className="pb-2 text-left text-ink-2">
        Centre: the mean place of a group’s people. Spread: how far they stand from it, the root of
        the mean squared distance. All in the units of the map.
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col" className="number">
            People
          </th>
          <th scope="col" className="number">
            Centre x
          </th>
          <th scope="col" className="number">
            Centre y
          </th>
          <th scope="col" className="number">
            Spread
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ letter, people, shape }) => (
          <tr key={letter}>
            <th scope="row">
              <GroupLetter letter={letter} />
            </th>
            <td className="number">{people === null ? 'not shown' : formatNumber(people)}</td>
            <td className="number">{decimals(shape.x)}</td>
            <td className="number">{decimals(shape.y)}</td>
            <td className="number">{decimals(spreadOf(shape))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
