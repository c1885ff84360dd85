import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { TwoSides } from '../features/comments/BothSides';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { takesVotes } from '../features/consultations/phases';
import { DividingStatements } from '../features/opinion/DividingStatements';
import { GroupCard } from '../features/opinion/GroupCard';
import { LeftOut, NoneYet, VoteNow, WithheldGroups } from '../features/opinion/NotShown';
import { OnThisPage } from '../features/opinion/OnThisPage';
import { OpinionMap } from '../features/opinion/OpinionMap';
import { OwnPlace } from '../features/opinion/OwnPlace';
import { SearchProgress } from '../features/opinion/SearchProgress';
import { SharedStatements } from '../features/opinion/SharedStatements';
import { SmallGroups } from '../features/opinion/SmallGroups';
import { sayAll, sayGroups } from '../features/opinion/words';
import { graphql } from '../graphql/generated';
import type { OpinionQuery } from '../graphql/generated/graphql';
import { DateText } from '../ui/DateText';
import { formatNumber, plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';
import { NotFoundPage } from './NotFoundPage';

const OpinionDocument = graphql(`
  query Opinion($id: ID!) {
    consultation(id: $id) {
      id
      title
      phase
      viewerMay
      ...PlaceRail
      opinion {
        foundAt
        people
        voterCount
        voteCount
        leftOut
        groups {
          letter
          people
          share
          ...GroupCard
          ...GroupOnMap
        }
        shared {
          ...SharedStatement
        }
        dividing {
          ...Dividing
          statement {
            proposal {
              id
            }
          }
          bestFor {
            id
            ...BestArgument
          }
          bestAgainst {
            id
            ...BestArgument
          }
        }
        mine {
          letter
          x
          y
          ...OwnPlace
        }
        progress {
          failed
          ...SearchProgress
        }
        withheld {
          reason
          message
        }
      }
    }
  }
`);

type Consultation = NonNullable<OpinionQuery['consultation']>;

/** How often to ask how far a search has come, in milliseconds. */
const LOOK_AGAIN = 3_000;

export default function OpinionPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const [isSearching, setSearching] = useState(false);
  const { data, error, refetch } = useQuery(OpinionDocument, {
    variables: { id },
    pollInterval: isSearching ? LOOK_AGAIN : 0,
  });
  const consultation = data?.consultation;
  if (consultation === null) return <NotFoundPage what="consultation" />;
  if (!consultation) {
    return (
      <PageBody>
        <PageHeader title="Opinion groups" />
        <QueryState
          what="the opinion groups"
          error={error}
          onRetry={() => void refetch()}
          lines={8}
        />
      </PageBody>
    );
  }
  const { opinion } = consultation;
  const searching = opinion.progress !== null && !opinion.progress.failed;
  // Asked for again as long as there is something to see change.
  if (searching !== isSearching) setSearching(searching);
  return (
    <PageBody rail={<PlaceRail consultation={consultation} />}>
      <Head consultation={consultation} />
      <Body consultation={consultation} isVisitor={viewer === null} />
    </PageBody>
  );
}

/** Whether people were told apart at all. */
function areFound({ foundAt, groups }: Consultation['opinion']): boolean {
  return foundAt !== null && groups.length > 1;
}

function Head({ consultation: { title, opinion } }: { consultation: Consultation }) {
  const { foundAt, groups, voteCount, voterCount, people, withheld, progress } = opinion;
  return (
    <PageHeader
      title={areFound(opinion) ? sayGroups(groups.length) : 'Opinion groups'}
      documentTitle={`Opinion groups: ${title}`}
    >
      <p className="text-lead">
        A group is people who vote alike. It is found from the votes alone, by a computer, from
        nothing else: not names, places or words. Nobody is asked to join one and nobody is listed.
        Their names are letters on purpose.
      </p>
      {foundAt && !withheld && (
        <p className="text-small text-ink-2">
          Found on <DateText iso={foundAt} style="moment" />, from {plural(voteCount, 'vote')} by{' '}
          {plural(voterCount, 'person', 'people')}.{' '}
          {people < voterCount &&
            `${formatNumber(people)} of them had voted on enough statements to be placed. `}
          {areFound(opinion) &&
            'Counts in groups change only ten people at a time, so they may be a few votes behind.'}
        </p>
      )}
      {progress && <SearchProgress progress={progress} hasResult={foundAt !== null} />}
    </PageHeader>
  );
}

interface BodyProps {
  consultation: Consultation;
  isVisitor: boolean;
}

function Body({ consultation, isVisitor }: BodyProps) {
  const { id, viewerMay, opinion } = consultation;
  const mayVote = viewerMay.includes('vote');
  if (opinion.withheld) {
    const { message } = opinion.withheld;
    return <WithheldGroups id={id} message={message} mayVote={mayVote} isVisitor={isVisitor} />;
  }
  return (
    <>
      {opinion.mine && <OwnPlace mine={opinion.mine} action={mayVote && <VoteNow id={id} />} />}
      {isVisitor && takesVotes(consultation.phase) && areFound(opinion) && (
        <SignInFirst to="to see which group you vote most like. Only you will see it." />
      )}
      {areFound(opinion) ? <Groups consultation={consultation} /> : <NoneYet {...opinion} />}
    </>
  );
}

function Groups({ consultation: { id, viewerMay, opinion } }: { consultation: Consultation }) {
  const { groups, shared, dividing, mine, leftOut } = opinion;
  const small = groups.filter(({ people }) => people === null).map(({ letter }) => letter);
  const isPlaced = mine?.letter != null;
  const sections = {
    shared: `What ${sayAll(groups.length)} share`,
    dividing: 'What divides most',
    map: 'The map',
  };
  return (
    <>
      <OnThisPage
        groups={groups}
        sections={Object.entries(sections).map(([id, title]) => ({ id, title }))}
      />
      {leftOut > 0 && <LeftOut id={id} leftOut={leftOut} mayVote={viewerMay.includes('vote')} />}
      <section aria-labelledby="groups">
        <SectionHead id="groups" title="What marks each group" />
        <div className="space-y-10">
          {groups
            .filter(({ people }) => people !== null)
            .map((group) => (
              <GroupCard key={group.letter} group={group} isMine={mine?.letter === group.letter} />
            ))}
          <SmallGroups letters={small} mine={mine?.letter ?? null} />
        </div>
      </section>
      <section aria-labelledby="shared">
        <SectionHead id="shared" title={sections.shared} />
        <SharedStatements shared={shared} />
      </section>
      <section aria-labelledby="dividing">
        <SectionHead id="dividing" title={sections.dividing} />
        <DividingStatements
          dividing={dividing.map((item) => ({
            item,
            sides: (item.bestFor || item.bestAgainst) && (
              <TwoSides
                proposalId={item.statement.proposal.id}
                for={item.bestFor}
                against={item.bestAgainst}
                heading="h4"
              />
            ),
          }))}
        />
      </section>
      <section aria-labelledby="map">
        <SectionHead id="map" title={sections.map} />
        <OpinionMap groups={groups} mine={isPlaced ? mine : null} />
      </section>
    </>
  );
}
