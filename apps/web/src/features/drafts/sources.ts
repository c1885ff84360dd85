import { beginningOf } from '@clarion/deliberation';
import { graphql } from '../../graphql/generated';
import type { DraftSourceFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { plural } from '../../ui/numbers';

/** Everything the margin and the panel say of a source; it comes with the page. */
export const DraftSourceDocument = graphql(`
  fragment DraftSource on Source {
    id
    label
    note
    item {
      __typename
      ... on Proposal {
        id
        statement
        author {
          name
          clpName
        }
        tally {
          agree
          disagree
          pass
          votes
        }
      }
      ... on Comment {
        id
        words: body
        author {
          name
          clpName
        }
        commentOn: proposal {
          id
          statement
        }
      }
      ... on Evidence {
        id
        claim
        authorName
        givenBy: body {
          id
          name
        }
        informs: consultation {
          id
        }
      }
      ... on Decision {
        id
        answerTo: proposal {
          id
          statement
        }
        signedBy: by {
          id
          displayName
        }
      }
    }
  }
`);

export interface DescribedSource {
  id: string;
  /** "Ranked 4th, Asha Rahman". */
  label: string;
  /** Its own words. */
  title: string;
  /** Who, what, how many. */
  detail: string;
  /** What was kept or altered. */
  note: string | null;
  to: string;
  /** The story of what was sent. */
  story: string;
}

const MOST = 160;

export const shortened = (text: string): string => beginningOf(text, MOST);

const signed = ({ name, clpName }: { name: string; clpName?: string | null }) =>
  clpName ? `${name}, ${clpName}` : name;

type Item = DraftSourceFragment['item'];

function describeItem(item: Item, label: string): Omit<DescribedSource, 'id' | 'label' | 'note'> {
  switch (item.__typename) {
    case 'Proposal': {
      const place = label.startsWith('Ranked') ? ` ${label.split(',')[0]}.` : '';
      const agreed = item.tally ? ` ${plural(item.tally.agree, 'member')} agreed.` : '';
      return {
        title: item.statement,
        detail: `Proposal by ${signed(item.author)}.${place}${agreed}`,
        to: paths.proposal(item.id),
        story: paths.story(item.id),
      };
    }
    case 'Comment':
      return {
        title: shortened(item.words) || 'A comment that its author took back',
        detail: `Comment by ${signed(item.author)} on “${item.commentOn.statement}”`,
        to: paths.proposal(item.commentOn.id, { comment: item.id }),
        story: paths.story(item.id),
      };
    case 'Evidence':
      return {
        title: item.claim,
        detail: `Evidence, ${item.givenBy.name}. Author: ${item.authorName}.`,
        to: paths.evidence(item.informs.id, {}, item.id),
        story: paths.story(item.id),
      };
    case 'Decision':
      return {
        title: label,
        detail: `Answer to “${item.answerTo.statement}”, signed by ${item.signedBy.displayName}.`,
        to: paths.story(item.answerTo.id),
        story: paths.story(item.answerTo.id),
      };
  }
}

/** A source as the margin, the panel and the endnotes show it. */
export function describeSource(source: DraftSourceFragment): DescribedSource {
  const { id, label, note = null, item } = source;
  return { id, label, note, ...describeItem(item, label) };
}
