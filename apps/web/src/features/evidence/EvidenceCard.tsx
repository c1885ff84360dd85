import type { ReactNode } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { EvidenceCardFragment as Evidence } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { bodyInSentence, bodyName } from '../../ui/bodyNames';
import { Badge, Chip } from '../../ui/Chip';
import { classes } from '../../ui/classes';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { Facts } from '../../ui/Facts';
import { Icon } from '../../ui/Icon';
import { Markdown } from '../../ui/Markdown';
import { plural } from '../../ui/numbers';
import { HiddenPlace } from '../moderation/HiddenPlace';
import { ModerateButton } from '../moderation/ModerateButton';
import { ReportButton } from '../moderation/ReportButton';
import { confidences } from './words';

export const EvidenceCardFragment = graphql(`
  fragment EvidenceCard on Evidence {
    id
    claim
    detail
    authorName
    confidence
    confidenceReason
    costFlag
    legalFlag
    declaredInterest
    mandate
    status
    createdAt
    viewerMayReport
    viewerMayModerate
    hidden {
      ...HiddenPlace
    }
    consultation {
      id
    }
    body {
      id
      kind
      name
    }
    officer {
      id
      displayName
    }
    sources {
      title
      url
    }
    contests {
      id
      text
      createdAt
      body {
        id
        kind
        name
      }
    }
    considered {
      sentence
      at
      body {
        id
        kind
        name
      }
    }
  }
`);

interface Props {
  evidence: FragmentType<typeof EvidenceCardFragment>;
  /** Beside a proposal: the claim and what weighs on it; the rest opens. */
  brief?: boolean;
  /** The level of its heading under the page's. */
  level?: 2 | 3;
  /** What an officer can do with it. */
  children?: ReactNode;
}

/** What a body knows, with who says so, how sure, and what it rests on. */
export function EvidenceCard({ evidence, brief, level = 3, children }: Props) {
  const one = getFragmentData(EvidenceCardFragment, evidence);
  const Heading = level === 2 ? 'h2' : 'h3';
  const isWithdrawn = one.status === 'withdrawn';
  const shown = one.hidden ? null : brief ? <Brief of={one} /> : <Whole of={one} />;
  return (
    <article
      id={one.id}
      className={classes(
        'scroll-mt-6 border-t-4 border-evidence bg-sheet px-4 pt-3 pb-4',
        !brief && 'desk:px-6',
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small font-bold text-evidence">
        <span>
          <Icon name="evidence" /> Evidence
        </span>
        {isWithdrawn && <Badge icon="undo">Taken back by the body</Badge>}
        {one.contests.length > 0 && (
          <Badge icon="warning" tone="disagree">
            Contested
          </Badge>
        )}
        {one.considered && (
          <Badge icon="agree" tone="agree">
            Considered
          </Badge>
        )}
      </p>
      <Heading
        className={classes(
          'mt-1 leading-snug font-[650] tracking-normal',
          brief ? 'text-[1.125rem]' : 'text-[1.3125rem]',
        )}
      >
        {one.claim}
      </Heading>
      <p className="mt-1 text-small text-ink-2">
        {bodyName(one.body)}. By {one.authorName}
      </p>
      {one.hidden && <HiddenPlace hidden={one.hidden} contributionId={one.id} isMine={false} />}
      {shown}
      {children}
      <Moderated of={one} />
    </article>
  );
}

function Brief({ of }: { of: Evidence }) {
  return (
    <>
      <Considered of={of} />
      <Details summary="How sure, what it rests on">
        <Rest of={of} />
      </Details>
    </>
  );
}

function Whole({ of }: { of: Evidence }) {
  return (
    <>
      <Rest of={of} />
      <Considered of={of} />
    </>
  );
}

function Moderated({ of: one }: { of: Evidence }) {
  if (one.status !== 'published') return null;
  return (
    <div className="-ml-2.5 flex flex-wrap">
      {one.viewerMayReport && (
        <ReportButton
          aboutId={one.id}
          place={paths.evidence(one.consultation.id, {}, one.id)}
          what="evidence"
          by={bodyName(one.body)}
        />
      )}
      <ModerateButton id={one.id} may={one.viewerMayModerate} what="evidence" />
    </div>
  );
}

function Rest({ of }: { of: Evidence }) {
  return (
    <div className="mt-3 space-y-4">
      <Markdown text={of.detail} />
      {(of.costFlag || of.legalFlag) && (
        <p className="flex flex-wrap gap-2">
          {of.costFlag && <Chip icon="warning">It would cost money</Chip>}
          {of.legalFlag && <Chip icon="paper">It needs a change in the law</Chip>}
        </p>
      )}
      <Facts
        rows={[
          ['Confidence', `${confidences[of.confidence].word}: ${of.confidenceReason}`],
          ['Interest', of.declaredInterest],
          ['Mandate', of.mandate],
          ['Sent by', of.officer.displayName],
          ['On', <DateText key="on" iso={of.createdAt} style="year" />],
        ]}
      />
      <Sources sources={of.sources} />
      <Contests contests={of.contests} />
    </div>
  );
}

function Sources({ sources }: Pick<Evidence, 'sources'>) {
  return (
    <div className="thread py-0.5 pl-6">
      <p className="text-small font-bold text-ink-2">{plural(sources.length, 'source')}</p>
      <ul className="text-small">
        {sources.map(({ title, url }) => (
          <li key={title} className="py-1">
            {url ? (
              <a
                href={url}
                rel="nofollow noopener noreferrer"
                className="inline-block min-h-6 py-0.5"
              >
                {title} <Icon name="external" label="on another site" className="size-[1em]" />
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Contests({ contests }: Pick<Evidence, 'contests'>) {
  if (contests.length === 0) return null;
  return (
    <ul className="space-y-3">
      {contests.map(({ id, body, text, createdAt }) => (
        <li key={id} className="border-l-4 border-disagree pl-3">
          <p className="text-small font-bold text-disagree">
            <Icon name="warning" /> Contested by {bodyInSentence(body)},{' '}
            <DateText iso={createdAt} style="short" />
          </p>
          <Markdown text={text} />
        </li>
      ))}
    </ul>
  );
}

function Considered({ of: { considered } }: { of: Evidence }) {
  if (!considered) return null;
  return (
    <div className="mt-4 border-l-4 border-agree pl-3">
      <p className="text-small font-bold text-agree">
        <Icon name="agree" /> Considered by {bodyInSentence(considered.body)},{' '}
        <DateText iso={considered.at} style="short" />
      </p>
      <p>{considered.sentence}</p>
    </div>
  );
}
