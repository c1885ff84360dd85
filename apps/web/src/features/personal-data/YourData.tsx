import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DownloadMine } from './DownloadMine';
import { EraseMe } from './EraseMe';
import { YourName } from './YourName';

const YourDataFragment = graphql(`
  fragment YourData on Viewer {
    member {
      id
    }
    ...YourName
  }
`);

/** What is held about oneself: put it right, take it along, have it erased. */
export function YourData({ viewer }: { viewer: FragmentType<typeof YourDataFragment> }) {
  const person = getFragmentData(YourDataFragment, viewer);
  return (
    <div className="space-y-8">
      <p>
        What is held about you, why, for how long and who sees it is said under{' '}
        <Link to={paths.privacy()}>Privacy</Link>.
      </p>
      <YourName viewer={person} />
      <div>
        <h3>Something else is wrong?</h3>
        <p className="mt-1">
          Your address you change on this page, above. Your standing, your CLP and your days come
          from the party’s roll: ask the party’s membership department, and the next import brings
          them here. Interests are chosen on the first page.
        </p>
      </div>
      <div>
        <h3 className="mb-1">Take it along</h3>
        <DownloadMine />
      </div>
      <div>
        <h3 className="mb-1">Have it erased</h3>
        <EraseMe memberId={person.member.id} />
      </div>
    </div>
  );
}
