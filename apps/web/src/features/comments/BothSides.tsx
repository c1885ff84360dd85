import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { BestArgumentFragment } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { Markdown } from '../../ui/Markdown';
import { plural } from '../../ui/numbers';
import { SectionHead } from '../../ui/PageHeader';

const BothSidesFragment = graphql(`
  fragment BothSides on Proposal {
    id
    bestOfBothSides {
      for {
        id
        ...BestArgument
      }
      against {
        id
        ...BestArgument
      }
    }
  }
`);

const BestArgument = graphql(`
  fragment BestArgument on Comment {
    id
    body
    goodPoints
    author {
      name
      clpName
    }
  }
`);

/** The strongest on each side, level with each other. Left out while nobody has argued. */
export function BothSides({ proposal }: { proposal: FragmentType<typeof BothSidesFragment> }) {
  const { id, bestOfBothSides } = getFragmentData(BothSidesFragment, proposal);
  const inFavour = getFragmentData(BestArgument, bestOfBothSides.for);
  const against = getFragmentData(BestArgument, bestOfBothSides.against);
  if (!inFavour && !against) return null;
  return (
    <section aria-labelledby="both-sides">
      <SectionHead id="both-sides" title="The strongest on each side" />
      <div className="grid gap-6 sm:grid-cols-2">
        <Side proposalId={id} argument={inFavour} tone="for">
          <Icon name="agree" /> Top for
        </Side>
        <Side proposalId={id} argument={against} tone="against">
          <Icon name="disagree" /> Top against
        </Side>
      </div>
    </section>
  );
}

interface SideProps {
  proposalId: string;
  argument: BestArgumentFragment | null | undefined;
  tone: 'for' | 'against';
  children: ReactNode;
}

function Side({ proposalId, argument, tone, children }: SideProps) {
  const look = tone === 'for' ? 'border-agree text-agree' : 'border-disagree text-disagree';
  return (
    <article className={classes('border-t-4 pt-2.5', look)}>
      <h3 className="mb-2 text-[1.1875rem]">{children}</h3>
      {argument ? (
        <div className="text-ink">
          <Markdown text={argument.body} />
          <p className="mt-2 text-small text-ink-2">
            {[argument.author.name, argument.author.clpName].filter(Boolean).join(', ')}.{' '}
            {plural(argument.goodPoints, 'person finds', 'people find', 'Nobody has yet marked')} it
            a good point.
          </p>
          <p className="text-small">
            <Link
              to={paths.proposal(proposalId, { comment: argument.id })}
              className="inline-flex min-h-11 items-center"
            >
              Read the replies
              <span className="sr-only"> to {argument.author.name}</span>
            </Link>
          </p>
        </div>
      ) : (
        <p className="text-ink-2">
          {tone === 'for' ? 'Nobody has argued for it yet.' : 'Nobody has argued against it yet.'}
        </p>
      )}
    </article>
  );
}
