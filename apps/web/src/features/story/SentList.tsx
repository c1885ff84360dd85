import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { DateText } from '../../ui/DateText';
import { Thread } from '../../ui/Thread';

const SentItemDocument = graphql(`
  fragment SentItem on MineItem {
    title
    kind
    consultationTitle
    createdAt
    latest
    next
    isLate
    item {
      __typename
      ... on Proposal {
        id
      }
      ... on Comment {
        id
      }
      ... on Evidence {
        id
      }
      ... on Decision {
        id
      }
    }
  }
`);

const kinds: Record<string, string> = {
  proposal: 'Proposal',
  comment: 'Comment',
  evidence: 'Evidence',
};

/** The newest, so that on a phone what comes after them stays in reach. */
const FEW = 6;

interface Props {
  items: readonly FragmentType<typeof SentItemDocument>[];
  /** What stands below each, by its id and title. */
  below: (id: string, title: string) => ReactNode;
}

/** What somebody sent, each with what happened last and what is next. */
export function SentList({ items, below }: Props) {
  const [isAll, setAll] = useState(false);
  const shown = getFragmentData(SentItemDocument, isAll ? items : items.slice(0, FEW));
  const rest = items.length - shown.length;
  return (
    <>
      <ul className="border-t-2 border-ink">
        {shown.map((sent) => (
          <li key={sent.item.id} className="border-b border-rule py-5">
            <p className="text-small text-ink-2">
              {kinds[sent.kind] ?? sent.kind}, <DateText iso={sent.createdAt} style="year" />,{' '}
              {sent.consultationTitle}
            </p>
            <h3 className="mt-0.5 text-[1.25rem]">
              <Link to={paths.story(sent.item.id)}>{sent.title}</Link>
            </h3>
            <Thread className="mt-2.5">
              <p>{sent.latest}</p>
              {sent.next && (
                <p className={sent.isLate ? 'text-error' : 'text-ink-2'}>
                  {sent.isLate ? (
                    <Badge tone="error" icon="clock">
                      Late
                    </Badge>
                  ) : (
                    <b className="text-ink">Next:</b>
                  )}{' '}
                  {sent.next}
                </p>
              )}
            </Thread>
            {below(sent.item.id, sent.title)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="bare" size="small" className="mt-2 -ml-2.5" onClick={() => setAll(true)}>
          Show {rest} earlier
        </Button>
      )}
    </>
  );
}
