import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DraftText } from '../../ui/DraftText';
import { Thread } from '../../ui/Thread';

const UsesFragment = graphql(`
  fragment Uses on Proposal {
    id
    uses {
      draft {
        id
        title
      }
      version {
        number
        status
      }
      paragraph {
        id
        number
        text
      }
    }
  }
`);

const LONGEST = 180;

/** Where its words went: paragraphs of drafts, on the stitched thread. */
export function Uses({ proposal }: { proposal: FragmentType<typeof UsesFragment> }) {
  const { uses } = getFragmentData(UsesFragment, proposal);
  if (uses.length === 0) return null;
  return (
    <section aria-labelledby="uses">
      <h2 id="uses" className="mb-3">
        Used in a draft
      </h2>
      <Thread>
        <ul className="space-y-5">
          {uses.map(({ draft, version, paragraph }) => (
            <li key={`${draft.id} ${version.number} ${paragraph.id}`}>
              <p className="font-[650]">
                <Link to={paths.draft(draft.id, { version: version.number }, paragraph.id)}>
                  Paragraph {paragraph.number} of “{draft.title}”
                </Link>
              </p>
              <p className="text-small text-ink-2">
                Draft {version.number}
                {version.status === 'adopted' && ', adopted'}
              </p>
              <DraftText className="mt-1 text-[1.0625rem]">
                <p>{shorten(paragraph.text)}</p>
              </DraftText>
            </li>
          ))}
        </ul>
      </Thread>
    </section>
  );
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST))}…`;
}
