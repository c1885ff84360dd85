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
  if (!bestOfBothSides.for && !bestOfBothSides.against) return null;
  return (
    <section aria-labelledby="both-sides">
      <SectionHead id="both-sides" title="The strongest on each side" />
      <TwoSides proposalId={id} {...bestOfBothSides} heading="h3" />
    </section>
  );
}

interface TwoSidesProps {
  proposalId: string;
  for: FragmentType<typeof BestArgument> | null;
  against: FragmentType<typeof BestArgument> | null;
  heading: 'h3' | 'h4';
}

/** An argument for and one against, side by side. */
export function TwoSides({ proposalId, heading, ...best }: TwoSidesProps) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Side
        proposalId={proposalId}
        argument={getFragmentData(BestArgument, best.for)}
        tone="for"
        heading={heading}
      >
        <Icon name="agree" /> Top for
      </Side>
      <Side
        proposalId={proposalId}
        argument={getFragmentData(BestArgument, best.against)}
        tone="against"
        heading={heading}
      >
        <Icon name="disagree" /> Top against
      </Side>
    </div>
  );
}

interface SideProps {
  proposalId: string;
  argument: BestArgumentFragment | null | undefined;
  tone: 'for' | 'against';
  heading: 'h3' | 'h4';
  children: ReactNode;
}

function Side({ proposalId, argument, tone, heading: Heading, children }: SideProps) {
  const look = tone === 'for' ? 'border-agree text-agree' : 'border-disagree text-disagree';
  return (
    <article className={classes('border-t-4 pt-2.5', look)}>
      <Heading className="mb-2 text-[1.1875rem]">{children}</Heading>
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
