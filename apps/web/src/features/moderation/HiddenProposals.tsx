import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { SectionHead } from '../../ui/PageHeader';
import { LoggedActFragment } from './fragments';

interface Props {
  proposals: readonly {
    id: string;
    number: number;
    hidden: { act: FragmentType<typeof LoggedActFragment> } | null;
  }[];
}

/** The places of proposals that moderators hid: they keep their votes and are not ranked. */
export function HiddenProposals({ proposals }: Props) {
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="hidden-proposals">
      <SectionHead
        id="hidden-proposals"
        title={`${plural(proposals.length, 'proposal')} that moderators hid`}
      />
      <p className="-mt-2 mb-3 text-small text-ink-2">
        Votes that were cast stay with them. They are not ranked.
      </p>
      <ul className="border-t-2 border-ink">
        {proposals.map(({ id, number, hidden }) => {
          const act = getFragmentData(LoggedActFragment, hidden?.act);
          return (
            <li key={id} className="border-b border-rule py-3 text-small">
              <Icon name="shield" /> <b>No. {number}.</b>{' '}
              {act && (
                <>
                  {act.title}, {act.reasonLabel.toLowerCase()},{' '}
                  <DateText iso={act.at} style="year" />.
                </>
              )}{' '}
              <Link to={paths.story(id)} className="inline-flex min-h-11 items-center">
                Its story<span className="sr-only">, of proposal {number}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
